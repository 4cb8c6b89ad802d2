/** The number itself, without what stands behind it: `999` of `999 (advice: 111)`. Empty where there are only words. */
export const digitsOf = (number: string): string => /^[\d ]*\d/.exec(number)?.[0] ?? '';

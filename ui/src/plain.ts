/** Days and times as the contract writes them, for the fields that a person types them in. */
import { parseDate, type CalendarDate } from '@internationalized/date';

/** A day as it is written, `2026-05-12`; empty: none. */
export const asDay = (text: string): CalendarDate | undefined => (text === '' ? undefined : parseDate(text));

/** The day that is typed; empty where none is. */
export const dayText = (day: CalendarDate | undefined): string => day?.toString() ?? '';

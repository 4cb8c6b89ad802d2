/** Puts a text on the clipboard. Rejects where the system does not let us. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

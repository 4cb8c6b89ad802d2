/** Enter in a text field saves its form; the segments of a time are no text fields of the browser's, so that it is done here. */
export function enterSaves(event: KeyboardEvent, form: HTMLFormElement | undefined): void {
  if (event.key === 'Enter' && event.target instanceof Element && event.target.matches('[role=spinbutton]')) form?.requestSubmit();
}

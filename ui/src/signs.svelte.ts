/**
 * The warning signs that are ticked. They stay while another screen is looked at by the rail, because who describes her skin on
 * the phone may have to look something up on Today. "Back" and Escape say that one is done: they clear the ticks, so that an
 * old one never meets her as a new message. Nothing of it is kept: that is the diary's.
 */
export class Signs {
  ticked = $state<string[]>([]);

  toggle(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((one) => one !== id) : [...this.ticked, id];
  }

  clear(): void {
    this.ticked = [];
  }
}

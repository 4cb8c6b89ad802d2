import type { Sign, Warnings } from './contract';

/** How urgent some signs are, and which. */
export type Level = Warnings['levels'][number] & { signs: Sign[] };

/** The levels that have signs, most urgent first. */
export const levelsOf = ({ levels, signs }: Warnings): Level[] =>
  levels.map((level) => ({ ...level, signs: signs.filter((sign) => sign.level === level.id) })).filter((level) => level.signs.length > 0);

/** With this sign ticked, or without it. */
export const toggled = (ticked: string[], id: string): string[] => (ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);

/**
 * The warning signs that are ticked. They stay while another screen is looked at by the rail, because who describes her skin on
 * the phone may have to look something up on Today. "Back" and Escape say that one is done: they clear the ticks, so that an
 * old one never meets her as a new message. Nothing of it is kept: that is the diary's.
 */
export class Signs {
  ticked = $state<string[]>([]);

  toggle(id: string): void {
    this.ticked = toggled(this.ticked, id);
  }

  clear(): void {
    this.ticked = [];
  }
}

/** What the fake knows of exports: what there is, and what becomes of a file. */
import type { Code, Export, ExportForm, Problem, Saved, TextCode } from './contract';

export type Exporting = {
  /** The calendar is more than a picture holds. */
  large?: boolean;
  /** What a save comes to: a place, none chosen, or a problem. */
  saves?: Saved | Problem;
};

const NAMES: Record<ExportForm['kind'], string> = {
  calendar: 'aftercare.ics',
  doctor: 'aftercare.html',
  diary: 'aftercare-diary.csv',
  reminders: 'aftercare-reminders.csv',
  everything: 'aftercare.json',
};

export function exportOf(now: string, zone: string, treatments: number, notes: string[], photos: number): Export {
  const ahead = treatments === 0 ? null : new Date(Date.parse(now) + 38 * 86_400_000).toISOString();
  return { now, zone, ahead, treatments, checks: notes.length, notes: notes.filter((note) => note !== '').length, photos, most_photos: 40, reminders: treatments * 21 };
}

/** No camera reads it: three corners and a pattern. */
export function codeOf({ large = false }: Exporting, now: string): Code {
  const until = new Date(Date.parse(now) + 38 * 86_400_000).toISOString();
  const corners = [[4, 4], [22, 4], [4, 22]].map(([x, y]) => `M${x} ${y}h7v7h-7z`).join('');
  const dots = Array.from({ length: 60 }, (_, index) => `M${12 + ((index * 7) % 17)} ${4 + ((index * 5) % 25)}h1v1h-1z`).join('');
  return large ? { events: 24, until, daily: false, picture: null } : { events: 9, until, daily: false, picture: { size: 33, path: corners + dots } };
}

/** What the last picture says, for a test. */
export let written = '';

export function textCodeOf(text: string): TextCode {
  written = text;
  return { picture: codeOf({}, new Date(0).toISOString()).picture };
}

export function saveOf({ saves }: Exporting, { kind, neutral }: ExportForm): Saved {
  if (saves && 'code' in saves) throw saves;
  return saves ?? { file: `~/Documents/${neutral && kind === 'calendar' ? 'reminders.ics' : NAMES[kind]}` };
}

/** What to read aloud on the phone: facts as they were entered and signs as they were ticked. No word of it judges. */
import type { Card, Sign } from './contract';
import { clock, fullDay, hoursSince } from './moments';
import { areaName, deviceName } from './names';
import { formatTag, t, told } from './words';

/** What belongs together: sentences, each a line of its own to find one's place by, and perhaps a list after them. */
export type Paragraph = { lines: string[]; items: string[] };

/** Where the reader fills something in. */
export const BLANK = '____';

/** So many hours are counted; after them whole days say more. */
const COUNTED_HOURS = 72;

/** The script of the treatments that still run, at an instant in milliseconds; without one there are blanks to fill in. */
export function script(cards: Card[], signs: Sign[], now: number, zone: string): Paragraph[] {
  return [
    { lines: [t('say-hello', { blank: BLANK })], items: [] },
    ...(cards.length > 0 ? cards.map((card) => treatment(card, now, zone)) : [blanks()]),
    signs.length > 0
      ? { lines: [t('say-signs')], items: signs.map((one) => one.sign) }
      : { lines: [t('say-signs-blank', { blank: BLANK })], items: [] },
    { lines: [t('say-ask')], items: [] },
  ];
}

/** The script as it is copied. */
export const asText = (paragraphs: Paragraph[]): string =>
  paragraphs.flatMap(({ lines, items }) => [...lines, ...items.map((item) => `- ${item}`)]).join('\n');

function treatment(card: Card, now: number, zone: string): Paragraph {
  const device = deviceName(card.device, t);
  const areas = card.areas.map((area) => areaName(area, t));
  const lines = [
    // The date in full: "yesterday" is wrong on a paper of yesterday.
    t('say-treatment', { day: dayOf(card.ended, zone), time: clock(card.ended, zone, formatTag()), ago: ago(card.ended, now) }),
    t('say-areas', { count: areas.length, areas: areas.join(t('list-comma')) }),
    t('say-device', { device: card.depth_mm === null ? device : t('board-device-depth', { device, mm: card.depth_mm }) }),
    t('say-session', { session: card.session, sessions: card.sessions }),
    ...(card.prp ? [t('say-prp')] : []),
    ...(card.antibiotic ? [t('say-antibiotic')] : []),
  ];
  return { lines, items: [] };
}

/** When that was, for a paper that is read later. */
export function asOf(now: number, zone: string): string {
  const at = new Date(now).toISOString();
  return t('say-as-of', { day: dayOf(at, zone), time: clock(at, zone, formatTag()) });
}

const dayOf = (at: string, zone: string): string => told(fullDay(Date.parse(at), zone, formatTag()));

function ago(ended: string, now: number): string {
  const hours = hoursSince(ended, now);
  return hours <= COUNTED_HOURS ? t('say-hours', { hours }) : t('say-days', { days: Math.floor(hours / 24) });
}

function blanks(): Paragraph {
  return { lines: [t('say-treatment-blank', { blank: BLANK }), t('say-areas-blank', { blank: BLANK }), t('say-device-blank', { blank: BLANK })], items: [] };
}

/** What to read aloud on the phone: facts as they were entered and signs as they were ticked. No word of it judges. */
import type { Card, Sign } from './contract';
import { hoursSince, moment } from './moments';
import { areaName, deviceName } from './names';
import { formatTag, t, told } from './words';

/** One paragraph, perhaps with a list after it. */
export type Paragraph = { text: string; items: string[] };

/** Where the reader fills something in. */
export const BLANK = '____';

/** So many hours are counted; after them whole days say more. */
const COUNTED_HOURS = 72;

/** The script of the treatments that still run, at an instant in milliseconds; without one there are blanks to fill in. */
export function script(cards: Card[], signs: Sign[], now: number, zone: string): Paragraph[] {
  return [
    { text: t('say-hello', { blank: BLANK }), items: [] },
    ...(cards.length > 0 ? cards.map((card) => treatment(card, now, zone)) : [blanks()]),
    signs.length > 0
      ? { text: t('say-signs'), items: signs.map((one) => one.sign) }
      : { text: t('say-signs-blank', { blank: BLANK }), items: [] },
    { text: t('say-ask'), items: [] },
  ];
}

/** The script as it is copied. */
export const asText = (paragraphs: Paragraph[]): string =>
  paragraphs.flatMap(({ text, items }) => [text, ...items.map((item) => `- ${item}`)]).join('\n');

function treatment(card: Card, now: number, zone: string): Paragraph {
  const device = deviceName(card.device, t);
  const areas = card.areas.map((area) => areaName(area, t));
  const sentences = [
    t('say-treatment', { moment: told(moment(card.ended, now, zone, formatTag())), ago: ago(card.ended, now) }),
    t('say-areas', { count: areas.length, areas: areas.join(t('list-comma')) }),
    t('say-device', { device: card.depth_mm === null ? device : t('board-device-depth', { device, mm: card.depth_mm }) }),
    t('say-session', { session: card.session, sessions: card.sessions }),
    ...(card.prp ? [t('say-prp')] : []),
    ...(card.antibiotic ? [t('say-antibiotic')] : []),
  ];
  return { text: sentences.join(' '), items: [] };
}

function ago(ended: string, now: number): string {
  const hours = hoursSince(ended, now);
  return hours <= COUNTED_HOURS ? t('say-hours', { hours }) : t('say-days', { days: Math.floor(hours / 24) });
}

function blanks(): Paragraph {
  return { text: [t('say-treatment-blank', { blank: BLANK }), t('say-device-blank', { blank: BLANK })].join(' '), items: [] };
}

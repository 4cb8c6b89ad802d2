/** The next days of the fake: a made-up evening. */
import type { Board, Days, DaysLine, Offer } from './contract';

/** How the computer is used: when it is usually on again; `null`: not known. */
export type Leaving = { usuallyBack?: string | null; offered?: boolean };

const told = (title: string, of: string[]): DaysLine => ({ what: 'told', title, text: '', of });

export function offerOf({ offered = false, usuallyBack = null }: Leaving): Offer | null {
  return offered ? { lines: 5, back: usuallyBack } : null;
}

/** What the boards have, and the morning after. */
export function daysOf({ usuallyBack = null }: Leaving, boards: Board[], now: string, zone: string): Days {
  const of = boards.map((board) => board.id);
  const rest = { now, draft: true, zone, until: '2026-03-31T22:00:00Z', treatments: boards.map(({ id, areas, day }) => ({ id, areas, day })) };
  if (boards.length === 0) return { ...rest, back: null, open: [], moments: [], stays: [] };
  return {
    ...rest,
    back: usuallyBack,
    open: [told('How is your skin today?', of)],
    moments: [
      { at: '2026-03-29T06:00:00Z', lines: [told('Wash with bottled water', of.slice(0, 1)), told('Put on sunscreen', of)] },
      {
        at: '2026-03-29T14:10:00Z',
        lines: [
          { what: of.length > 1 ? 'ends_for_some' : 'ends', title: 'Sun', text: '', of: of.slice(0, 1) },
          { what: 'begins', title: 'Sunbathing', text: '', of: of.slice(0, 1) },
        ],
      },
      { at: '2026-03-29T18:00:00Z', lines: [told('How is your skin today?', of)] },
    ],
    stays: [{ title: 'Ibuprofen and its kind', until: '2026-04-10T13:10:00Z', of }],
  };
}

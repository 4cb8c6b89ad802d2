/** What "May I…?" is answered, in words. */
import type { May, MayMatch, MayPart, Verdict } from './contract';
import type { Here } from './fates';
import { wholeMoment } from './moments';
import { formatTag, t, told } from './words';

export const whenWhole = (at: string, { now, zone }: Here): string => told(wholeMoment(at, now, zone, formatTag()));

/** What a verdict is told by: that of a part, or of one of its matches. */
export type Judged = Pick<MayMatch, 'verdict' | 'until' | 'from' | 'never_stop' | 'before_session'>;

/** A part as its strictest match, which stands first, has it. */
export function judged({ verdict, until, matches }: MayPart): Judged {
  const [first] = matches;
  return { verdict, until, from: first?.from ?? null, never_stop: first?.never_stop ?? false, before_session: first?.before_session ?? false };
}

/** The moment that one waits for. What is still to come has not begun, and what begins anew after the next session does not end. */
export const awaited = ({ verdict, until, from, before_session }: Judged): string | null =>
  verdict === 'not_before' && from === null && !before_session ? until : null;

export function headline(one: Judged, here: Here): string {
  const until = awaited(one);
  switch (one.verdict) {
    case 'yes':
      return t('may-yes');
    case 'not_before':
      if (one.from !== null) return t('may-not-from', { from: whenWhole(one.from, here) });
      return until === null ? t('may-not-now') : t('may-not-before', { moment: whenWhole(until, here) });
    case 'ask':
      return one.never_stop ? t('may-ask-first') : t('may-ask');
    case 'unknown':
      return t('may-unknown');
  }
}

/** What comes after what is so now: a prohibition still to come, and one that begins anew. */
export function afterwards({ from, until, before_session }: MayMatch, here: Here): string {
  const end = until === null ? '' : whenWhole(until, here);
  const said = [
    from === null ? '' : end ? t('may-then', { from: whenWhole(from, here), until: end }) : t('may-then-from', { from: whenWhole(from, here) }),
    before_session && end ? t('may-session', { moment: end }) : '',
  ];
  return said.filter(Boolean).join(' ');
}

/** Whether a match is named otherwise than it was asked for. */
export function otherName(match: MayMatch, asked: string): boolean {
  return fold(match.name) !== fold(asked);
}

/** One thing that is known, once for each treatment that it is counted from. */
export function things(matches: MayMatch[]): MayMatch[][] {
  const keyOf = ({ name, kind, text, why }: MayMatch) => JSON.stringify([name, kind, text, why]);
  return [...new Set(matches.map(keyOf))].map((key) => matches.filter((match) => keyOf(match) === key));
}

/** Several treatments that say different things are told apart by their areas. */
export const severalAreas = (matches: MayMatch[]): boolean => new Set(matches.map((match) => match.areas.join())).size > 1;

export type Groups = Record<'ask' | 'not_before' | 'unknown' | 'yes', MayPart[]>;

export function groupsOf(parts: MayPart[]): Groups {
  const of = (verdict: Verdict) => parts.filter((part) => part.verdict === verdict);
  return { ask: of('ask'), not_before: of('not_before'), unknown: of('unknown'), yes: of('yes') };
}

/** Parts of which the same is said, so that it is said once. */
export function alike(parts: MayPart[]): { text: string; parts: MayPart[] }[] {
  const textOf = (part: MayPart) => [...new Set(part.matches.map((match) => match.text))].join(' ');
  return [...new Set(parts.map(textOf))].map((text) => ({ text, parts: parts.filter((part) => textOf(part) === text) }));
}

/** A list's answer in a few words, the strictest first. */
export function summary(reply: May): string[] {
  const all = reply.parts.length;
  const { ask, not_before, unknown } = groupsOf(reply.parts);
  const counts = [
    ask.length > 0 ? t('may-list-ask', { count: ask.length, all }) : '',
    not_before.length > 0 ? t('may-list-not-before', { count: not_before.length, all }) : '',
    unknown.length > 0 ? t('may-list-unknown', { count: unknown.length, all }) : '',
  ].filter(Boolean);
  return counts.length > 0 ? counts : [t('may-list-yes', { all })];
}

/** Everything at which the answer may be another one. */
export const momentsOf = (reply: May): string[] =>
  reply.parts
    .flatMap((part) => [part.until, ...part.matches.flatMap((match) => [match.from, match.until])])
    .filter((at) => at !== null);

/** What a screen reader says of an answer, once. */
export function spoken(reply: May, here: Here): string {
  const [part] = reply.parts;
  if (!part || reply.parts.length > 1) return summary(reply).join(' ');
  const [near] = part.did_you_mean;
  const said = t('may-said', { asked: part.asked, headline: headline(judged(part), here) });
  return near === undefined ? said : `${said}. ${t('may-did-you-mean', { names: part.did_you_mean.join(t('list-comma')) })}`;
}

const fold = (words: string): string => words.trim().toLowerCase();

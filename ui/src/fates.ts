/** What became of a reminder, and what kept it from being shown, in words. */
import type { Away, LedgerRow, Missed } from './contract';
import { clock, moment, sameDay, shortMoment } from './moments';
import { formatTag, t, told } from './words';

/** When and where one reads: `now` in milliseconds since 1970, and the zone that every moment is told in. */
export type Here = { now: number; zone: string };

/** A moment as people say it: `today 08:00`. */
export const when = (at: string, { now, zone }: Here): string => told(moment(at, now, zone, formatTag()));

/** Both ends of a stretch, short: `Fri 22:10` and `Sat 07:55`, or `Fri 22:10` and `23:55`. */
function ends(away: Away, { now, zone }: Here): { from: string; until: string } {
  const short = (at: string) => told(shortMoment(at, now, zone, formatTag()));
  const oneDay = sameDay(away.from, away.until, zone);
  return { from: short(away.from), until: oneDay ? clock(away.until, zone, formatTag()) : short(away.until) };
}

/** A time without reminders: `Fri 22:10 to Sat 07:55: the computer was asleep`. */
export function awayLine(away: Away, here: Here): string {
  const { from, until } = ends(away, here);
  if (away.why === 'asleep') return t('away-asleep', { from, until });
  if (away.why === 'off') return t('away-off', { from, until });
  return t('away-stopped', { from, until });
}

/** Why a reminder of the last day was not shown. */
export function missedNote(missed: Missed, here: Here): string {
  const due = when(missed.due, here);
  if (missed.cause !== 'off') return t('missed-closed', { moment: due });
  if (!missed.away) return t('missed-off', { moment: due });
  const { from, until } = ends(missed.away, here);
  if (missed.away.why === 'asleep') return t('missed-away-asleep', { moment: due, from, until });
  if (missed.away.why === 'off') return t('missed-away-off', { moment: due, from, until });
  return t('missed-away-stopped', { moment: due, from, until });
}

export type Fate = 'done' | 'skipped' | 'later' | 'shown' | 'missed' | 'replaced' | 'waiting' | 'planned';

/** What became of a row of the ledger, to choose by. */
export function fateOf(row: LedgerRow, now: number): Fate {
  if (row.answer === 'done' || row.answer === 'skipped' || row.answer === 'later') return row.answer;
  if (row.shown.length > 0) return 'shown';
  if (row.missed !== null) return row.missed === 'superseded' ? 'replaced' : 'missed';
  return Date.parse(row.due) > now ? 'planned' : 'waiting';
}

/** It was never shown, and will not be. */
export const notShown = (row: LedgerRow): boolean => row.shown.length === 0 && row.missed !== null;

/** What became of a row of the ledger, in words. */
export function fateText(row: LedgerRow, here: Here): string {
  const at = (instant: string) =>
    sameDay(instant, row.due, here.zone)
      ? clock(instant, here.zone, formatTag())
      : told(shortMoment(instant, here.now, here.zone, formatTag()));
  const answered = row.answered;
  switch (fateOf(row, here.now)) {
    case 'done':
      if (!answered) return t('fate-done');
      return sameDay(answered, row.due, here.zone) ? t('fate-done-at', { time: at(answered) }) : t('fate-done-on', { moment: at(answered) });
    case 'skipped':
      return t('fate-skipped');
    case 'later': {
      const again = row.shown.filter((one) => answered === null || Date.parse(one) > Date.parse(answered)).at(-1);
      const time = answered ? at(answered) : at(row.due);
      return again ? t('fate-later-shown', { time, again: at(again) }) : t('fate-later', { time });
    }
    case 'shown': {
      const last = row.shown.at(-1) ?? row.due;
      const before = row.shown.slice(0, -1).map(at);
      return before.length === 0 ? t('fate-shown', { time: at(last) }) : t('fate-shown-again', { times: before.join(t('list-comma')), again: at(last) });
    }
    case 'missed':
      return missedText(row, here);
    case 'replaced':
      return t('fate-replaced');
    case 'waiting':
      return t('fate-waiting');
    case 'planned':
      return t('fate-planned');
  }
}

function missedText(row: LedgerRow, here: Here): string {
  if (row.missed !== 'off') return t('fate-closed');
  if (!row.away) return t('fate-off');
  const { from, until } = ends(row.away, here);
  if (row.away.why === 'asleep') return t('fate-away-asleep', { from, until });
  if (row.away.why === 'off') return t('fate-away-off', { from, until });
  return t('fate-away-stopped', { from, until });
}

/** What the fake knows about reminders themselves: their health, their ledger, and going outside. */
import { parseAbsolute, parseDuration, type ZonedDateTime } from '@internationalized/date';
import type { Answered, Away, Health, Ledger, LedgerRow, Line, Outdoors, Server, Test, Todo } from './contract';

/** How a test notice goes: it is shown at once or never, refused, or nobody takes it. */
export type TestGoes = 'shown' | 'waiting' | 'refused' | 'over';

export type Reminding = {
  agent?: boolean;
  waiting?: string;
  server?: 'none' | 'bare' | 'unmet';
  autostart?: string;
  away?: Away[];
  /** No reminder was shown yet. */
  nothing?: boolean;
  goes?: TestGoes;
  /** A test that was made before the story begins, and what was said of it. */
  tested?: { seen: boolean | null };
};

export const nights: Away[] = [
  { from: '2026-03-28T10:40:00Z', until: '2026-03-28T11:05:00Z', why: 'stopped' },
  { from: '2026-03-27T21:10:00Z', until: '2026-03-28T06:55:00Z', why: 'asleep' },
  { from: '2026-03-26T22:30:00Z', until: '2026-03-27T07:20:00Z', why: 'off' },
  { from: '2026-03-25T21:50:00Z', until: '2026-03-26T07:02:00Z', why: 'asleep' },
  { from: '2026-03-24T23:05:00Z', until: '2026-03-25T06:40:00Z', why: 'asleep' },
  { from: '2026-03-21T19:00:00Z', until: '2026-03-23T08:15:00Z', why: 'off' },
];

const servers: Record<string, Server | null> = {
  dunst: { name: 'dunst', version: '1.9.2', actions: true, keeps: true, met: '2026-03-28T06:56:00Z' },
  bare: { name: 'notification-daemon', version: '3.20.0', actions: false, keeps: false, met: '2026-03-28T06:56:00Z' },
  none: { name: null, version: '', actions: false, keeps: false, met: '2026-03-28T18:59:00Z' },
  unmet: null,
};

/** A test notice under way. */
export type Tried = { asked: number; goes: TestGoes; seen: boolean | null };

/** A test notice as the program tells it at `now`. */
function testOf(tried: Tried | null, now: number): Test | null {
  if (tried === null) return null;
  const { asked, goes, seen } = tried;
  const after = (ms: number) => (now >= asked + ms ? at(asked + ms) : null);
  return {
    id: 1,
    asked: at(asked),
    shown: goes === 'shown' ? after(1500) : null,
    refused: goes === 'refused' && now >= asked + 1500 ? 'org.freedesktop.DBus.Error.ServiceUnknown' : null,
    over: goes === 'over' && now >= asked + 10_000,
    seen,
  };
}

export function healthOf(told: Reminding, now: ZonedDateTime, autostart: string, tried: Tried | null, last: LedgerRow[]): Health {
  return {
    now: now.toAbsoluteString(),
    zone: now.timeZone,
    agent: told.agent ?? true,
    since: (told.agent ?? true) ? '2026-03-28T06:55:00Z' : null,
    looked: told.agent === false ? '2026-03-28T17:20:00Z' : now.toAbsoluteString(),
    away: told.away ?? [],
    server: servers[told.server ?? 'dunst'] ?? null,
    waiting_since: told.waiting ?? null,
    last:
      told.nothing || !last[0]
        ? null
        : { at: last[0].shown.at(-1) ?? last[0].due, lines: last.map((row) => row.title), answerable: true, answer: last[0].answer, answered: last[0].answered },
    autostart,
    test: testOf(tried, Date.parse(now.toAbsoluteString())),
  };
}

/** Everything around a story's day, each slot with another fate. */
export function ledgerOf(slots: (Todo & { areas: string[] })[], answers: Map<string, { what: Answered; at: string }>, now: ZonedDateTime): Ledger {
  const instant = Date.parse(now.toAbsoluteString());
  const rows = slots.map((slot): LedgerRow => {
    const due = Date.parse(slot.due);
    const row: LedgerRow = {
      key: slot.key,
      areas: slot.areas,
      title: slot.line.title,
      due: slot.due,
      shown: [],
      answer: null,
      answered: null,
      missed: null,
      decided: null,
      away: null,
      answerable: due <= instant && instant - due < 216_000_000,
    };
    const fate = slots.indexOf(slot) % 8;
    const told = answers.get(slot.key);
    if (told) return { ...row, shown: [slot.due], answer: told.what, answered: told.at };
    if (due > instant) return row;
    if (fate === 0 || fate === 5) return { ...row, shown: [slot.due], answer: 'done', answered: at(due + 240_000) };
    if (fate === 1) return { ...row, shown: [slot.due] };
    if (fate === 2) return { ...row, shown: [slot.due, at(due + 3_600_000)] };
    if (fate === 3) return { ...row, missed: 'off', decided: at(due + 7_200_000), away: { from: at(due - 32_400_000), until: at(due + 7_200_000), why: 'off' } };
    if (fate === 4) return { ...row, shown: [slot.due, at(due + 2_100_000)], answer: 'later', answered: at(due + 300_000) };
    if (fate === 6) return { ...row, missed: 'superseded', decided: at(due + 3_600_000) };
    return { ...row, shown: [slot.due], answer: 'skipped', answered: at(due + 60_000) };
  });
  return { now: now.toAbsoluteString(), zone: now.timeZone, rows: rows.sort((a, b) => Date.parse(b.due) - Date.parse(a.due)) };
}

/** Going outside, as it would be at 48 to 66 degrees in spring, or where the sun does not set. */
export function outdoorsOf(offered: boolean, rule: Line | null, since: number | null, place: string | null, polar: boolean, now: ZonedDateTime): Outdoors {
  const begins = since === null ? now : parseAbsolute(at(since), now.timeZone);
  const sunset = now.set({ hour: 18, minute: 41, second: 0, millisecond: 0 });
  const down = polar || place === null || begins.compare(sunset) >= 0;
  const until = down ? begins.add(parseDuration('PT8H')) : sunset;
  let next: ZonedDateTime = begins;
  while (next.compare(now) <= 0) next = next.add({ hours: 2 });
  return {
    offered,
    rule,
    since: since === null ? null : at(since),
    until: until.toAbsoluteString(),
    sunset: !down,
    next: since === null || next.compare(until) >= 0 ? null : next.toAbsoluteString(),
    place,
  };
}

const at = (instant: number): string => new Date(instant).toISOString();

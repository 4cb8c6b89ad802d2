/** What the fake plans of a rule: its line, and the slots at which it is to be told. */
import { CalendarDateTime, parseAbsolute, parseDuration, toZoned, type ZonedDateTime } from '@internationalized/date';
import type { Line, Todo } from './contract';
import type { Rule } from './fake-protocol';
import { ZONE } from './fake-today';

export function lineOf(rule: Rule, anchor: ZonedDateTime): Line {
  return {
    id: rule.id,
    kind: rule.kind,
    rule: rule.rule,
    title: rule.title,
    short: rule.short,
    text: rule.text,
    why: rule.why,
    release: rule.release,
    source: rule.source,
    from: shifted(anchor, rule.from).toAbsoluteString(),
    until: shifted(anchor, rule.until).toAbsoluteString(),
  };
}

/** The slots of today and tomorrow, or of other days from today on. */
export function slotsOf(id: string, rule: Rule, line: Line, anchor: ZonedDateTime, now: ZonedDateTime, days = [0, 1]): Todo[] {
  if (!['do', 'apply', 'check'].includes(rule.kind)) return [];
  const first = instant(shifted(anchor, rule.remindFrom).toAbsoluteString());
  return days.flatMap((ahead) =>
    rule.at.flatMap((time) => {
      const day = now.add({ days: ahead });
      const [hour, minute] = time.split(':').map(Number);
      const due = toZoned(new CalendarDateTime(day.year, day.month, day.day, hour, minute), ZONE);
      const at = instant(due.toAbsoluteString());
      const since = Math.round((Date.parse(due.toString().slice(0, 10)) - Date.parse(anchor.toString().slice(0, 10))) / 86_400_000);
      if (at < first || at < instant(line.from) || at >= instant(line.until)) return [];
      if (rule.onDays && !rule.onDays.includes(since)) return [];
      const key = `${id}/${rule.id}/${due.toString().slice(0, 16)}`;
      return [{ key, line, opens: rule.opens, due: due.toAbsoluteString(), useful_until: shifted(due, rule.usefulFor).toAbsoluteString(), answer: null, answered: null }];
    }),
  );
}

/** When one is reminded in the whole of a window. */
export const remindersOf = (id: string, rule: Rule, line: Line, anchor: ZonedDateTime): string[] => allSlotsOf(id, rule, line, anchor).map((slot) => slot.due);

/** The slots of an instruction's whole window. */
export function allSlotsOf(id: string, rule: Rule, line: Line, anchor: ZonedDateTime): Todo[] {
  const days = Math.ceil((instant(line.until) - instant(line.from)) / 86_400_000) + 1;
  return slotsOf(id, rule, line, anchor, parseAbsolute(line.from, ZONE), Array.from({ length: days }, (_, index) => index));
}

export function titleOf(together: Todo[], at: string): string {
  if (together.length === 1) return together[0]?.line.title ?? '';
  return parseAbsolute(at, ZONE).hour < 12 ? 'Morning care' : 'Evening care';
}

export const shifted = (from: ZonedDateTime, duration: string): ZonedDateTime => from.add(parseDuration(duration));
export const instant = (at: string): number => Date.parse(at);
export const byUntil = (a: Line, b: Line): number => instant(a.until) - instant(b.until) || light(a) - light(b);
const light = (line: Line): number => (line.rule ? 0 : 2) + (line.kind === 'avoid' ? 0 : 1);

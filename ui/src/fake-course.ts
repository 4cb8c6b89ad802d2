/** What the fake knows of the course of sessions and of the days that are kept free, and its stories. */
import { parseDate, parseDateTime, toCalendarDate, toZoned, type CalendarDate, type ZonedDateTime } from '@internationalized/date';
import type { Against, Clash, ContactForm, Course, CourseView, Free, FreeForm, Line, NextSession, Place, Problem, ProcedureForm, Supposed } from './contract';
import { readiness, rules, type Rule } from './fake-protocol';

export type Planning = {
  /** What was kept free before the story begins. */
  free?: FreeForm[];
};

type Treatment = { id: string; form: ProcedureForm };
type LineOf = (rule: Rule, anchor: ZonedDateTime) => Line;
type RemindersOf = (id: string, rule: Rule, line: Line, anchor: ZonedDateTime) => string[];
type Kept = FreeForm & { id: number };

/** What a patient would ask for on such a day. */
const DOINGS: Record<string, string> = { sun: 'sun', 'make-up': 'make-up', sport: 'sport', swimming: 'swim', alcohol: 'alcohol' };

/** The stories of the course, all after the treatment of a face on 27 March. */
export function courseStories(face: ProcedureForm, now: string, contact: ContactForm): Record<string, { now: string; treatments: ProcedureForm[]; contact?: ContactForm } & Planning> {
  const booked = { ...face, next_session: '2026-05-12T10:00' };
  const april = '2026-04-20T16:00:00Z';
  const free = [
    { from: '2026-05-14', until: null, name: "Anna's wedding", doing: ['make-up', 'alcohol'] },
    { from: '2026-05-30', until: '2026-06-06', name: 'Beach', doing: [] },
  ];
  return {
    sessions: { now, treatments: [face] },
    'sessions-none': { now, treatments: [] },
    'sessions-free': { now, treatments: [face], free },
    'sessions-booked': { now: april, treatments: [booked], contact },
    'sessions-early': { now, treatments: [{ ...face, next_session: '2026-04-14T10:00' }] },
    'sessions-clash': { now: april, treatments: [booked], free },
    'sessions-ready': { now: '2026-05-11T16:30:00Z', treatments: [booked], contact },
    'sessions-begun': { now: '2026-05-12T16:30:00Z', treatments: [booked] },
    'sessions-over': { now: '2026-06-20T16:30:00Z', treatments: [face] },
    'sessions-last': { now: april, treatments: [{ ...face, session: 4 }] },
    'sessions-two': { now: april, treatments: [booked, { ...face, areas: ['hands'], ended: '2026-04-10T11:00', session: 1 }], free },
  };
}

export class FakeCourse {
  #free: Kept[];
  #deleted: Kept[] = [];
  #last: number;
  #lineOf: LineOf;
  #remindersOf: RemindersOf;

  constructor({ free = [] }: Planning, lineOf: LineOf, remindersOf: RemindersOf) {
    this.#free = free.map((one, index) => ({ ...one, id: index + 1 }));
    this.#last = this.#free.length;
    this.#lineOf = lineOf;
    this.#remindersOf = remindersOf;
  }

  read(now: ZonedDateTime, treatments: Treatment[]): Course {
    return {
      now: now.toAbsoluteString(),
      zone: now.timeZone,
      today: toCalendarDate(now).toString(),
      courses: treatments.map((one) => this.#course(one, now)),
      free: this.#kept(now).map((one) => this.#view(one, treatments.flatMap((of) => this.#against(one, of, now)))),
      doings: Object.keys(DOINGS),
      readiness,
      draft: true,
    };
  }

  book(treatment: Treatment, at: string, now: ZonedDateTime): void {
    this.suppose(treatment, at, now);
    treatment.form = { ...treatment.form, next_session: at };
  }

  cancel(treatment: Treatment): void {
    treatment.form = { ...treatment.form, next_session: null };
  }

  suppose({ id, form }: Treatment, at: string, now: ZonedDateTime): Supposed {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at)) throw refusal('booking-not-a-time', 'at');
    const next = toZoned(parseDateTime(at), form.zone);
    if (next.compare(now) <= 0) throw refusal('booking-in-past', 'at');
    const touched = this.#kept(now).map((one) => this.#view(one, this.#supposed(one, { id, form }, next)));
    return { at: next.toAbsoluteString(), place: placeOf(toCalendarDate(next), intervalOf(form)), free: touched.filter((one) => one.clashes.length > 0) };
  }

  keep(id: number | null, form: FreeForm, now: ZonedDateTime): void {
    if (form.name.trim() === '') throw refusal('free-name-missing', 'name');
    if (form.from === '') throw refusal('free-not-a-day', 'from');
    if (form.until !== null && form.until < form.from) throw refusal('free-order', 'until');
    if ((form.until ?? form.from) < toCalendarDate(now).toString()) throw refusal('free-in-past', 'from');
    if (id !== null && !this.#free.some((one) => one.id === id)) throw refusal('not-found', null);
    const kept = { ...form, name: form.name.trim(), id: id ?? ++this.#last };
    this.#free = [...this.#free.filter((one) => one.id !== kept.id), kept];
  }

  delete(id: number): void {
    this.#deleted.push(...this.#free.filter((one) => one.id === id));
    this.#free = this.#free.filter((one) => one.id !== id);
  }

  restore(id: number): void {
    this.#free.push(...this.#deleted.filter((one) => one.id === id));
    this.#deleted = this.#deleted.filter((one) => one.id !== id);
  }

  #kept(now: ZonedDateTime): Kept[] {
    const ahead = this.#free.filter((one) => (one.until ?? one.from) >= toCalendarDate(now).toString());
    return ahead.sort((a, b) => a.from.localeCompare(b.from));
  }

  #view(kept: Kept, clashes: Clash[]): Free {
    return { ...kept, until: kept.until ?? kept.from, clashes };
  }

  #course({ id, form }: Treatment, now: ZonedDateTime): CourseView {
    const ended = toZoned(parseDateTime(form.ended), form.zone);
    const { session, sessions } = form;
    return {
      id,
      zone: form.zone,
      areas: form.areas,
      session,
      sessions,
      done: [{ session, ended: ended.toAbsoluteString() }],
      per_year: [1, 2],
      next: this.#next({ id, form }, now),
    };
  }

  #next({ id, form }: Treatment, now: ZonedDateTime): NextSession {
    const { earliest, middle, latest } = intervalOf(form);
    const booked = form.next_session ? toZoned(parseDateTime(form.next_session), form.zone) : null;
    const today = toCalendarDate(now);
    const prepares = rules.filter((rule) => rule.anchor === 'next_session');
    const bars = booked
      ? prepares.map((rule) => {
          const line = this.#lineOf(rule, booked);
          return { line, prepares: true, reminders: this.#remindersOf(id, rule, line, booked) };
        })
      : [];
    return {
      maintenance: form.session >= form.sessions,
      earliest: earliest.toString(),
      middle: middle.toString(),
      latest: latest.toString(),
      over: latest.compare(today) < 0,
      booked: booked && {
        at: booked.toAbsoluteString(),
        wall: form.next_session ?? '',
        days: toCalendarDate(booked).compare(today),
        begun: booked.compare(now) <= 0,
        place: placeOf(toCalendarDate(booked), { earliest, latest }),
        preparation: bars.sort((a, b) => Date.parse(a.line.from) - Date.parse(b.line.from)),
        ready_from: booked.subtract({ days: 2 }).toAbsoluteString(),
      },
      open: this.#open({ id, form }, now),
    };
  }

  #open({ id, form }: Treatment, now: ZonedDateTime): [string, string][] {
    const { earliest, latest } = intervalOf(form);
    const runs: [string, string][] = [];
    const kept = this.#kept(now);
    const time = form.ended.slice(11);
    for (let day = earliest; kept.length > 0 && day.compare(latest) <= 0; day = day.add({ days: 1 })) {
      const next = toZoned(parseDateTime(`${day.toString()}T${time}`), form.zone);
      if (kept.some((one) => this.#supposed(one, { id, form }, next).length > 0)) continue;
      const last = runs.at(-1);
      if (last && last[1] === day.subtract({ days: 1 }).toString()) last[1] = day.toString();
      else runs.push([day.toString(), day.toString()]);
    }
    return runs;
  }

  /** What of a treatment that was, and of the session that is booked after it, stands against some days. */
  #against(kept: Kept, treatment: Treatment, now: ZonedDateTime): Clash[] {
    const { form } = treatment;
    const was = this.#after(kept, toZoned(parseDateTime(form.ended), form.zone), null);
    const next = form.next_session ? toZoned(parseDateTime(form.next_session), form.zone) : null;
    return next && next.compare(now) > 0 ? [...was, ...this.#supposed(kept, treatment, next)] : was;
  }

  #supposed(kept: Kept, { id }: Treatment, next: ZonedDateTime): Clash[] {
    const day = toCalendarDate(next).toString();
    const session: Clash[] = kept.from <= day && day <= (kept.until ?? kept.from) ? [{ what: 'session', course: id, line: null }] : [];
    const before = touched(kept).filter((rule) => rule.anchor === 'next_session').map((rule) => this.#lineOf(rule, next));
    const rulesBefore = before.filter((line) => meets(kept, line, next.timeZone)).map((line): Clash => ({ what: 'before', course: id, line }));
    return [...session, ...rulesBefore, ...this.#after(kept, next, id)];
  }

  #after(kept: Kept, ended: ZonedDateTime, course: string | null): Clash[] {
    const of = (what: Against, some: Rule[]) =>
      some
        .map((rule) => this.#lineOf(rule, ended))
        .filter((line) => meets(kept, line, ended.timeZone))
        .map((line): Clash => ({ what, course, line }));
    const after = touched(kept).filter((rule) => rule.anchor === 'procedure');
    const usual = rules.filter((rule) => rule.kind === 'expect' && rule.until !== 'P180D');
    return [...of('after', after), ...of('usual', usual)];
  }
}

/** The rules that have to do with some days, by what a patient would ask for. */
function touched(kept: FreeForm): Rule[] {
  const said = [...kept.name.toLowerCase().split(/[^\p{L}-]+/u), ...kept.doing.map((what) => DOINGS[what] ?? what)];
  const asked = rules.filter((rule) => rule.forbids && rule.asks.some((ask) => said.includes(ask)));
  const things = asked.flatMap((rule) => [...rule.asks, rule.short.toLowerCase()]);
  const nameless = rules.filter((rule) => rule.forbids && rule.asks.length === 0);
  return [...asked, ...nameless.filter((rule) => rule.short.toLowerCase().split(' ').some((word) => things.includes(word)))];
}

function meets(kept: FreeForm, line: Line, zone: string): boolean {
  const from = toZoned(parseDateTime(`${kept.from}T00:00`), zone);
  const after = toZoned(parseDateTime(`${kept.until ?? kept.from}T00:00`), zone).add({ days: 1 });
  return Date.parse(line.from) < Date.parse(after.toAbsoluteString()) && Date.parse(from.toAbsoluteString()) < Date.parse(line.until);
}

function intervalOf(form: ProcedureForm): { earliest: CalendarDate; middle: CalendarDate; latest: CalendarDate } {
  const ended = parseDate(form.ended.slice(0, 10));
  const ends = form.session >= form.sessions;
  const [earliest, latest] = [ended.add({ months: ends ? 6 : 1 }), ended.add({ months: ends ? 12 : 2 })];
  return { earliest, middle: earliest.add({ days: Math.ceil(latest.compare(earliest) / 2) }), latest };
}

function placeOf(day: CalendarDate, { earliest, latest }: { earliest: CalendarDate; latest: CalendarDate }): Place {
  return day.compare(earliest) < 0 ? 'early' : day.compare(latest) > 0 ? 'late' : 'within';
}

function refusal(code: string, field: string | null): Problem {
  return { code, field, detail: {} };
}

/** What the fake knows about the picture of the plans, and its stories. */
import { toZoned, parseDateTime, type ZonedDateTime } from '@internationalized/date';
import type { Bar, Line, PlanView, ProcedureForm, Timeline } from './contract';
import { rules, type Rule } from './fake-protocol';

type Treatment = { id: string; form: ProcedureForm };
type LineOf = (rule: Rule, anchor: ZonedDateTime) => Line;
type RemindersOf = (id: string, rule: Rule, line: Line, anchor: ZonedDateTime) => string[];

/** What lasts longer on skin that gets dark marks easily. */
const longer: Record<string, string> = { sunscreen: 'P90D', 'sun-shade': 'P28D', 'strong-creams': 'P14D' };

/** The stories of the picture, all of treatments of the face by a pen. */
export function timelineStories(face: ProcedureForm, now: string): Record<string, { now: string; treatments: ProcedureForm[] }> {
  const neck = { ...face, areas: ['neck', 'decolletage'], device: 'roller', depth_mm: 0.5 };
  const booked = { ...face, antibiotic: true, pih_prone: true, next_session: '2026-05-05T10:00' };
  return {
    timeline: { now, treatments: [face] },
    'timeline-3-days': { now, treatments: [{ ...face, antibiotic: true }] },
    'timeline-course': { now: '2026-04-16T09:20:00Z', treatments: [face] },
    'timeline-two': { now, treatments: [face, { ...neck, ended: '2026-03-22T11:00' }] },
    'timeline-four': { now, treatments: [face, { ...neck, ended: '2026-03-22T11:00' }, { ...face, ended: '2026-02-20T11:00', session: 1 }, { ...face, areas: ['hands'], ended: '2026-01-30T11:00' }] },
    'timeline-booked': { now: '2026-04-24T09:20:00Z', treatments: [booked] },
    'timeline-everything': { now, treatments: [booked] },
    'timeline-none': { now, treatments: [] },
    'timeline-late': { now: '2026-10-14T16:00:00Z', treatments: [{ ...face, session: 4 }] },
  };
}

export function timelineOf(treatments: Treatment[], now: ZonedDateTime, lineOf: LineOf, remindersOf: RemindersOf): Timeline {
  const views = treatments.map((one) => viewOf(one, lineOf, remindersOf)).sort((a, b) => Date.parse(b.ended) - Date.parse(a.ended));
  const speaks = (view: PlanView) => view.bars.some((bar) => Date.parse(bar.line.until) > Date.parse(now.toAbsoluteString()));
  return { now: now.toAbsoluteString(), zone: now.timeZone, procedures: views.filter((view, index) => index === 0 || speaks(view)) };
}

function viewOf({ id, form }: Treatment, lineOf: LineOf, remindersOf: RemindersOf): PlanView {
  const ended = toZoned(parseDateTime(form.ended), form.zone);
  const booked = form.next_session ? toZoned(parseDateTime(form.next_session), form.zone) : null;
  const left = form.session < form.sessions;
  const wanted = rules
    .filter((rule) => rule.kind !== 'learn' && !rule.onDemand)
    .filter((rule) => rule.onlyIf !== 'antibiotic_prescribed' || form.antibiotic)
    .filter((rule) => rule.onlyIf !== 'session_unbooked' || (left && !booked));
  const bars = wanted.flatMap((rule): Bar[] => {
    const prepares = rule.anchor === 'next_session';
    const anchor = prepares ? booked : ended;
    if (!anchor) return [];
    const until = (form.pih_prone ? longer[rule.id] : undefined) ?? rule.until;
    const line = lineOf({ ...rule, until }, anchor);
    return [{ line, prepares, reminders: remindersOf(id, rule, line, anchor) }];
  });
  const by = (bar: Bar) => [bar.line.until, bar.line.from, bar.line.id].join();
  return {
    id,
    ended: ended.toAbsoluteString(),
    areas: form.areas,
    device: form.device,
    depth_mm: form.depth_mm,
    session: form.session,
    sessions: form.sessions,
    draft: true,
    next_session: booked?.toAbsoluteString() ?? null,
    next_between: left ? [ended.add({ months: 1 }).toString().slice(0, 10), ended.add({ months: 2 }).toString().slice(0, 10)] : null,
    bars: bars.sort((a, b) => by(a).localeCompare(by(b))),
  };
}

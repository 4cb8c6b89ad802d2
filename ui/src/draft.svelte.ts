/** A treatment while it is being typed. Nothing typed is lost: what cannot be read stays as it stands, with a problem beside it. */
import type { Problem, ProcedureForm, ProtocolView } from './contract';
import { localDay, localTime } from './moments';
import { isDay, isTime, wall } from './wall';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Nobody remembers the minute. */
const ROUND = 5 * MINUTE;

export class Draft {
  day = $state('');
  time = $state('');
  zone = $state('');
  device = $state('');
  depth = $state('');
  areas = $state<string[]>([]);
  prp = $state(false);
  antibiotic = $state(false);
  pihProne = $state(false);
  session = $state('1');
  sessions = $state('');
  nextDay = $state('');
  nextTime = $state('');
  /** What stood in the way of the last save, one per field at most. */
  problems = $state<Problem[]>([]);

  private constructor(
    readonly id: string | null,
    readonly protocol: ProtocolView,
  ) {}

  /** A new treatment: it ended about an hour ago, here. */
  static blank(protocol: ProtocolView, now: number, zone: string): Draft {
    const draft = new Draft(null, protocol);
    const hourAgo = now - HOUR;
    const ended = hourAgo - (hourAgo % ROUND);
    [draft.day, draft.time] = [localDay(ended, zone), localTime(ended, zone)];
    draft.zone = zone;
    draft.sessions = String(protocol.sessions_default);
    return draft;
  }

  /** A treatment as it was entered. */
  static of(id: string, form: ProcedureForm, protocol: ProtocolView): Draft {
    const draft = new Draft(id, protocol);
    [draft.day, draft.time] = parted(form.ended);
    draft.zone = form.zone;
    draft.device = form.device;
    draft.depth = form.depth_mm === null ? '' : String(form.depth_mm);
    draft.areas = [...form.areas];
    draft.prp = form.prp;
    draft.antibiotic = form.antibiotic;
    draft.pihProne = form.pih_prone;
    draft.session = String(form.session);
    draft.sessions = String(form.sessions);
    if (form.next_session) [draft.nextDay, draft.nextTime] = parted(form.next_session);
    return draft;
  }

  toggle(area: string): void {
    this.areas = this.areas.includes(area) ? this.areas.filter((one) => one !== area) : [...this.areas, area];
  }

  /** No next session is booked after all. */
  unbook(): void {
    this.nextDay = '';
    this.nextTime = '';
    this.changed('next_session');
  }

  /** Why the rules in use do not cover the chosen device, if so. Shown at once, not only at the end. */
  get deviceRefusal(): Problem | null {
    const choice = this.protocol.devices.find((one) => one.id === this.device);
    return choice && !choice.covered ? problem('device-not-covered', 'device', { device: choice.id }) : null;
  }

  /** The same for the areas: the first that is not covered. */
  get areaRefusal(): Problem | null {
    const choice = this.protocol.areas.find((one) => this.areas.includes(one.id) && !one.covered);
    return choice ? problem('area-not-covered', 'areas', { area: choice.id }) : null;
  }

  /** The same for the needle length. */
  get depthRefusal(): Problem | null {
    const depth = this.#depth();
    const most = this.protocol.max_needle_mm;
    if (depth === null || depth === undefined || depth <= most) return null;
    return problem('depth-not-covered', 'depth_mm', { depth: String(depth), most: String(most) });
  }

  /** The problem at one field: what the program or the form said at the last save, or a refusal that is plain already. */
  at(field: string): Problem | null {
    const refusal = { device: this.deviceRefusal, areas: this.areaRefusal, depth_mm: this.depthRefusal }[field];
    return refusal ?? this.problems.find((one) => one.field === field) ?? null;
  }

  /** Forgets the problem at a field as soon as the field changes. */
  changed(field: string): void {
    this.problems = this.problems.filter((one) => one.field !== field);
  }

  /** The form to send, or what is missing for it. */
  read(): { form: ProcedureForm } | { problems: Problem[] } {
    const problems: Problem[] = [];
    const depth = this.#depth();
    const session = whole(this.session);
    const sessions = whole(this.sessions);
    const most = this.protocol.sessions_most;

    if (!isDay(this.day) || !isTime(this.time)) problems.push(problem('ended-not-a-time', 'ended'));
    if (this.device === '') problems.push(problem('device-missing', 'device'));
    else if (this.deviceRefusal) problems.push(this.deviceRefusal);
    if (depth === undefined) problems.push(problem('depth-not-a-depth', 'depth_mm'));
    else if (this.depthRefusal) problems.push(this.depthRefusal);
    if (this.areas.length === 0) problems.push(problem('area-missing', 'areas'));
    else if (this.areaRefusal) problems.push(this.areaRefusal);
    if (session < 1 || session > sessions || sessions > most || Number.isNaN(session + sessions)) {
      problems.push(problem('session-number', 'session', { most: String(most) }));
    }
    const next = wall(this.nextDay, this.nextTime);
    if (next !== null && !(isDay(this.nextDay) && isTime(this.nextTime))) problems.push(problem('session-not-a-time', 'next_session'));
    if (problems.length > 0 || depth === undefined) return { problems };

    return {
      form: {
        ended: `${this.day}T${this.time}`,
        zone: this.zone,
        device: this.device,
        depth_mm: depth,
        areas: this.#inOrder(),
        prp: this.prp,
        antibiotic: this.antibiotic,
        pih_prone: this.pihProne,
        session,
        sessions,
        next_session: next,
      },
    };
  }

  /** The areas in the protocol's order, then any that it does not name. */
  #inOrder(): string[] {
    const known = this.protocol.areas.map((one) => one.id);
    return [...known.filter((id) => this.areas.includes(id)), ...this.areas.filter((id) => !known.includes(id))];
  }

  /** The needle length: null where none is typed, undefined where it is no length. A comma is as good as a point. */
  #depth(): number | null | undefined {
    const typed = this.depth.trim();
    if (typed === '') return null;
    const length = Number(/^(\d+([.,]\d+)?)\s*(mm)?$/i.exec(typed)?.[1]?.replace(',', '.'));
    return length > 0 ? length : undefined;
  }
}

const whole = (typed: string): number => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);

/** The day and the time of a wall time, to the minute. */
const parted = (wall: string): [string, string] => [wall.slice(0, 10), wall.slice(11, 16)];

function problem(code: string, field: string, detail: Record<string, string> = {}): Problem {
  return { code, field, detail };
}

/**
 * Answers the window's questions without the program, from made-up treatments and the default protocol. For tests and design
 * work only: `?state=day-2` chooses a story, `&at=2026-03-29T12:00:00Z` another moment of it. Its clock starts there and runs on.
 */
import { parseAbsolute, parseDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';
import type { Answered, Away, Board, CheckForm, Course, Diary, Health, Ledger, Line, Photos, ProcedureForm, Problem, ProtocolView, Questions, Start, Supplies, Timeline, Today } from './contract';
import { clinic, FakeCall, type Calling } from './fake-call';
import { askInWindow, mayOf, questions, suggestOf } from './fake-may';
import { daysOf, offerOf, type Leaving } from './fake-days';
import { diaryStories, FakeDiary, type Keeping } from './fake-diary';
import { FakePhotos, photoStories, type Picturing } from './fake-photos';
import { courseStories, FakeCourse, type Planning } from './fake-course';
import { codeOf, exportOf, saveOf, textCodeOf, type Exporting } from './fake-export';
import { rules } from './fake-protocol';
import { healthOf, ledgerOf, nights, outdoorsOf, type Reminding, type Tried } from './fake-reminders';
import { Chosen, type Choosing } from './fake-settings';
import { allSlotsOf, byUntil, instant, lineOf, remindersOf, slotsOf, titleOf } from './fake-slots';
import { suppliesOf } from './fake-supplies';
import { ZONE, days, evening, face } from './fake-today';
import { timelineOf, timelineStories } from './fake-timeline';

const FOLDER = '/home/you/.local/share/aftercare';

const protocol: ProtocolView = {
  id: 'microneedling',
  version: '1.0.0',
  draft: true,
  devices: ['roller', 'pen', 'stamp', 'radio-frequency'].map((id) => ({ id, covered: id !== 'radio-frequency' })),
  areas: ['face', 'neck', 'decolletage', 'hands', 'scalp', 'body'].map((id) => ({ id, covered: !['scalp', 'body'].includes(id) })),
  max_needle_mm: 2,
  sessions_default: 4,
  sessions_most: 12,
};

type Treatment = { id: string; form: ProcedureForm };
type Story = {
  now: string;
  agreed?: boolean;
  treatments?: ProcedureForm[];
  /** Instructions answered on the story's morning. */
  done?: string[];
  /** Everything due is done. */
  finished?: boolean;
  missed?: string[];
  /** Why the computer could not show what was missed; only its cause is known without. */
  why?: Away;
  problem?: Problem;
  /** Outside since. */
  out?: string;
  place?: string | null;
  polar?: boolean;
} & Reminding &
  Choosing &
  Keeping &
  Leaving &
  Picturing &
  Planning &
  Exporting &
  Calling;

const stories: Record<string, Story> = {
  ...days,
  welcome: { now: evening, agreed: false },
  form: { now: evening },
  leaving: { now: evening, treatments: [face], offered: true, usuallyBack: '2026-03-29T16:40:00Z' },
  'leaving-two': { now: evening, treatments: [face, { ...face, ended: '2026-03-22T11:00', areas: ['neck'] }], offered: true },
  none: { now: evening, treatments: [] },
  agent: { now: evening, treatments: [face], agent: false, goes: 'over' },
  waiting: { now: evening, treatments: [face], waiting: '2026-03-28T19:00:00Z', server: 'none' },
  missed: { now: evening, treatments: [face], missed: ['sunscreen', 'bottled-water'] },
  'missed-off': { now: evening, treatments: [face], missed: ['sunscreen', 'bottled-water'], why: { from: '2026-03-27T21:10:00Z', until: '2026-03-28T15:20:00Z', why: 'off' } },
  health: { now: evening, treatments: [face], done: ['bottled-water', 'soothe'], away: nights.slice(1, 3) },
  'health-nothing': { now: evening, treatments: [], nothing: true, server: 'unmet', autostart: 'off' },
  'health-asleep': { now: evening, treatments: [face], away: nights, autostart: 'switched_off', server: 'bare' },
  'health-stale': { now: evening, treatments: [face], autostart: 'stale' },
  'health-unit': { now: evening, treatments: [face], autostart: 'unit' },
  'health-not-here': { now: evening, treatments: [face], autostart: 'not_here' },
  'test-waiting': { now: evening, treatments: [face], goes: 'waiting', tested: { seen: null } },
  'test-shown': { now: evening, treatments: [face], tested: { seen: null } },
  'test-refused': { now: evening, treatments: [face], goes: 'refused', server: 'none', tested: { seen: null } },
  'test-over': { now: evening, treatments: [face], goes: 'over', tested: { seen: null } },
  'test-seen': { now: evening, treatments: [face], tested: { seen: true } },
  'test-unseen': { now: evening, treatments: [face], tested: { seen: false } },
  ledger: { now: '2026-04-01T19:06:00Z', treatments: [face] },
  'ledger-two': { now: evening, treatments: [face, { ...face, ended: '2026-03-22T11:00', areas: ['neck', 'decolletage'], device: 'roller', depth_mm: 0.5 }] },
  'ledger-many': { now: '2026-04-03T19:06:00Z', treatments: [1, 2, 3, 4, 5].map((day) => ({ ...face, ended: `2026-03-2${day}T11:00` })) },
  'ledger-empty': { now: evening, treatments: [] },
  'outdoors-offer': { now: '2026-04-02T09:02:00Z', treatments: [face] },
  'outdoors-rule': { now: '2026-03-29T08:30:00Z', treatments: [face] },
  'outdoors-running': { now: '2026-04-02T09:20:00Z', treatments: [face], out: '2026-04-02T08:02:00Z' },
  'outdoors-polar': { now: '2026-04-02T09:20:00Z', treatments: [face], out: '2026-04-02T08:02:00Z', place: 'Arctic/Longyearbyen', polar: true },
  'outdoors-nowhere': { now: '2026-04-02T09:02:00Z', treatments: [face], place: null },
  ...Object.fromEntries(Object.keys(questions).map((story) => [story, { now: evening, treatments: [face] }])),
  'may-minutes': { now: '2026-04-10T12:22:40Z', treatments: [face] },
  'may-session': { now: '2026-04-29T19:06:00Z', treatments: [{ ...face, next_session: '2026-05-05T10:00' }] },
  'may-two': { now: evening, treatments: [face, { ...face, ended: '2026-03-22T11:00', areas: ['neck', 'decolletage'], device: 'roller', depth_mm: 0.5 }] },
  'may-none': { now: evening, treatments: [] },
  settings: { now: evening, treatments: [face], tested: { seen: true } },
  'settings-own-times': { now: evening, treatments: [face], autostart: 'off', times: { morning: '09:30', evening: '21:45', quiet: { from: '22:30', until: '08:30' } } },
  'settings-dark': { now: evening, treatments: [face], tested: { seen: true }, look: { theme: 'dark' } },
  'settings-large': { now: evening, treatments: [face], tested: { seen: true }, look: { text_size: 200 } },
  'settings-left': { now: evening, treatments: [face], left: [{ code: 'login-left', field: null, detail: { folder: '~/.config/autostart', reason: 'permission denied' } }] },
  ...timelineStories(face, evening),
  ...diaryStories(face, evening),
  ...photoStories(face),
  ...courseStories(face, evening, clinic),
  export: { now: evening, treatments: [face], checks: ['', 'Tight.', 'Better.'].map((note, id) => ({ id, procedure: 't1', at: evening, hours: 28, ratings: { redness: 4 }, signs: [], note })) },
  'export-photos': { now: '2026-03-29T19:06:00Z', treatments: [face], pictures: ['2026-03-27T19:00:00Z', '2026-03-28T19:00:00Z'] },
  'export-none': { now: evening, treatments: [] },
  'export-large': { now: evening, treatments: [face], large: true },
  'export-not-saved': { now: evening, treatments: [face], saves: { file: null } },
  'export-failed': { now: evening, treatments: [face], saves: { code: 'export-failed', field: null, detail: { file: '~/Documents/aftercare.ics', reason: 'No space left on device' } } },
  warnings: { now: evening, agreed: false },
  call: { now: evening, treatments: [{ ...face, prp: true, antibiotic: true }], contact: clinic },
  'call-none': { now: evening, treatments: [face] },
  'call-two': { now: evening, treatments: [face, { ...face, ended: '2026-03-22T11:00', areas: ['neck', 'decolletage'], device: 'roller', depth_mm: null }], contact: clinic },
  'call-elsewhere': { now: evening, treatments: [face], contact: { ...clinic, hours: '', out_of_hours: '' }, country: null },
  error: {
    now: evening,
    contact: null,
    problem: { code: 'store-damaged', field: null, detail: { file: `${FOLDER}/aftercare.db` } },
  },
};

export class Fake {
  #story: Story;
  #agreed: boolean;
  #chosen: Chosen;
  #treatments: Treatment[];
  #answers = new Map<string, { what: Answered; at: string }>();
  #autostart: string;
  #tried: Tried | null = null;
  #out: number | null;
  #place: string | null;
  #call: FakeCall;
  #diary: FakeDiary;
  #photos: FakePhotos;
  #course: FakeCourse;
  #clock: () => number;
  #began: number;

  constructor(story: string, at: string | null = null, clock: () => number = Date.now) {
    this.#story = { ...(stories[story] ?? { now: evening, agreed: false }), ...(at === null ? {} : { now: at }) };
    this.#call = new FakeCall(this.#story);
    this.#diary = new FakeDiary(this.#story);
    this.#photos = new FakePhotos(this.#story);
    this.#course = new FakeCourse(this.#story, lineOf, remindersOf);
    this.#clock = clock;
    this.#chosen = new Chosen(this.#story);
    this.#began = clock();
    this.#agreed = this.#story.agreed ?? true;
    this.#treatments = (this.#story.treatments ?? []).map((form, index) => ({ id: `t${index + 1}`, form }));
    this.#autostart = this.#story.autostart ?? 'on';
    this.#out = this.#story.out ? instant(this.#story.out) : null;
    this.#place = this.#story.place === undefined ? ZONE : this.#story.place;
    if (this.#story.tested) {
      const { goes = 'shown', tested } = this.#story;
      const ago = goes === 'waiting' ? 0 : 60_000;
      this.#tried = { asked: instant(this.#story.now) - ago, goes, seen: tested.seen };
    }
    for (const todo of this.#today().procedures.flatMap((board) => board.do_now)) {
      const due = instant(todo.due) <= instant(this.#story.now);
      if ((this.#story.finished && due) || (this.#story.done?.includes(todo.line.id) && todo.due < '2026-03-28T12:00:00Z')) {
        this.#answers.set(todo.key, { what: 'done', at: new Date(Math.min(instant(todo.due) + 12 * 60_000, instant(this.#story.now))).toISOString() });
      }
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the door it stands for takes its time
  answer = async <N extends keyof Questions>(name: N, rest: Questions[N]['with']): Promise<Questions[N]['reply']> => {
    const replies: { [Q in keyof Questions]: (rest: Questions[Q]['with']) => Questions[Q]['reply'] } = {
      start: () => this.#start(),
      agree: ({ details, autostart }) => {
        this.#agreed = true;
        this.#autostart = autostart ? 'on' : 'off';
        this.#chosen.details = details;
        return this.#start();
      },
      today: () => this.#today(),
      enter: ({ form }) => this.#enter(null, form),
      correct: ({ id, form }) => this.#enter(id, form),
      form: ({ id }) => this.#found(id).form,
      forget: ({ id }) => {
        this.#treatments = this.#treatments.filter((one) => one !== this.#found(id));
        return this.#today();
      },
      answer: ({ key, what, at }) => {
        if (what === 'undone') this.#answers.delete(key);
        else this.#answers.set(key, { what, at: at === null ? this.#now().toAbsoluteString() : this.#earlier(at) });
        return this.#today();
      },
      go_out: () => {
        this.#out = this.#now().toDate().getTime();
        return this.#today();
      },
      come_back: () => {
        this.#out = null;
        return this.#today();
      },
      place: ({ name }) => {
        this.#place = name;
        return this.#today();
      },
      ledger: () => this.#ledger(),
      health: () => this.#health(),
      test: () => {
        this.#tried = { asked: this.#now().toDate().getTime(), goes: this.#story.goes ?? 'shown', seen: null };
        return this.#health();
      },
      seen: ({ seen }) => {
        if (!this.#tried) throw refusal('not-found', null);
        this.#tried.seen = seen;
        return this.#health();
      },
      autostart: ({ on }) => {
        this.#autostart = on ? 'on' : 'off';
        return this.#health();
      },
      may: ({ asked }) => mayOf(asked, this.#treatments.map((one) => one.form), this.#now()),
      suggest: ({ typed }) => suggestOf(typed),
      settings: () => this.#chosen.settings(FOLDER),
      times: ({ times }) => {
        this.#chosen.chooseTimes(times);
        return this.#chosen.settings(FOLDER);
      },
      look: ({ theme, text_size }) => {
        this.#chosen.chooseLook(theme, text_size);
        return this.#chosen.settings(FOLDER);
      },
      details: ({ on }) => {
        this.#chosen.details = on;
        return this.#chosen.settings(FOLDER);
      },
      delete_everything: () => {
        this.#agreed = false;
        this.#chosen = new Chosen({});
        [this.#treatments, this.#tried, this.#out] = [[], null, null];
        this.#story = { ...this.#story, treatments: undefined };
        this.#answers.clear();
        this.#diary = new FakeDiary({});
        this.#photos = new FakePhotos({});
        this.#course = new FakeCourse({}, lineOf, remindersOf);
        return { start: this.#start(), left: this.#story.left ?? [] };
      },
      days: () => daysOf(this.#story, this.#today().procedures, this.#now().toAbsoluteString(), ZONE),
      timeline: () => this.#timeline(),
      supplies: () => this.#supplies(),
      diary: () => this.#readDiary(),
      check_in: ({ form }) => this.#check(null, form),
      correct_check: ({ id, form }) => this.#check(id, form),
      delete_check: ({ id }) => {
        this.#diary.delete(id);
        return this.#readDiary();
      },
      restore_check: ({ id }) => {
        this.#diary.restore(id);
        return this.#readDiary();
      },
      photos: () => this.#readPhotos(),
      add_photos: () => this.#photos.add(this.#now().toAbsoluteString()),
      add_dropped: () => this.#photos.add(this.#now().toAbsoluteString()),
      import: () => this.#photos.far,
      end_import: () => this.#photos.end(),
      correct_photo: ({ id, form }) => {
        this.#photos.correct(id, form, toZoned(parseDateTime(form.at), ZONE).toAbsoluteString());
        return this.#readPhotos();
      },
      delete_photo: ({ id }) => {
        this.#photos.delete(id);
        return this.#readPhotos();
      },
      restore_photo: ({ id }) => {
        this.#photos.restore(id);
        return this.#readPhotos();
      },
      course: () => this.#sessions(),
      book: ({ procedure, at }) => this.#sessions(() => this.#course.book(this.#found(procedure), at, this.#now())),
      suppose: ({ procedure, at }) => this.#course.suppose(this.#found(procedure), at, this.#now()),
      cancel_session: ({ procedure }) => this.#sessions(() => this.#course.cancel(this.#found(procedure))),
      keep_free: ({ form }) => this.#sessions(() => this.#course.keep(null, form, this.#now())),
      correct_free: ({ id, form }) => this.#sessions(() => this.#course.keep(id, form, this.#now())),
      delete_free: ({ id }) => this.#sessions(() => this.#course.delete(id)),
      restore_free: ({ id }) => this.#sessions(() => this.#course.restore(id)),
      export: () => {
        const { now, zone, checks } = this.#readDiary();
        return exportOf(now, zone, this.#treatments.length, checks.map((check) => check.note), this.#readPhotos().photos.length);
      },
      export_code: () => codeOf(this.#story, this.#now().toAbsoluteString()),
      text_code: ({ text }) => textCodeOf(text),
      save_export: ({ form }) => saveOf(this.#story, form),
      warnings: () => this.#call.warnings(this.#treatments),
      contact: ({ form }) => {
        this.#call.write(form);
        return this.#call.warnings(this.#treatments);
      },
      country: ({ code }) => {
        this.#call.choose(code);
        return this.#call.warnings(this.#treatments);
      },
    };
    if (this.#story.problem && name !== 'warnings' && name !== 'country') throw this.#story.problem;
    return replies[name](rest);
  };

  #now(): ZonedDateTime {
    return parseAbsolute(this.#story.now, ZONE).add({ milliseconds: this.#clock() - this.#began });
  }

  #start(): Start {
    return {
      agreed: this.#agreed,
      details: this.#chosen.details,
      look: this.#chosen.look,
      language: 'en',
      zone: ZONE,
      now: this.#now().toAbsoluteString(),
      procedures: this.#treatments.length + (this.#story.treatments?.length === 0 ? 1 : 0),
      protocol,
      zones: Intl.supportedValuesOf('timeZone'),
      places: Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')),
      version: '0.1.0',
    };
  }

  #enter(id: string | null, form: ProcedureForm): Today {
    const now = this.#now();
    const ended = toZoned(parseDateTime(form.ended), form.zone);
    if (ended.compare(now) > 0) throw refusal('ended-in-future', 'ended');
    if (form.next_session && parseDateTime(form.next_session).compare(parseDateTime(form.ended)) <= 0) {
      throw refusal('session-before-treatment', 'next_session');
    }
    if (id === null) this.#treatments = [{ id: `t${this.#treatments.length + 1}`, form }, ...this.#treatments];
    else this.#found(id).form = form;
    return this.#today();
  }

  /** The instant of a wall time at which something is said to have been done. */
  #earlier(at: string): string {
    const done = toZoned(parseDateTime(at), ZONE);
    if (done.compare(this.#now()) > 0) throw refusal('answer-in-future', 'at');
    const first = this.#treatments.map(({ form }) => toZoned(parseDateTime(form.ended), form.zone)).sort((a, b) => a.compare(b))[0];
    if (first && done.compare(first) < 0) throw { ...refusal('answer-too-early', 'at'), detail: { earliest: first.toAbsoluteString() } };
    return done.toAbsoluteString();
  }

  #health(): Health {
    const { rows } = this.#ledger(1, 0);
    const last = rows.filter((row) => row.shown.length > 0);
    return healthOf(this.#story, this.#now(), this.#autostart, this.#tried, last.filter((row) => row.due === last[0]?.due));
  }

  /** Some days back and some ahead. */
  #ledger(back = 11, ahead = 7): Ledger {
    const slots = this.#treatments.flatMap(({ id, form }) => {
      const ended = toZoned(parseDateTime(form.ended), form.zone);
      const days = Array.from({ length: back + 1 + ahead }, (_, index) => this.#now().add({ days: index - back }));
      return days.flatMap((day) =>
        rules
          .filter((rule) => rule.anchor === 'procedure' && rule.onlyIf === null)
          .flatMap((rule) => slotsOf(id, rule, lineOf(rule, ended), ended, day, [0]).map((slot) => ({ ...slot, areas: form.areas }))),
      );
    });
    return ledgerOf(slots, this.#answers, this.#now());
  }

  #timeline(): Timeline {
    return timelineOf(this.#treatments, this.#now(), lineOf, remindersOf);
  }

  /** The course after something was done. */
  #sessions(act: () => unknown = () => null): Course {
    act();
    return this.#course.read(this.#now(), this.#treatments);
  }

  #supplies(): Supplies {
    const settled = (key: string) => ['done', 'skipped'].includes(this.#answers.get(key)?.what ?? '');
    return suppliesOf(this.#treatments, this.#now(), lineOf, allSlotsOf, settled);
  }

  #ended() {
    return this.#treatments.map(({ id, form }) => ({ id, form, ended: toZoned(parseDateTime(form.ended), form.zone).toAbsoluteString() }));
  }

  #readDiary(): Diary {
    return this.#diary.read(this.#now().toAbsoluteString(), ZONE, this.#ended());
  }

  #readPhotos(): Photos {
    return this.#photos.read(this.#now().toAbsoluteString(), ZONE, this.#ended());
  }

  #check(id: number | null, form: CheckForm): Diary {
    const now = this.#now().toAbsoluteString();
    this.#diary.keep(id, form, now, ZONE, this.#ended());
    return this.#readDiary();
  }

  #found(id: string): Treatment {
    const found = this.#treatments.find((one) => one.id === id);
    if (!found) throw refusal('not-found', null);
    return found;
  }

  #today(): Today {
    const missed = rules.filter((rule) => this.#story.missed?.includes(rule.id));
    const procedures = this.#treatments.map((one) => this.#board(one)).filter((board) => board.day < 200);
    const now = this.#now().toDate().getTime();
    const demanded = rules.some(
      (rule) =>
        rule.onDemand &&
        this.#treatments.some(({ form }) => {
          const line = lineOf(rule, toZoned(parseDateTime(form.ended), form.zone));
          return instant(line.from) <= now && now < instant(line.until);
        }),
    );
    const stayIn = procedures.flatMap((board) => board.not_yet).find((line) => line.id === 'sun-strict') ?? null;
    return {
      now: this.#now().toAbsoluteString(),
      zone: ZONE,
      procedures,
      reminders: {
        agent: this.#story.agent ?? true,
        waiting_since: this.#story.waiting ?? null,
        missed: missed.map((rule) => ({ key: `t1/${rule.id}/2026-03-28T08:00`, title: rule.title, due: '2026-03-28T07:00:00Z', cause: 'off', away: this.#story.why ?? null })),
      },
      offer: offerOf(this.#story),
      outdoors: outdoorsOf(demanded, stayIn, this.#out, this.#place, this.#story.polar ?? false, this.#now()),
    };
  }

  #board({ id, form }: Treatment): Board {
    const now = this.#now();
    const ended = toZoned(parseDateTime(form.ended), form.zone);
    const booked = form.next_session ? toZoned(parseDateTime(form.next_session), form.zone) : null;
    const lines = rules
      .filter((rule) => (rule.onlyIf !== 'antibiotic_prescribed' || form.antibiotic) && (rule.onlyIf !== 'session_unbooked' || !booked))
      .flatMap((rule) => {
        const anchor = rule.anchor === 'procedure' ? ended : booked;
        return anchor ? [{ rule, line: lineOf(rule, anchor), anchor }] : [];
      });
    const running = lines.filter(({ line }) => instant(line.from) <= now.toDate().getTime() && now.toDate().getTime() < instant(line.until));
    const avoid = running.filter(({ rule }) => rule.forbids).map(({ line }) => line).sort(byUntil);
    const prohibitions = lines.filter(({ rule }) => rule.forbids).map(({ line }) => line).sort(byUntil);
    const slots = lines.flatMap(({ rule, line, anchor }) => slotsOf(id, rule, line, anchor, now));
    const todos = slots.filter((todo) => todo.due.slice(0, 10) === now.toAbsoluteString().slice(0, 10));
    const next = slots.filter((todo) => instant(todo.due) > now.toDate().getTime()).sort((a, b) => instant(a.due) - instant(b.due));
    const together = next.filter((todo) => todo.due === next[0]?.due);
    const late = (line: Line) => now.toDate().getTime() - instant(line.until);
    return {
      id,
      ended: ended.toAbsoluteString(),
      day: Math.round((Date.parse(now.toString().slice(0, 10)) - Date.parse(form.ended.slice(0, 10))) / 86_400_000) + 1,
      hours: Math.floor((now.toDate().getTime() - ended.toDate().getTime()) / 360_000) / 10,
      device: form.device,
      depth_mm: form.depth_mm,
      areas: form.areas,
      prp: form.prp,
      session: form.session,
      sessions: form.sessions,
      next_session: booked?.toAbsoluteString() ?? null,
      next_between: form.session < form.sessions ? [ended.add({ months: 1 }).toString().slice(0, 10), ended.add({ months: 2 }).toString().slice(0, 10)] : null,
      draft: true,
      until: prohibitions.at(-1)?.until ?? ended.toAbsoluteString(),
      marks: [...new Set(prohibitions.filter((line) => line.rule && line.kind === 'avoid').map((line) => line.until))],
      not_yet: avoid,
      released: prohibitions.filter((line) => late(line) >= 0 && late(line) < 86_400_000).reverse(),
      do_now: todos
        .map((todo) => ({ ...todo, answer: this.#answers.get(todo.key)?.what ?? null, answered: this.#answers.get(todo.key)?.at ?? null }))
        .filter((todo) => todo.answer !== null || instant(todo.useful_until) > now.toDate().getTime()),
      usual: running.filter(({ line }) => line.kind === 'expect').map(({ line }) => line),
      good_to_know: running.filter(({ rule }) => rule.kind === 'learn' || (!rule.onDemand && rule.at.length === 0 && ['do', 'apply'].includes(rule.kind))).map(({ line }) => line),
      next: next[0] ? { at: next[0].due, title: titleOf(together, next[0].due), lines: together.map((todo) => todo.line.title) } : null,
    };
  }
}

function refusal(code: string, field: string | null): Problem {
  return { code, field, detail: {} };
}

const chosen = new URLSearchParams(location.search);
const story = chosen.get('state') ?? 'welcome';
let fake = new Fake(story, chosen.get('at'));
if (story.startsWith('may')) void askInWindow(questions[story] ?? '');

/** Begins another story, for a test. */
export function tell(story: string, at: string | null = null, clock?: () => number): void {
  fake = new Fake(story, at, clock);
}

export const answer: Fake['answer'] = (name, rest) => fake.answer(name, rest);

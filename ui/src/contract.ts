// Generated from src-tauri/companion/src/contract.rs by `cargo xtask contract`. Do not edit.

export type Answered = "done" | "skipped" | "later" | "undone";

export type Start = { 
/**
 * The person has agreed to what this is and is not.
 */
agreed: boolean, 
/**
 * Notices say what to do; else they are discreet.
 */
details: boolean, 
/**
 * How the window looks.
 */
look: Look, 
/**
 * A BCP 47 language tag, for example `en`.
 */
language: string, 
/**
 * The computer's IANA zone, as it is now.
 */
zone: string, 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * How many treatments are entered.
 */
procedures: number, 
/**
 * The rules in use.
 */
protocol: ProtocolView, 
/**
 * Every IANA zone name, for a treatment elsewhere.
 */
zones: Array<string>, 
/**
 * The places whose sunset is known: zone names, by name.
 */
places: Array<string>, 
/**
 * The program's own version.
 */
version: string, };

export type ProtocolView = { 
/**
 * The protocol's id.
 */
id: string, 
/**
 * Its version.
 */
version: string, 
/**
 * No clinic has signed it off: "Draft: not checked by your clinic" is shown.
 */
draft: boolean, 
/**
 * Devices a form offers; those not covered are refused with a reason.
 */
devices: Array<Choice>, 
/**
 * Areas a form offers, likewise.
 */
areas: Array<Choice>, 
/**
 * The deepest needle in millimetres that the rules cover.
 */
max_needle_mm: number, 
/**
 * How many sessions a course has when nobody said otherwise.
 */
sessions_default: number, 
/**
 * The most sessions a course can have.
 */
sessions_most: number, };

export type Choice = { 
/**
 * The word in the protocol, for example `pen`.
 */
id: string, 
/**
 * The rules in use cover it.
 */
covered: boolean, };

export type ProcedureForm = { 
/**
 * When it ended: a wall time in `zone`, `2026-03-27T15:10`.
 */
ended: string, 
/**
 * The IANA zone it took place in.
 */
zone: string, 
/**
 * One of the devices.
 */
device: string, 
/**
 * Needle length in millimetres, where the patient knows it.
 */
depth_mm: number | null, 
/**
 * At least one area.
 */
areas: Array<string>, 
/**
 * With plasma of the patient's own blood.
 */
prp: boolean, 
/**
 * The clinic prescribed an antibiotic cream.
 */
antibiotic: boolean, 
/**
 * The skin gets dark marks easily.
 */
pih_prone: boolean, 
/**
 * Which session this was, from 1.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, 
/**
 * The next session where it is booked: a wall time in `zone`.
 */
next_session: string | null, };

export type Today = { 
/**
 * Now, by the same clock that plans. The window counts on from here.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * One board per treatment that still has something to say, newest first.
 */
procedures: Array<Board>, 
/**
 * Whether reminders come.
 */
reminders: Reminders, 
/**
 * Going outside.
 */
outdoors: Outdoors, };

export type Outdoors = { 
/**
 * A treatment still has such reminders.
 */
offered: boolean, 
/**
 * The rule that is shown before one goes out, where one says to stay in.
 */
rule: Line | null, 
/**
 * Since when the patient is outside, if so.
 */
since: string | null, 
/**
 * When it ends by itself: the one that lasts, else one that would begin now.
 */
until: string, 
/**
 * That end is the sunset; else it is the most that one lasts.
 */
sunset: boolean, 
/**
 * The next reminder of the one that lasts.
 */
next: string | null, 
/**
 * The place whose sunset counts, where one is known.
 */
place: string | null, };

export type Reminders = { 
/**
 * The agent is running.
 */
agent: boolean, 
/**
 * Since when a notice waits because the system's notification service did not take it.
 */
waiting_since: string | null, 
/**
 * Occurrences that passed unseen in the last day, newest first.
 */
missed: Array<Missed>, };

export type Missed = { 
/**
 * Its key.
 */
key: string, 
/**
 * The instruction's title.
 */
title: string, 
/**
 * When it was due.
 */
due: string, 
/**
 * `off` or `window closed`.
 */
cause: string, 
/**
 * The time without reminders that it fell into, where one is known.
 */
away: Away | null, };

export type Away = { 
/**
 * The last look before it.
 */
from: string, 
/**
 * The first look after it.
 */
until: string, 
/**
 * `asleep` and `off` are the computer's, `stopped` is the agent's own.
 */
why: string, };

export type Ledger = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * By due, newest first, up to a week ahead.
 */
rows: Array<LedgerRow>, };

export type LedgerRow = { 
/**
 * Its key.
 */
key: string, 
/**
 * The treatment's areas; with more than one treatment they tell them apart.
 */
areas: Array<string>, 
/**
 * What it says.
 */
title: string, 
/**
 * When it was or will be due.
 */
due: string, 
/**
 * When it was shown, in order.
 */
shown: Array<string>, 
/**
 * The answer that stands.
 */
answer: Answered | null, 
/**
 * When it was done, or said.
 */
answered: string | null, 
/**
 * Why it was not shown: `off`, `window closed` or `superseded`.
 */
missed: string | null, 
/**
 * When that was decided; not yet, where no look has.
 */
decided: string | null, 
/**
 * The time without reminders that it fell into, where one is known.
 */
away: Away | null, 
/**
 * It can be answered now.
 */
answerable: boolean, };

export type Health = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone.
 */
zone: string, 
/**
 * An agent runs.
 */
agent: boolean, 
/**
 * Since when it has been running without an end.
 */
since: string | null, 
/**
 * Its last look, to about a minute.
 */
looked: string | null, 
/**
 * The last week's times in which no agent looked, newest first.
 */
away: Array<Away>, 
/**
 * The system's notification server as the agent last met it.
 */
server: Server | null, 
/**
 * Since when a notice waits because the server did not take it.
 */
waiting_since: string | null, 
/**
 * The last notice that was shown.
 */
last: LastNotice | null, 
/**
 * Start at login: `on`, `off`, `switched_off` (by the desktop's settings), `stale` (it starts another program), `unit` (the
 * system's service starts it) or `not_here`.
 */
autostart: string, 
/**
 * The last test notice.
 */
test: Test | null, };

export type Server = { 
/**
 * Its name, as it says; none where no server was there.
 */
name: string | null, 
/**
 * Its version, as it says.
 */
version: string, 
/**
 * It shows buttons.
 */
actions: boolean, 
/**
 * It keeps notices until they are closed.
 */
keeps: boolean, 
/**
 * When the agent met it.
 */
met: string, };

export type LastNotice = { 
/**
 * When.
 */
at: string, 
/**
 * What it told of.
 */
lines: Array<string>, 
/**
 * There was something to answer.
 */
answerable: boolean, 
/**
 * The answer that stands.
 */
answer: Answered | null, 
/**
 * When it was given.
 */
answered: string | null, };

export type Test = { 
/**
 * Its number.
 */
id: number, 
/**
 * When it was asked for.
 */
asked: string, 
/**
 * When the notification server took it.
 */
shown: string | null, 
/**
 * Why it did not take it.
 */
refused: string | null, 
/**
 * Nobody took it in time; the agent does not try it any more.
 */
over: boolean, 
/**
 * What the patient said.
 */
seen: boolean | null, };

export type Board = { 
/**
 * The treatment's id, the first part of every key.
 */
id: string, 
/**
 * When it ended.
 */
ended: string, 
/**
 * Day 1 is the day of the treatment.
 */
day: number, 
/**
 * Hours since the treatment ended, to a tenth, rounded down.
 */
hours: number, 
/**
 * What it was done with.
 */
device: string, 
/**
 * Needle length in millimetres.
 */
depth_mm: number | null, 
/**
 * Where.
 */
areas: Array<string>, 
/**
 * With plasma of the patient's own blood.
 */
prp: boolean, 
/**
 * Which session this was.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, 
/**
 * The booked next session.
 */
next_session: string | null, 
/**
 * The local dates between which the next session may lie, where sessions are left.
 */
next_between: [string, string] | null, 
/**
 * No clinic has signed these rules off.
 */
draft: boolean, 
/**
 * When the last prohibition ends.
 */
until: string, 
/**
 * When a prohibition of weight `rule` ends, each moment once, in order.
 */
marks: Array<string>, 
/**
 * Every running prohibition, soonest release first.
 */
not_yet: Array<Line>, 
/**
 * What was released in the last 24 hours, newest first.
 */
released: Array<Line>, 
/**
 * What is to be done now, what was just done, and what is left of the day.
 */
do_now: Array<Todo>, 
/**
 * What is usual at this hour.
 */
usual: Array<Line>, 
/**
 * Running advice without a time of its own.
 */
good_to_know: Array<Line>, 
/**
 * The next notice.
 */
next: Next | null, };

export type Line = { 
/**
 * The instruction's id.
 */
id: string, 
/**
 * `avoid`, `do`, `apply`, `expect`, `check` or `learn`.
 */
kind: string, 
/**
 * It is a rule (its lack does harm), not only advice.
 */
rule: boolean, 
/**
 * What to do or not to do.
 */
title: string, 
/**
 * The thing itself, for a list.
 */
short: string, 
/**
 * The instruction.
 */
text: string, 
/**
 * The reason.
 */
why: string | null, 
/**
 * What is said at the end of the window.
 */
release: string | null, 
/**
 * Where it is from: seed numbers, `practice`, `design`.
 */
source: Array<string>, 
/**
 * The window's first instant.
 */
from: string, 
/**
 * The first instant after the window.
 */
until: string, };

export type Todo = { 
/**
 * The occurrence.
 */
key: string, 
/**
 * Its instruction.
 */
line: Line, 
/**
 * When it was or will be due.
 */
due: string, 
/**
 * Until when it makes sense.
 */
useful_until: string, 
/**
 * The last answer, if any that still stands.
 */
answer: Answered | null, 
/**
 * When it was given.
 */
answered: string | null, };

export type Next = { 
/**
 * When.
 */
at: string, 
/**
 * Its title, as the notice will have it.
 */
title: string, 
/**
 * What it will speak of.
 */
lines: Array<string>, };

export type Warnings = { 
/**
 * Most urgent first.
 */
levels: Array<Level>, 
/**
 * In the protocol's order.
 */
signs: Array<Sign>, 
/**
 * The number to call, or words for it.
 */
emergency: string, 
/**
 * No clinic has signed these texts off.
 */
draft: boolean, 
/**
 * The country of that number (ISO 3166), where it is one of `countries`.
 */
country: string | null, 
/**
 * The countries whose number is known, by code.
 */
countries: Array<string>, 
/**
 * The patient chose the country; else it is the system's region.
 */
chosen: boolean, 
/**
 * What the patient wrote down of the clinic; none where the store cannot be read.
 */
contact: ContactForm | null, 
/**
 * What to say of each treatment that still runs, and of the newest, newest first.
 */
cards: Array<Card>, };

export type Level = { 
/**
 * `emergency`, `today`, `call-24h`, `next-visit`.
 */
id: string, 
/**
 * A headline.
 */
title: string, 
/**
 * The fixed message.
 */
action: string, };

export type Sign = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its level's id.
 */
level: string, 
/**
 * The sign in words.
 */
sign: string, };

export type Verdict = "yes" | "not_before" | "ask" | "unknown";

export type May = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * What was asked, as it was typed.
 */
asked: string, 
/**
 * The strictest part's.
 */
verdict: Verdict, 
/**
 * The strictest part's.
 */
until: string | null, 
/**
 * Everything that was asked for, strictest first; what was asked twice is here once.
 */
parts: Array<MayPart>, 
/**
 * No clinic has signed these texts off.
 */
draft: boolean, };

export type MayPart = { 
/**
 * As it was typed.
 */
asked: string, 
/**
 * The strictest match's.
 */
verdict: Verdict, 
/**
 * The strictest match's; of several as strict, the latest.
 */
until: string | null, 
/**
 * Everything known of it, strictest first.
 */
matches: Array<MayMatch>, 
/**
 * Names that are written like it; only where nothing matched. Offered, never answered.
 */
did_you_mean: Array<string>, };

export type MayMatch = { 
/**
 * Its own name, for example `ibuprofen` for a brand of it; of an instruction its title.
 */
name: string, 
/**
 * `medicine`, `ingredient` or `instruction`.
 */
kind: string, 
/**
 * What this says.
 */
verdict: Verdict, 
/**
 * It is never to be stopped because of this app; stands before everything else.
 */
never_stop: boolean, 
/**
 * From when on it is no longer forbidden.
 */
until: string | null, 
/**
 * It is still to come: not now, but from this moment on.
 */
from: string | null, 
/**
 * `until` is the start of the booked session; afterwards it begins anew.
 */
before_session: boolean, 
/**
 * What is said about it; empty where its window is over and nothing is left to say.
 */
text: string, 
/**
 * The reason, where one is known.
 */
why: string | null, 
/**
 * Seed numbers, `practice` or `design`.
 */
source: Array<string>, 
/**
 * The areas of the treatment it is counted from; with more than one treatment they tell them apart.
 */
areas: Array<string>, };

export type Theme = "system" | "light" | "dark";

export type Look = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * The size of all text in per cent; one of `Settings.text_sizes`.
 */
text_size: number, };

export type Settings = { 
/**
 * Notices say what to do; else they are discreet.
 */
details: boolean, 
/**
 * How the window looks.
 */
look: Look, 
/**
 * The text sizes to choose from, in per cent.
 */
text_sizes: Array<number>, 
/**
 * The times of day in use, where they are the person's own.
 */
times: Times, 
/**
 * The times of day of the rules in use.
 */
plan: PlanTimes, 
/**
 * The longest that quiet hours may be, in hours.
 */
quiet_most: number, 
/**
 * The data folder.
 */
folder: string, };

export type Times = { 
/**
 * Morning care.
 */
morning: string | null, 
/**
 * Evening care.
 */
evening: string | null, 
/**
 * Quiet hours.
 */
quiet: QuietHours | null, };

export type PlanTimes = { 
/**
 * Morning care.
 */
morning: string, 
/**
 * Evening care.
 */
evening: string, 
/**
 * Quiet hours.
 */
quiet: QuietHours, };

export type QuietHours = { 
/**
 * The first quiet time.
 */
from: string, 
/**
 * The first time that is not quiet any more.
 */
until: string, };

export type Deleted = { 
/**
 * As on the first day.
 */
start: Start, 
/**
 * What could not be taken away, in words for the person.
 */
left: Array<Problem>, };

export type Timeline = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * One per treatment that still has something to say, newest first; the newest also when all of it has ended.
 */
procedures: Array<PlanView>, };

export type PlanView = { 
/**
 * The treatment's id, the first part of every key.
 */
id: string, 
/**
 * When it ended.
 */
ended: string, 
/**
 * Where.
 */
areas: Array<string>, 
/**
 * What it was done with.
 */
device: string, 
/**
 * Needle length in millimetres.
 */
depth_mm: number | null, 
/**
 * Which session this was.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, 
/**
 * No clinic has signed these rules off.
 */
draft: boolean, 
/**
 * The booked next session.
 */
next_session: string | null, 
/**
 * The local dates between which the next session may lie, where sessions are left.
 */
next_between: [string, string] | null, 
/**
 * One per window that lasts whatever the patient does, soonest end first. What is only good to know has none.
 */
bars: Array<Bar>, };

export type Bar = { 
/**
 * Its instruction.
 */
line: Line, 
/**
 * It prepares the booked next session.
 */
prepares: boolean, 
/**
 * When the patient is or was to be told of it, in order.
 */
reminders: Array<string>, };

export type ContactForm = { 
/**
 * The clinic's or the doctor's name.
 */
name: string, 
/**
 * The number to call, as people write it.
 */
phone: string, 
/**
 * When somebody answers there; may have several lines.
 */
hours: string, 
/**
 * What to do when nobody does; may have several lines.
 */
out_of_hours: string, };

export type Card = { 
/**
 * The treatment's id.
 */
id: string, 
/**
 * When it ended.
 */
ended: string, 
/**
 * What it was done with.
 */
device: string, 
/**
 * Needle length in millimetres, where the patient knows it.
 */
depth_mm: number | null, 
/**
 * Where.
 */
areas: Array<string>, 
/**
 * With plasma of the patient's own blood.
 */
prp: boolean, 
/**
 * The clinic prescribed an antibiotic cream.
 */
antibiotic: boolean, 
/**
 * Which session this was, from 1.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, };

export type Diary = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * Every treatment, newest first.
 */
procedures: Array<DiaryPlan>, 
/**
 * What is asked, in the protocol's order.
 */
symptoms: Array<Symptom>, 
/**
 * Every check, newest first.
 */
checks: Array<Check>, };

export type DiaryPlan = { 
/**
 * Its id.
 */
id: string, 
/**
 * When it ended.
 */
ended: string, 
/**
 * What it was done with.
 */
device: string, 
/**
 * Where.
 */
areas: Array<string>, 
/**
 * Which session this was.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, 
/**
 * Until when each symptom is usual, by its id, where the protocol says so.
 */
usual_until: { [key in string]: string }, };

export type Symptom = { 
/**
 * Its id.
 */
id: string, 
/**
 * What the patient is asked.
 */
question: string, 
/**
 * Hours since the treatment and the upper edge of the usual, 0 to 10; straight lines between, nothing after the last.
 */
typical: Array<[number, number]>, 
/**
 * Where that is from: seed numbers, `practice`, `design`.
 */
source: Array<string>, };

export type Check = { 
/**
 * Its number.
 */
id: number, 
/**
 * The treatment it is about.
 */
procedure: string, 
/**
 * When it was so.
 */
at: string, 
/**
 * Hours since the treatment ended, to a tenth, rounded down.
 */
hours: number, 
/**
 * 0 to 10 by the symptom's id.
 */
ratings: { [key in string]: number }, 
/**
 * The warning signs that were ticked, in the protocol's order.
 */
signs: Array<string>, 
/**
 * In the patient's own words.
 */
note: string, };

export type CheckForm = { 
/**
 * The treatment it is about.
 */
procedure: string, 
/**
 * When it was so: a wall time where the computer is, `2026-03-28T20:00`; none: now.
 */
at: string | null, 
/**
 * 0 to 10 by the symptom's id; what was passed over is not there.
 */
ratings: { [key in string]: number }, 
/**
 * The ids of the warning signs that were ticked.
 */
signs: Array<string>, 
/**
 * In the patient's own words.
 */
note: string, };

export type Supplies = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * No clinic has signed these rules off.
 */
draft: boolean, 
/**
 * The treatments that still need something, newest first.
 */
treatments: Array<SuppliedTreatment>, 
/**
 * What is needed: first what is counted, then the rest, what ends soonest first.
 */
supplies: Array<Supply>, };

export type SuppliedTreatment = { 
/**
 * Its id.
 */
id: string, 
/**
 * When it ended.
 */
ended: string, 
/**
 * Where.
 */
areas: Array<string>, };

export type Supply = { 
/**
 * The instruction's id.
 */
id: string, 
/**
 * What is to be done.
 */
title: string, 
/**
 * The instruction.
 */
text: string, 
/**
 * How often and until when; one where it is the same for all of its treatments.
 */
needs: Array<Need>, };

export type Need = { 
/**
 * Ids of treatments.
 */
of: Array<string>, 
/**
 * How many times are left; none where it is done when it is needed.
 */
times: number | null, 
/**
 * The instruction's first instant.
 */
from: string, 
/**
 * The first instant after it.
 */
until: string, };

export type Problem = { 
/**
 * For the program. Its words are `problem-<code>`.
 */
code: string, 
/**
 * The form's field it is about, where there is one.
 */
field: string | null, 
/**
 * What the words' variables stand for.
 */
detail: { [key in string]: string }, };

/** All that the window can ask: what goes with the question, and what comes back. */
export type Questions = {
  /** What the window needs before it can draw anything. */
  start: { with: Record<string, never>; reply: Start };
  /** The person has read what this is and is not, and agrees. `details`: notices say what to do; else they are discreet. `autostart`: reminders start when the person logs in. */
  agree: { with: { details: boolean, autostart: boolean }; reply: Start };
  /** The board of today. */
  today: { with: Record<string, never>; reply: Today };
  /** A treatment that took place. */
  enter: { with: { form: ProcedureForm }; reply: Today };
  /** The form of a treatment as it was entered, to correct it. */
  form: { with: { id: string }; reply: ProcedureForm };
  /** A correction of a treatment; everything is planned anew. */
  correct: { with: { id: string, form: ProcedureForm }; reply: Today };
  /** A treatment that was entered by mistake. */
  forget: { with: { id: string }; reply: Today };
  /** What the patient did about an occurrence. `at`, for something done: when it was, as a wall time where the computer is, `2026-03-28T08:00`; else it was now. */
  answer: { with: { key: string, what: Answered, at: string | null }; reply: Today };
  /** The patient goes outside: sunscreen is reminded of until the sun is down, or until the patient is back. */
  go_out: { with: Record<string, never>; reply: Today };
  /** The patient is back. */
  come_back: { with: Record<string, never>; reply: Today };
  /** The place whose sunset counts; one of `Start.places`. */
  place: { with: { name: string }; reply: Today };
  /** Everything that was or will be told, and what became of it. */
  ledger: { with: Record<string, never>; reply: Ledger };
  /** Whether reminders can be relied on. */
  health: { with: Record<string, never>; reply: Health };
  /** Asks the agent for a real notice, to see whether it can be seen. */
  test: { with: Record<string, never>; reply: Health };
  /** Whether the patient saw the test notice. */
  seen: { with: { test: number, seen: boolean }; reply: Health };
  /** Reminders start when the person logs in, or do not. */
  autostart: { with: { on: boolean }; reply: Health };
  /** The warning signs, their fixed messages, and what is needed to call; works before any set-up. */
  warnings: { with: Record<string, never>; reply: Warnings };
  /** The verdict on a question, or on a pasted list of ingredients. */
  may: { with: { asked: string }; reply: May };
  /** At most eight names, as they are written on packs, of which one word begins with what was typed. */
  suggest: { with: { typed: string }; reply: Array<string> };
  /** What the person chose. */
  settings: { with: Record<string, never>; reply: Settings };
  /** Times of day, from now on; all of them at once. */
  times: { with: { times: Times }; reply: Settings };
  /** How the window looks. */
  look: { with: { theme: Theme, text_size: number }; reply: Settings };
  /** Notices say what to do, or are discreet. */
  details: { with: { on: boolean }; reply: Settings };
  /** Deletes everything that was entered, shown and chosen. */
  delete_everything: { with: Record<string, never>; reply: Deleted };
  /** The picture of every plan. */
  timeline: { with: Record<string, never>; reply: Timeline };
  /** What the patient wrote down of the skin. */
  diary: { with: Record<string, never>; reply: Diary };
  /** The one-minute check. */
  check_in: { with: { form: CheckForm }; reply: Diary };
  /** Another in the place of a check. */
  correct_check: { with: { id: number, form: CheckForm }; reply: Diary };
  /** Deletes a check; for a while it can be brought back. */
  delete_check: { with: { id: number }; reply: Diary };
  /** Brings a deleted check back. */
  restore_check: { with: { id: number }; reply: Diary };
  /** What is still to be done and put on, from now to the end of every plan. */
  supplies: { with: Record<string, never>; reply: Supplies };
  /** What the patient writes down of the clinic. */
  contact: { with: { form: ContactForm }; reply: Warnings };
  /** The country whose emergency number is shown: one of `Warnings.countries`, or none of them. */
  country: { with: { code: string | null }; reply: Warnings };
};

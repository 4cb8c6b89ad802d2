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
draft: boolean, };

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
  /** The warning signs and their fixed messages; works before any set-up. */
  warnings: { with: Record<string, never>; reply: Warnings };
  /** The picture of every plan. */
  timeline: { with: Record<string, never>; reply: Timeline };
};

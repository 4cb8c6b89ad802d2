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
outdoors: Outdoors, 
/**
 * In the evening, where something comes before the computer is usually on again.
 */
offer: Offer | null, };

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
 * Where in the window it is done, in the protocol's word: `diary`.
 */
opens: string | null, 
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
 * The most characters of a note.
 */
note_most: number, 
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
 * When it was so: a wall time where the computer is, `2026-03-28T20:00`; none: now, or where a check is corrected when
 * it was.
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

export type Days = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * No clinic has signed these rules off.
 */
draft: boolean, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * When the computer is usually on again if it goes off now, where that can be told.
 */
back: string | null, 
/**
 * The last instant that is told of.
 */
until: string, 
/**
 * What is open now.
 */
open: Array<DaysLine>, 
/**
 * What comes, by moment.
 */
moments: Array<DaysMoment>, 
/**
 * Prohibitions that hold all the time until then, soonest end first.
 */
stays: Array<DaysStay>, 
/**
 * Every treatment that one of the lines is about: its id, and where it was, newest first.
 */
treatments: Array<DaysTreatment>, };

export type DaysMoment = { 
/**
 * When.
 */
at: string, 
/**
 * What: first what is to be done, then what ends, then what begins.
 */
lines: Array<DaysLine>, };

export type DaysLine = { 
/**
 * What it tells of.
 */
what: DaysWhat, 
/**
 * What to do; of a prohibition the thing itself.
 */
title: string, 
/**
 * The instruction, or what is said at the prohibition's end.
 */
text: string, 
/**
 * The treatments it is about.
 */
of: Array<string>, };

export type DaysWhat = "told" | "ends" | "ends_for_some" | "begins";

export type DaysStay = { 
/**
 * The thing itself.
 */
title: string, 
/**
 * The first instant after it, of the treatment for which it holds longest.
 */
until: string, 
/**
 * The treatments it is about.
 */
of: Array<string>, };

export type DaysTreatment = { 
/**
 * Its id.
 */
id: string, 
/**
 * Where it was.
 */
areas: Array<string>, 
/**
 * Day 1 is the day of the treatment.
 */
day: number, };

export type Offer = { 
/**
 * How many things come.
 */
lines: number, 
/**
 * When the computer is usually on again, where that can be told; else the next day counts.
 */
back: string | null, };

export type Photos = { 
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
procedures: Array<PhotoPlan>, 
/**
 * Newest first.
 */
photos: Array<Photo>, };

export type PhotoPlan = { 
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
areas: Array<string>, 
/**
 * Which session this was.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, };

export type Photo = { 
/**
 * Its number.
 */
id: number, 
/**
 * The treatment it belongs to, by its day or as the patient said; none where no treatment is entered.
 */
procedure: string | null, 
/**
 * The patient said so.
 */
said: boolean, 
/**
 * The day of that treatment; the day of the treatment itself is 1, and those before it are 0 and less.
 */
day: number | null, 
/**
 * When it was taken.
 */
at: string, 
/**
 * When it was taken, as a clock showed it where the computer is: `2026-03-28T20:00`.
 */
wall: string, 
/**
 * What the picture is asked for by.
 */
hash: string, 
/**
 * Pixels from side to side.
 */
width: number, 
/**
 * Pixels from top to bottom.
 */
height: number, };

export type PhotoForm = { 
/**
 * A wall time where the computer is, `2026-03-28T20:00`.
 */
at: string, 
/**
 * The treatment; none: the one that the day belongs to.
 */
procedure: string | null, };

export type Import = { 
/**
 * Grows with every change, so that an answer that comes late undoes nothing.
 */
change: number, 
/**
 * It is not over.
 */
runs: boolean, 
/**
 * The patient ended it before its end.
 */
stopped: boolean, 
/**
 * So many files are behind it.
 */
done: number, 
/**
 * Of so many; 0 where there is nothing to tell.
 */
of: number, 
/**
 * So many photos are new.
 */
added: number, 
/**
 * So many were there already.
 */
there: number, 
/**
 * What could not be taken.
 */
refused: Array<Refused>, };

export type Refused = { 
/**
 * Its name, without its folder.
 */
name: string, 
/**
 * Why.
 */
problem: Problem, };

export type Course = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * The date there.
 */
today: string, 
/**
 * The course with the newest session first.
 */
courses: Array<CourseView>, 
/**
 * The days to be kept free that are not over, soonest first.
 */
free: Array<Free>, 
/**
 * What a day can be kept free for, as far as the rules in use have to do with it: words for `FreeForm.doing`.
 */
doings: Array<string>, 
/**
 * "Is your skin ready?"
 */
readiness: Array<Ready>, 
/**
 * No clinic has signed these texts off.
 */
draft: boolean, };

export type CourseView = { 
/**
 * The last treatment of it: the one that a next session is booked after.
 */
id: string, 
/**
 * The zone of that treatment: a session is booked as a wall time there.
 */
zone: string, 
/**
 * Where it was.
 */
areas: Array<string>, 
/**
 * Which session it was.
 */
session: number, 
/**
 * Of how many.
 */
sessions: number, 
/**
 * The sessions that were entered, oldest first.
 */
done: Array<Sitting>, 
/**
 * How many times a year there is a single session after the last one, from and to, where the rules in use speak of any.
 */
per_year: [number, number] | null, 
/**
 * The next session; none where the course is over and the rules in use speak of no maintenance.
 */
next: NextSession | null, };

export type Sitting = { 
/**
 * Its number; of maintenance that of the last session.
 */
session: number, 
/**
 * When it ended.
 */
ended: string, };

export type NextSession = { 
/**
 * It comes after the last session of the course.
 */
maintenance: boolean, 
/**
 * The earliest local date.
 */
earliest: string, 
/**
 * The date in the middle, which is no advice.
 */
middle: string, 
/**
 * The latest local date.
 */
latest: string, 
/**
 * The latest date is over.
 */
over: boolean, 
/**
 * Where it is booked.
 */
booked: Booked | null, 
/**
 * Where there are days to be kept free: the dates from today on, in runs from and to, on which it would touch none of them.
 */
open: Array<[string, string]>, };

export type Booked = { 
/**
 * When it begins.
 */
at: string, 
/**
 * The same as a wall time in the course's zone, `2026-05-05T10:00`.
 */
wall: string, 
/**
 * The dates from today to it; negative where it is over.
 */
days: number, 
/**
 * It has begun, or is over.
 */
begun: boolean, 
/**
 * Where its date lies beside the interval.
 */
place: Place, 
/**
 * What prepares it, each with its reminders, by its beginning.
 */
preparation: Array<Bar>, 
/**
 * From when on it is time for the readiness list, where the rules in use say so.
 */
ready_from: string | null, };

export type Place = "early" | "within" | "late";

export type Supposed = { 
/**
 * When it would begin.
 */
at: string, 
/**
 * Where its date lies beside the interval.
 */
place: Place, 
/**
 * The days to be kept free that it would touch, each with what stands against it.
 */
free: Array<Free>, };

export type FreeForm = { 
/**
 * The first day, `2026-05-12`.
 */
from: string, 
/**
 * The last day; none: it is one day.
 */
until: string | null, 
/**
 * What they are for, in the patient's own words.
 */
name: string, 
/**
 * What the patient will do then: words of `Course.doings`.
 */
doing: Array<string>, };

export type Free = { 
/**
 * Their number.
 */
id: number, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, 
/**
 * What they are for.
 */
name: string, 
/**
 * What the patient will do then.
 */
doing: Array<string>, 
/**
 * What stands against them: the rules first.
 */
clashes: Array<Clash>, };

export type Clash = { 
/**
 * What it is.
 */
what: Against, 
/**
 * The course whose next session brings it; none: a treatment that was brings it.
 */
course: string | null, 
/**
 * The instruction with its window; the session itself has none.
 */
line: Line | null, };

export type Against = "session" | "before" | "after" | "usual";

export type Ready = { 
/**
 * Its id.
 */
id: string, 
/**
 * The sign in words.
 */
sign: string, 
/**
 * Where it is from: seed numbers, `practice`, `design`.
 */
source: Array<string>, };

export type Export = { 
/**
 * Now, by the same clock that plans.
 */
now: string, 
/**
 * The computer's IANA zone; every moment is told in it.
 */
zone: string, 
/**
 * Until when a calendar reaches; none: nothing lies ahead.
 */
ahead: string | null, 
/**
 * How many treatments are entered.
 */
treatments: number, 
/**
 * How many checks the diary has.
 */
checks: number, 
/**
 * How many of them have a note.
 */
notes: number, 
/**
 * How many photos there are.
 */
photos: number, 
/**
 * How many of them a page for the doctor holds at most.
 */
most_photos: number, 
/**
 * How many reminders have come due.
 */
reminders: number, };

export type ExportKind = "calendar" | "doctor" | "diary" | "reminders" | "everything";

export type ExportForm = { 
/**
 * What.
 */
kind: ExportKind, 
/**
 * A calendar says nothing that others may not read.
 */
neutral: boolean, 
/**
 * A page for the doctor holds the notes of the diary.
 */
notes: boolean, 
/**
 * The photos that a page for the doctor holds.
 */
photos: Array<number>, };

export type Code = { 
/**
 * How many events it has.
 */
events: number, 
/**
 * When the last of them begins.
 */
until: string, 
/**
 * Daily care is among them.
 */
daily: boolean, 
/**
 * None: there is more than a picture holds.
 */
picture: Picture | null, };

export type Picture = { 
/**
 * Its width and height, the free space around it included.
 */
size: number, 
/**
 * The dark squares, as an SVG path.
 */
path: string, };

export type TextCode = { 
/**
 * None: it is more than a picture holds.
 */
picture: Picture | null, };

export type Saved = { 
/**
 * The file; none where the patient chose no place for it.
 */
file: string | null, };

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
  /** The next days at a glance, before the computer goes off. */
  days: { with: Record<string, never>; reply: Days };
  /** Every photo. */
  photos: { with: Record<string, never>; reply: Photos };
  /** Lets the patient choose photos, and takes them in one by one. `procedure`: the treatment they belong to; none: each to the one that its day belongs to. */
  add_photos: { with: { procedure: string | null }; reply: Import };
  /** Takes in what was last dropped on the window. */
  add_dropped: { with: { procedure: string | null }; reply: Import };
  /** How far that is. */
  import: { with: Record<string, never>; reply: Import };
  /** Stops it. What is over already is told of no more. */
  end_import: { with: Record<string, never>; reply: Import };
  /** When a photo was taken, and to which treatment it belongs. */
  correct_photo: { with: { id: number, form: PhotoForm }; reply: Photos };
  /** Deletes a photo; for a while it can be brought back. */
  delete_photo: { with: { id: number }; reply: Photos };
  /** Brings a deleted photo back. */
  restore_photo: { with: { id: number }; reply: Photos };
  /** The course of sessions, and the days to be kept free. */
  course: { with: Record<string, never>; reply: Course };
  /** Books the next session after a treatment, or moves it. `at`: a wall time in the treatment's zone, `2026-05-05T10:00`. */
  book: { with: { procedure: string, at: string }; reply: Course };
  /** What would follow if it were booked; nothing is. */
  suppose: { with: { procedure: string, at: string }; reply: Supposed };
  /** The booked session does not take place; its preparation goes with it. */
  cancel_session: { with: { procedure: string }; reply: Course };
  /** Days that the patient wants to keep free. */
  keep_free: { with: { form: FreeForm }; reply: Course };
  /** Others in the place of days to be kept free. */
  correct_free: { with: { id: number, form: FreeForm }; reply: Course };
  /** Deletes days to be kept free; for a while they can be brought back. */
  delete_free: { with: { id: number }; reply: Course };
  /** Brings deleted days back. */
  restore_free: { with: { id: number }; reply: Course };
  /** What there is to export. */
  export: { with: Record<string, never>; reply: Export };
  /** The calendar as a picture for the phone. */
  export_code: { with: { neutral: boolean }; reply: Code };
  /** A text as a picture for the phone. */
  text_code: { with: { text: string }; reply: TextCode };
  /** Asks where an export is to go, and puts it there. */
  save_export: { with: { form: ExportForm }; reply: Saved };
  /** What is still to be done and put on, from now to the end of every plan. */
  supplies: { with: Record<string, never>; reply: Supplies };
  /** What the patient writes down of the clinic. */
  contact: { with: { form: ContactForm }; reply: Warnings };
  /** The country whose emergency number is shown: one of `Warnings.countries`, or none of them. */
  country: { with: { code: string | null }; reply: Warnings };
};

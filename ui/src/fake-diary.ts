/** What the fake knows of the diary: what was written down, corrected, deleted and brought back. */
import type { Check, CheckForm, Diary, Problem, ProcedureForm } from './contract';
import { parseDateTime, toZoned } from '@internationalized/date';
import { symptoms } from './fake-protocol';

export type Keeping = {
  /** What was written down before the story begins, newest first. */
  checks?: Check[];
};

type Treatment = { id: string; form: ProcedureForm; ended: string };

/** The most characters of a note. */
const MOST = 5000;

const HOUR = 3_600_000;

/** A check so many hours after a treatment that ended at 14:10 UTC on 27 March, with the ratings in the order of the protocol. */
function check(id: number, hours: number, ratings: (number | null)[], signs: string[] = [], note = '', procedure = 't1'): Check {
  const rated = symptoms.flatMap(({ id }, index) => (typeof ratings[index] === 'number' ? [[id, ratings[index]] as const] : []));
  const at = new Date(Date.parse('2026-03-27T14:10:00Z') + hours * HOUR).toISOString();
  return { id, procedure, at, hours, ratings: Object.fromEntries(rated), signs, note };
}

const first = [
  check(1, 2.5, [7, 3, 4, 0, 3, 0], [], 'Warm, like a sunburn.'),
  check(2, 5.8, [6, 2, 4, 0, 3, null]),
  check(3, 17.6, [6, 1, 4, 1, 4, 0], ['fever'], 'Called the clinic at nine.\nThey call back.'),
];
/** What turns the direction of writing, and what no keyboard has. */
const odd = check(4, 24.4, [5, null, 3], [], '\u202Eturned over\u202D \u{1F33F} =1+1 <b>not bold</b>\nשלום, all in one note.');
const weeks = Array.from({ length: 20 }, (_, day) => check(10 + day, 28 + day * 24, [Math.max(0, 5 - day), 0, Math.max(0, 3 - day), day === 3 ? 3 : 0, null, Math.min(4, Math.max(0, 8 - day))]));

/** Stories of the diary, about a treatment, at a moment of its second day. */
export const diaryStories = (face: ProcedureForm, evening: string) => ({
  diary: { now: evening, treatments: [face], checks: [...first, odd] },
  'diary-nothing': { now: evening, treatments: [face] },
  'diary-none': { now: evening, treatments: [] },
  'diary-weeks': { now: '2026-04-17T19:06:00Z', treatments: [face], checks: [...first, ...weeks] },
  'diary-two': {
    now: evening,
    treatments: [face, { ...face, ended: '2026-03-22T11:00', areas: ['neck', 'decolletage'], device: 'roller', depth_mm: 0.5 }],
    checks: [...first, check(5, 20, [1, 0, 0, 0, 0, 2], [], '', 't2')],
  },
});

export class FakeDiary {
  #checks: Check[];
  #deleted = new Map<number, Check>();
  #last: number;

  constructor({ checks = [] }: Keeping) {
    this.#checks = checks;
    this.#last = Math.max(0, ...checks.map((check) => check.id));
  }

  read(now: string, zone: string, treatments: Treatment[]): Diary {
    return {
      now,
      zone,
      note_most: MOST,
      symptoms: symptoms.map(({ id, question, typical, source }) => ({ id, question, typical, source })),
      procedures: treatments.map(({ id, form, ended }) => ({
        id,
        ended,
        device: form.device,
        areas: form.areas,
        session: form.session,
        sessions: form.sessions,
        usual_until: Object.fromEntries(symptoms.map((symptom) => [symptom.id, new Date(Date.parse(ended) + symptom.hours * 3_600_000).toISOString()])),
      })),
      checks: [...this.#checks].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id - a.id),
    };
  }

  /** Keeps what was filled in, in the place of the check `id` if there is one. */
  keep(id: number | null, form: CheckForm, now: string, zone: string, treatments: Treatment[]): void {
    const treatment = treatments.find((one) => one.id === form.procedure);
    const before = this.#checks.find((check) => check.id === id);
    if (!treatment || (id !== null && !before)) throw refusal('not-found', null);
    if (form.at === '') throw refusal('check-not-a-time', 'at');
    const at = form.at === null ? (before?.at ?? now) : toZoned(parseDateTime(form.at), zone).toAbsoluteString();
    if (Date.parse(at) > Date.parse(now)) throw refusal('check-in-future', 'at');
    if (Date.parse(at) < Date.parse(treatment.ended)) throw refusal('check-before-treatment', 'at');
    if ([...form.note.trim()].length > MOST) throw { ...refusal('check-note-too-long', 'note'), detail: { most: String(MOST) } };
    if (Object.keys(form.ratings).length === 0 && form.signs.length === 0 && form.note.trim() === '') throw refusal('check-empty', null);
    const hours = Math.floor((Date.parse(at) - Date.parse(treatment.ended)) / 360_000) / 10;
    const check = { id: id ?? ++this.#last, procedure: form.procedure, at, hours, ratings: form.ratings, signs: form.signs, note: form.note.trim() };
    this.#checks = [check, ...this.#checks.filter((one) => one.id !== check.id)];
  }

  delete(id: number): void {
    const check = this.#checks.find((one) => one.id === id);
    if (!check) throw refusal('not-found', null);
    this.#deleted.set(id, check);
    this.#checks = this.#checks.filter((one) => one !== check);
  }

  restore(id: number): void {
    const check = this.#deleted.get(id);
    if (!check) throw refusal('not-found', null);
    this.#deleted.delete(id);
    this.#checks = [check, ...this.#checks];
  }
}

function refusal(code: string, field: string | null): Problem {
  return { code, field, detail: {} };
}

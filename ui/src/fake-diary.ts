/** What the fake knows of the diary: what was written down, corrected, deleted and brought back. */
import type { Check, CheckForm, Diary, Problem, ProcedureForm } from './contract';
import { symptoms } from './fake-protocol';

export type Keeping = {
  /** What was written down before the story begins, newest first. */
  checks?: Check[];
};

type Treatment = { id: string; form: ProcedureForm; ended: string };

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

  /** Keeps what was filled in, in the place of the check `id` if there is one. `at`: when it was so. */
  keep(id: number | null, form: CheckForm, at: string, now: string, treatments: Treatment[]): void {
    const treatment = treatments.find((one) => one.id === form.procedure);
    if (!treatment || (id !== null && !this.#checks.some((check) => check.id === id))) throw refusal('not-found', null);
    if (Date.parse(at) > Date.parse(now)) throw refusal('check-in-future', 'at');
    if (Date.parse(at) < Date.parse(treatment.ended)) throw refusal('check-before-treatment', 'at');
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

/** What one is writing in the diary. Nothing typed is lost: it stays when another screen is looked at, until it is saved or left. */
import { ask } from './ask';
import type { Check, CheckForm, Diary, Problem } from './contract';
import { Fresh } from './fresh.svelte';

/** The diary is asked for anew after this long, in milliseconds. */
const ASK_AGAIN = 30_000;

/** Why an occurrence is not answered by a check, which is kept all the same: it speaks of an earlier time, or nobody waits for it. */
const NO_ANSWER = ['answer-too-early', 'not-found'];

/** A check while it is being filled in. */
export class CheckDraft {
  /** The treatment it is about; empty: the newest. */
  procedure = $state('');
  /** When it was, as a wall time; empty where it was cleared. None: now, or when it was until now. */
  at = $state<string | null>(null);
  ratings = $state<Record<string, number>>({});
  signs = $state<string[]>([]);
  note = $state('');
  /** What stood in the way of the last save. */
  problem = $state.raw<Problem | null>(null);
  /** What is due and done by it: the occurrence of each treatment. */
  due: Record<string, string> = {};

  /** `check`: the one that is corrected. */
  constructor(readonly check: Check | null) {
    if (!check) return;
    this.procedure = check.procedure;
    this.ratings = { ...check.ratings };
    this.signs = [...check.signs];
    this.note = check.note;
  }

  /** Something was filled in. */
  get begun(): boolean {
    return this.at !== null || this.note !== '' || this.signs.length > 0 || Object.keys(this.ratings).length > 0;
  }

  /** Rates a symptom, or takes its rating away. */
  rate(symptom: string, value: number | null): void {
    const others = Object.entries(this.ratings).filter(([id]) => id !== symptom);
    this.ratings = Object.fromEntries(value === null ? others : [...others, [symptom, value]]);
    this.changed('ratings');
  }

  /** Forgets the problem of a field as soon as the field changes; that nothing is filled in belongs to all of them. */
  changed(field: string): void {
    if (this.problem && (this.problem.field ?? field) === field) this.problem = null;
  }

  /** The form to send, about a treatment. */
  form(procedure: string): CheckForm {
    return { procedure, at: this.at, ratings: this.ratings, signs: this.signs, note: this.note };
  }
}

export class Notebook {
  readonly diary = new Fresh<Diary>(() => ask('diary', {}), () => ASK_AGAIN);
  /** The check that stands on its screen. */
  draft = $state.raw(new CheckDraft(null));
  /** The check that was deleted last, until the next change: it can be brought back. */
  deleted = $state.raw<Check | null>(null);
  /** Why the occurrence that a check is for could not be answered. */
  problem = $state.raw<Problem | null>(null);

  /** All that is being filled in: a new one at most, and corrections. */
  #drafts: CheckDraft[] = $state.raw([]);

  /** A new check is being filled in. */
  get begun(): boolean {
    return this.#drafts.some((draft) => draft.check === null && draft.begun);
  }

  /** Opens a new check, or the one that was begun; `due`: what it is to answer, the occurrence of each treatment. */
  write(due: Record<string, string> = {}): void {
    this.#open(this.#drafts.find((draft) => draft.check === null) ?? new CheckDraft(null));
    this.draft.due = due;
    this.draft.procedure = Object.keys(due)[0] ?? this.draft.procedure;
  }

  /** Opens a check to correct it. */
  correct(check: Check): void {
    this.#open(this.#drafts.find((draft) => draft.check?.id === check.id) ?? new CheckDraft(check));
  }

  /** Keeps a draft, about a treatment. Rejects with what is wrong with it. Gives the occurrence that is answered by it, if any. */
  async save(draft: CheckDraft, procedure: string): Promise<string | null> {
    const form = draft.form(procedure);
    await this.diary.take(draft.check ? ask('correct_check', { id: draft.check.id, form }) : ask('check_in', { form }));
    this.leave(draft);
    this.deleted = null;
    return draft.due[procedure] ?? null;
  }

  /** Waits until an occurrence was answered; what is kept in the diary is kept anyway. */
  async answered(answering: Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await answering;
    } catch (reason) {
      const problem = reason as Problem;
      if (!NO_ANSWER.includes(problem.code)) this.problem = problem;
    }
  }

  /** Lets go of a draft. */
  leave(draft: CheckDraft): void {
    this.#drafts = this.#drafts.filter((one) => one !== draft);
  }

  async delete(check: Check): Promise<void> {
    await this.diary.take(ask('delete_check', { id: check.id }));
    this.#drafts = this.#drafts.filter((draft) => draft.check?.id !== check.id);
    this.deleted = check;
  }

  /** Brings back what was deleted last. */
  async restore({ id }: Check): Promise<void> {
    this.deleted = null;
    await this.diary.take(ask('restore_check', { id }));
  }

  #open(draft: CheckDraft): void {
    if (!this.#drafts.includes(draft)) this.#drafts = [...this.#drafts, draft];
    this.draft = draft;
  }
}

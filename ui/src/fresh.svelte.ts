/** One question's reply, asked for anew whenever it may have changed. */
import { onChanged } from './ask';
import type { Problem } from './contract';

export class Fresh<Reply> {
  reply = $state.raw<Reply | null>(null);
  /** Why it could not be told. The last good reply stays. */
  problem = $state.raw<Problem | null>(null);

  #question: () => Promise<Reply>;
  #wait: (reply: Reply | null) => number;
  #asked = 0;
  #latest = 0;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `wait`: how long a reply stays good by itself, in milliseconds. */
  constructor(question: () => Promise<Reply>, wait: (reply: Reply | null) => number) {
    this.#question = question;
    this.#wait = wait;
  }

  /** Keeps the reply fresh until the returned function is called. */
  run(): () => void {
    this.#running = true;
    const visible = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    const stopListening = onChanged(() => void this.refresh());
    document.addEventListener('visibilitychange', visible);
    void this.refresh();
    return () => {
      this.#running = false;
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', visible);
      stopListening();
    };
  }

  async refresh(): Promise<void> {
    try {
      await this.take(this.#question());
    } catch (problem) {
      this.problem = problem as Problem;
      this.#wind();
    }
  }

  /** Takes the reply of a question that changed something. Rejects with its problem, to be shown where it was asked. */
  async take(question: Promise<Reply>): Promise<void> {
    const turn = ++this.#asked;
    const reply = await question;
    // A slow reply to an earlier question must not undo a later one.
    if (turn < this.#latest) return;
    this.#latest = turn;
    this.problem = null;
    this.reply = reply;
    this.#wind();
  }

  #wind(): void {
    clearTimeout(this.#timer);
    if (this.#running) this.#timer = setTimeout(() => void this.refresh(), this.#wait(this.reply));
  }
}

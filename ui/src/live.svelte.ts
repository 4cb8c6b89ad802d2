/** Today as it is known, and a clock that counts on from it. */
import { ask, onChanged } from './ask';
import type { Answered, Board, Problem, Today } from './contract';
import { countsSeconds } from './moments';

/** The board is asked for anew after this long, so that a changed clock or zone shows by itself. */
const ASK_AGAIN = 30_000;

export class Live {
  today = $state.raw<Today | null>(null);
  /** Why today could not be told. The last good answer stays. */
  problem = $state.raw<Problem | null>(null);
  /** The program's now, in milliseconds since 1970. */
  now = $state(Date.now());

  #ahead = 0;
  #told = 0;
  #asked = 0;
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Keeps today fresh until the returned function is called. */
  run(): () => void {
    const visible = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    const stopListening = onChanged(() => void this.refresh());
    document.addEventListener('visibilitychange', visible);
    void this.refresh();
    return () => {
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', visible);
      stopListening();
    };
  }

  async refresh(): Promise<void> {
    await this.#settle(ask('today', {})).catch(() => undefined);
  }

  /** Records what the patient did. Rejects with a problem, which is also shown. */
  async answer(key: string, what: Answered): Promise<void> {
    await this.#settle(ask('answer', { key, what }));
  }

  async forget(id: string): Promise<void> {
    await this.#settle(ask('forget', { id }));
  }

  /** Takes an answer that came another way, from the form. */
  take(reply: Today): void {
    this.#latest = ++this.#asked;
    this.problem = null;
    this.#ahead = Date.parse(reply.now) - Date.now();
    this.#told = Date.parse(reply.now);
    this.today = reply;
    this.#tick();
  }

  async #settle(question: Promise<Today>): Promise<void> {
    const turn = ++this.#asked;
    try {
      const reply = await question;
      // A slow answer to an earlier question must not undo a later one.
      if (turn > this.#latest) this.take(reply);
    } catch (problem) {
      this.problem = problem as Problem;
      this.#told = this.#read();
      this.#tick();
      throw problem;
    }
  }

  #read(): number {
    return Date.now() + this.#ahead;
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.now = this.#read();
    const due = this.#nextMoment();
    const askAt = Math.min(due, this.#told + ASK_AGAIN);
    if (this.now >= askAt) {
      this.#told = this.now;
      void this.refresh();
    }
    const beat = this.#showsSeconds() ? 1000 : 60_000;
    const wait = Math.min(beat - (this.now % beat), Math.max(50, askAt - this.now));
    this.#timer = setTimeout(() => this.#tick(), wait);
  }

  /** The first moment after the last answer at which the board looks different. */
  #nextMoment(): number {
    const moments = (this.today?.procedures ?? []).flatMap(momentsOf).map((at) => Date.parse(at));
    return Math.min(...moments.filter((at) => at > this.#told));
  }

  #showsSeconds(): boolean {
    return (this.today?.procedures ?? []).some((board) =>
      board.not_yet.some((line) => countsSeconds(Date.parse(line.until) - this.now)),
    );
  }
}

function momentsOf(board: Board): string[] {
  return [
    ...[...board.not_yet, ...board.usual, ...board.good_to_know].map((line) => line.until),
    ...board.do_now.flatMap((todo) => [todo.due, todo.useful_until]),
    ...(board.next ? [board.next.at] : []),
  ];
}

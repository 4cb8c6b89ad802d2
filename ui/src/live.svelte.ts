/** Today as it is known, and a clock that counts on from it. */
import { ask, onChanged } from './ask';
import type { Answered, Board, Problem, Today } from './contract';
import { countsSeconds } from './moments';

/** The board is asked for anew after this long, so that a changed clock or zone shows by itself. */
const ASK_AGAIN = 30_000;

/** A countdown rounds down, so that it changes just after the full second or minute, in milliseconds. */
const JUST_AFTER = 10;

export class Live {
  today = $state.raw<Today | null>(null);
  /** Why today could not be told. The last good answer stays. */
  problem = $state.raw<Problem | null>(null);
  /** The program's now, in milliseconds since 1970. */
  now = $state(Date.now());

  #also: string[] = [];
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
      this.#timer = undefined;
      document.removeEventListener('visibilitychange', visible);
      stopListening();
    };
  }

  /** Sets the clock by the program's. */
  hear(now: string): void {
    this.#ahead = Date.parse(now) - Date.now();
    this.now = Date.parse(now);
  }

  /** Counts down to `moments` too, which another screen shows; they take the place of earlier ones. */
  heed(moments: string[]): void {
    this.#also = moments;
    if (this.#timer !== undefined) this.#tick();
  }

  async refresh(): Promise<void> {
    try {
      await this.#settle(ask('today', {}));
    } catch (problem) {
      this.problem = problem as Problem;
      this.#told = this.#read();
      this.#tick();
    }
  }

  /**
   * Records what the patient did, now or `at` a wall time where the computer is. Rejects with a problem, to be shown where it
   * was done.
   */
  async answer(key: string, what: Answered, at: string | null = null): Promise<void> {
    await this.#settle(ask('answer', { key, what, at }));
  }

  /** The same for one thing that is done for several treatments at once. */
  async answerAll(keys: string[], what: Answered, at: string | null = null): Promise<void> {
    try {
      await this.#settle(oneByOne(keys, what, at));
    } catch (problem) {
      // Some of the answers may have been taken before that.
      if (keys.length > 1) void this.refresh();
      throw problem;
    }
  }

  async goOut(): Promise<void> {
    await this.#settle(ask('go_out', {}));
  }

  async comeBack(): Promise<void> {
    await this.#settle(ask('come_back', {}));
  }

  /** Chooses the place whose sunset counts. */
  async place(name: string): Promise<void> {
    await this.#settle(ask('place', { name }));
  }

  async forget(id: string): Promise<void> {
    await this.#settle(ask('forget', { id }));
  }

  /** Begins anew: what was known, and what is under way, counts no more. */
  begin(): void {
    this.#latest = ++this.#asked;
    this.today = null;
    void this.refresh();
  }

  /** Takes an answer that came another way, from the form. */
  take(reply: Today, turn = ++this.#asked): void {
    this.#latest = turn;
    this.problem = null;
    this.hear(reply.now);
    this.#told = Date.parse(reply.now);
    this.today = reply;
    this.#tick();
  }

  async #settle(question: Promise<Today>): Promise<void> {
    const turn = ++this.#asked;
    const reply = await question;
    // A slow answer to an earlier question must not undo a later one.
    if (turn > this.#latest) this.take(reply, turn);
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
    const wait = Math.min(beat - (this.now % beat) + JUST_AFTER, Math.max(50, askAt - this.now));
    this.#timer = setTimeout(() => this.#tick(), wait);
  }

  /** The first moment after the last answer at which the board looks different. */
  #nextMoment(): number {
    const outside = [this.today?.outdoors.until, this.today?.outdoors.next].filter((at) => typeof at === 'string');
    const moments = [...(this.today?.procedures ?? []).flatMap(momentsOf), ...outside, ...this.#also].map((at) => Date.parse(at));
    return Math.min(...moments.filter((at) => at > this.#told));
  }

  #showsSeconds(): boolean {
    const shown = (this.today?.procedures ?? []).flatMap((board) => board.not_yet.map((line) => line.until));
    return [...shown, ...this.#also].some((at) => Date.parse(at) > this.now && countsSeconds(Date.parse(at) - this.now));
  }
}

/** The last reply knows of all the answers. */
async function oneByOne(keys: string[], what: Answered, at: string | null): Promise<Today> {
  const [key = '', ...rest] = keys;
  const reply = await ask('answer', { key, what, at });
  return rest.length === 0 ? reply : oneByOne(rest, what, at);
}

function momentsOf(board: Board): string[] {
  return [
    ...[...board.not_yet, ...board.usual, ...board.good_to_know].map((line) => line.until),
    ...board.do_now.flatMap((todo) => [todo.due, todo.useful_until]),
    ...(board.next ? [board.next.at] : []),
  ];
}

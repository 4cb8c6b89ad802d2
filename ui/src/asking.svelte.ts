/** A question of the kind "May I…?": what is typed, the names offered for it, and the answer. Nothing of it is stored. */
import { ask } from './ask';
import type { May, Problem } from './contract';

/** So many earlier questions are kept at hand. */
const RECENT = 5;

/** A longer question is a list that nobody wants to see among the earlier ones, in characters. */
const SHORT = 40;

export class Asking {
  typed = $state('');
  /** What is typed has lines: it was pasted as a list. */
  list = $state(false);
  /** Names that begin like what is typed. */
  names = $state.raw<string[]>([]);
  reply = $state.raw<May | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What was asked before, the last first. */
  recent = $state.raw<string[]>([]);
  /** The answer that was already said aloud. */
  said = '';

  #hear: (now: string) => void;
  #question: string | null = null;
  #asked = 0;
  #offered = 0;

  /** `hear` is told the program's now with every answer. */
  constructor(hear: (now: string) => void) {
    this.#hear = hear;
  }

  /** Something else is typed. */
  async type(text: string): Promise<void> {
    this.typed = text;
    if (this.problem?.field) this.problem = null;
    const turn = ++this.#offered;
    if (this.list || text.trim() === '') {
      this.names = [];
      return;
    }
    try {
      const names = await ask('suggest', { typed: text });
      if (turn === this.#offered) this.names = names;
    } catch (problem) {
      if (turn === this.#offered) this.problem = problem as Problem;
    }
  }

  /** Takes a list with its line breaks, and asks about it. */
  async paste(text: string): Promise<void> {
    this.list = true;
    await this.ask(text);
  }

  async ask(question: string): Promise<void> {
    const asked = question.trim();
    this.typed = question;
    this.#offered++;
    this.names = [];
    this.#question = asked;
    if (await this.#settle(asked)) this.#remember(asked);
  }

  /** The same question anew: a moment that the answer named may have come, or what it rests on may have changed. */
  async again(): Promise<void> {
    if (this.#question !== null) await this.#settle(this.#question, this.said);
  }

  clear(): void {
    this.#asked++;
    this.#offered++;
    this.#question = null;
    this.typed = '';
    this.list = false;
    this.names = [];
    this.reply = null;
    this.problem = null;
  }

  /** Whether an answer came; a slow one to an earlier question is dropped. */
  async #settle(asked: string, said = ''): Promise<boolean> {
    const turn = ++this.#asked;
    try {
      const reply = await ask('may', { asked });
      if (turn !== this.#asked) return false;
      this.#hear(reply.now);
      this.said = said;
      this.problem = null;
      this.reply = reply;
      return true;
    } catch (problem) {
      if (turn !== this.#asked) return false;
      // An answer to something else must not stand beside what went wrong.
      this.reply = null;
      this.problem = problem as Problem;
      return false;
    }
  }

  #remember(asked: string): void {
    if (asked.length > SHORT || asked.includes('\n')) return;
    const others = this.recent.filter((one) => one.toLowerCase() !== asked.toLowerCase());
    this.recent = [asked, ...others].slice(0, RECENT);
  }
}

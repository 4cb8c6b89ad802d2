/**
 * What holds now over all treatments. Most patients have one; two areas treated in different weeks have rules that end at
 * different moments, and the patient is one person: one list says what is not allowed yet, and each line names its areas where
 * they differ.
 */
import type { Board, Line, Next, Todo } from './contract';

/** A line, and the treatments it is said for. */
export type Shared = {
  line: Line;
  /** Ids of treatments, in the order of the boards. */
  of: string[];
  /** Treatments for which the same thing is not allowed for longer. */
  longer: string[];
};

/** What becomes free at one moment. */
export type Group = { until: string; lines: Shared[] };

/** One thing to do, for one treatment or several: one tick answers it for all. */
export type Doing = { todo: Todo; keys: string[]; of: string[] };

/** Every running prohibition by the moment that frees it, soonest first; of one moment the rules before the advice. */
export function notYet(boards: Board[]): Group[] {
  const found = shared(boards, (board) => board.not_yet);
  for (const one of found) {
    one.longer = boards.filter((board) => !one.of.includes(board.id) && holdsLonger(board, one.line)).map((board) => board.id);
  }
  const lines = found
    .map((one, index) => ({ one, index }))
    .sort((a, b) => at(a.one.line.until) - at(b.one.line.until) || weight(a.one.line) - weight(b.one.line) || a.index - b.index)
    .map(({ one }) => one);
  const moments = [...new Set(lines.map(({ line }) => line.until))];
  return moments.map((until) => ({ until, lines: lines.filter(({ line }) => line.until === until) }));
}

/** What is said of every one of these lines alike; empty where they differ. */
export function common(lines: Shared[], note: (one: Shared) => string): string {
  const [first = '', ...rest] = lines.map(note);
  return rest.every((one) => one === first) ? first : '';
}

/** What was released in the last 24 hours, newest first; `longer` says for whom the same thing still is not allowed. */
export function released(boards: Board[]): Shared[] {
  const found = shared(boards, (board) => board.released);
  for (const one of found) {
    one.longer = boards.filter((board) => board.not_yet.some((line) => line.id === one.line.id)).map((board) => board.id);
  }
  return found.sort((a, b) => at(b.line.until) - at(a.line.until) || weight(a.line) - weight(b.line));
}

/** What is to be done, by due. The same thing for several areas is one thing, as long as it was answered alike. */
export function doing(boards: Board[]): Doing[] {
  const found: Doing[] = [];
  for (const board of boards) {
    for (const todo of board.do_now) {
      const same = found.find((one) => !one.of.includes(board.id) && sameTodo(one.todo, todo));
      if (same) {
        same.keys.push(todo.key);
        same.of.push(board.id);
      } else {
        found.push({ todo, keys: [todo.key], of: [board.id] });
      }
    }
  }
  return boards.length === 1 ? found : found.sort((a, b) => at(a.todo.due) - at(b.todo.due));
}

export const usual = (boards: Board[]): Shared[] => shared(boards, (board) => board.usual);

/** Advice is not counted down: the same for several areas is one line until the last of them. */
export const goodToKnow = (boards: Board[]): Shared[] => shared(boards, (board) => board.good_to_know, false);

/** The next notice: what falls on the same moment is told in one. */
export function next(boards: Board[]): Next | null {
  const all = boards.flatMap((board) => board.next ?? []);
  const first = all.reduce<Next | null>((found, one) => (found === null || at(one.at) < at(found.at) ? one : found), null);
  if (first === null) return null;
  const together = all.filter((one) => one.at === first.at);
  // Of several titles the one that speaks of most.
  const title = together.reduce((most, one) => (one.lines.length > most.lines.length ? one : most)).title;
  return { at: first.at, title, lines: [...new Set(together.flatMap((one) => one.lines))] };
}

/**
 * The name of each treatment: its areas; where two have the same ones, the day tells them apart. `areas` and `day` put the
 * names into words.
 */
export function names<T extends Pick<Board, 'id' | 'day'>>(boards: T[], areas: (board: T) => string, day: (areas: string, day: number) => string): Map<string, string> {
  const all = boards.map((board) => areas(board));
  return new Map(
    boards.map((board, index) => {
      const own = all[index] ?? '';
      return [board.id, all.filter((one) => one === own).length > 1 ? day(own, board.day) : own];
    }),
  );
}

/** Lines of all boards; what says the same is one, where it is `counted` down only until the same moment. */
function shared(boards: Board[], of: (board: Board) => Line[], counted = true): Shared[] {
  const found: Shared[] = [];
  for (const board of boards) {
    for (const line of of(board)) {
      const same = found.find((one) => sameLine(one.line, line) && (!counted || one.line.until === line.until));
      if (same) same.of.push(board.id);
      else found.push({ line, of: [board.id], longer: [] });
    }
  }
  return found;
}

const sameLine = (a: Line, b: Line): boolean => a.id === b.id && a.title === b.title && a.text === b.text;

const sameTodo = (a: Todo, b: Todo): boolean =>
  sameLine(a.line, b.line) && a.due === b.due && a.useful_until === b.useful_until && a.answer === b.answer;

const holdsLonger = (board: Board, line: Line): boolean =>
  board.not_yet.some((other) => other.id === line.id && at(other.until) > at(line.until));

const weight = (line: Line): number => (line.rule ? 0 : 2) + (line.kind === 'avoid' ? 0 : 1);
const at = (instant: string): number => Date.parse(instant);

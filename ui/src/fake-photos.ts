/** What the fake knows of photos: some that were taken, drawn instead of photographed; dated, deleted and brought back. */
import type { Import, Photo, PhotoForm, Photos, Problem, ProcedureForm } from './contract';
import { localDay } from './moments';

export type Picturing = {
  /** When each photo was taken before the story begins. */
  pictures?: string[];
  /** What is being taken in when the story begins. */
  far?: Import;
};

type Treatment = { id: string; form: ProcedureForm; ended: string };
type Known = { id: number; at: string; procedure: string | null; color: string };

const COLORS = ['#e7b7a8', '#d99b8a', '#f0c9b6', '#c98977', '#e3a994'];
const nothing: Import = { change: 0, runs: false, stopped: false, done: 0, of: 0, added: 0, there: 0, refused: [] };

/** Two sessions, photographed on some of their days. */
const course = (face: ProcedureForm) => [{ ...face, ended: '2026-02-20T14:00', session: 1 }, face];
const days = ['2026-02-20T19:00:00Z', '2026-02-21T19:02:00Z', '2026-02-23T19:00:00Z', '2026-03-27T19:00:00Z', '2026-03-28T19:00:00Z', '2026-03-29T18:05:00Z'];

export const photoStories = (face: ProcedureForm) => ({
  photos: { now: '2026-03-29T19:06:00Z', treatments: course(face), pictures: days },
  'photos-empty': { now: '2026-03-29T19:06:00Z', treatments: [face] },
  'photos-one': { now: '2026-03-29T19:06:00Z', treatments: [face], pictures: ['2026-03-27T10:00:00Z'] },
  'photos-adding': { now: '2026-03-29T19:06:00Z', treatments: [face], pictures: days.slice(3), far: { ...nothing, runs: true, done: 2, of: 12, added: 2 } },
});

export class FakePhotos {
  far: Import;
  #known: Known[];
  #deleted = new Map<number, Known>();

  constructor({ pictures = [], far = nothing }: Picturing) {
    this.#known = pictures.map((at, index) => ({ id: index + 1, at, procedure: null, color: COLORS[index % COLORS.length] ?? '' }));
    this.far = far;
  }

  read(now: string, zone: string, treatments: Treatment[]): Photos {
    const newest = [...treatments].sort((a, b) => Date.parse(b.ended) - Date.parse(a.ended));
    const date = (at: string) => Date.parse(localDay(at, zone));
    const view = ({ id, at, procedure, color }: Known): Photo => {
      const said = newest.find((one) => one.id === procedure);
      const treatment = said ?? newest.find((one) => date(one.ended) <= date(at)) ?? newest.at(-1);
      const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><rect width="3" height="4" fill="${color}"/><circle cx="1.5" cy="1.7" r="1" fill="#fff6"/></svg>`;
      const wall = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T').slice(0, 16);
      const day = treatment ? (date(at) - date(treatment.ended)) / 86_400_000 + 1 : null;
      return { id, procedure: treatment?.id ?? null, said: said !== undefined, day, at, wall, hash: `data:image/svg+xml,${encodeURIComponent(picture)}`, width: 3000, height: 4000 };
    };
    return {
      now,
      zone,
      procedures: newest.map(({ id, form, ended }) => ({ id, ended, areas: form.areas, session: form.session, sessions: form.sessions })),
      photos: this.#known.map(view).sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id - a.id),
    };
  }

  /** A photo is taken in at once, and a file that is none is refused. */
  add(now: string): Import {
    const id = Math.max(0, ...this.#known.map((one) => one.id), ...this.#deleted.keys()) + 1;
    this.#known.push({ id, at: now, procedure: null, color: COLORS[id % COLORS.length] ?? '' });
    return (this.far = { ...nothing, change: this.far.change + 1, done: 2, of: 2, added: 1, refused: [{ name: 'notes.jpg', problem: refusal('photo-unknown', null) }] });
  }

  end(): Import {
    return (this.far = { ...(this.far.runs ? { ...this.far, runs: false, stopped: true } : nothing), change: this.far.change + 1 });
  }

  correct(id: number, form: PhotoForm, at: string): void {
    const known = this.#found(id);
    if (form.at > '2026-03-29T21:06') throw refusal('photo-in-future', 'at');
    [known.at, known.procedure] = [at, form.procedure];
  }

  delete(id: number): void {
    const known = this.#found(id);
    this.#deleted.set(id, known);
    this.#known = this.#known.filter((one) => one !== known);
  }

  restore(id: number): void {
    const known = this.#deleted.get(id);
    if (!known) throw refusal('not-found', null);
    this.#deleted.delete(id);
    this.#known.push(known);
  }

  #found(id: number): Known {
    const found = this.#known.find((one) => one.id === id);
    if (!found) throw refusal('not-found', null);
    return found;
  }
}

function refusal(code: string, field: string | null): Problem {
  return { code, field, detail: {} };
}

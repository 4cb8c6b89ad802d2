import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Photo, Photos } from '../src/contract';
import { alike, byTreatment, nameOf } from '../src/photos';
import { by, find, open, pass } from './window';

const photo = (rest: Partial<Photo>): Photo => ({
  id: 1,
  procedure: 'p1',
  said: false,
  day: 1,
  at: '2026-03-27T19:00:00Z',
  wall: '2026-03-27T20:00',
  hash: '',
  width: 3,
  height: 4,
  ...rest,
});
const plan = (id: string, session: number, ended: string, areas = ['face']) => ({ id, ended, areas, session, sessions: 4 });
const all = (photos: Photo[], procedures = [plan('p2', 2, '2026-03-27T14:10:00Z'), plan('p1', 1, '2026-02-20T13:00:00Z')]): Photos => ({
  now: '2026-03-29T19:06:00Z',
  zone: 'Europe/Berlin',
  procedures,
  photos,
});

describe('a photo is named', () => {
  const third = photo({ procedure: 'p2', day: 3, at: '2026-03-29T18:05:00Z', wall: '2026-03-29T20:05' });

  test('by its day alone where there is one treatment', () => {
    expect(nameOf(third, all([third], [plan('p2', 2, '2026-03-27T14:10:00Z')]))).toBe('Day 3 · 29 March, 20:05');
  });

  test('by its session where there are several, and by where and when where a session was twice', () => {
    expect(nameOf(third, all([third]))).toBe('Session 2 · Day 3 · 29 March, 20:05');
    const twice = [plan('p2', 1, '2026-03-27T14:10:00Z', ['neck']), plan('p1', 1, '2026-02-20T13:00:00Z')];
    expect(nameOf(third, all([third], twice))).toBe('Neck · 27 Mar · Day 3 · 29 March, 20:05');
  });

  test('before the treatment, in another year, and without a treatment', () => {
    const before = photo({ procedure: 'p1', day: -60, at: '2025-12-22T08:00:00Z', wall: '2025-12-22T09:00' });
    expect(nameOf(before, all([before]))).toBe('Session 1 · Before the treatment · 22 December 2025, 09:00');
    const alone = photo({ procedure: null, day: null });
    expect(nameOf(alone, all([alone], []))).toBe('27 March, 20:00');
  });
});

test('photos stand by treatment and by day', () => {
  const [late, early, other] = [photo({ id: 3 }), photo({ id: 2, wall: '2026-03-27T10:00' }), photo({ id: 1, procedure: 'p2' })];
  const series = byTreatment(all([late, other, early])).map(({ treatment, days }) => [treatment?.id, days.map((day) => day.map((one) => one.id))]);
  expect(series).toEqual([['p1', [[3, 2]]], ['p2', [[1]]]]);
});

test('of every other treatment the photo of the nearest day is offered, the exact one first', () => {
  const of = (id: number, procedure: string, day: number) => photo({ id, procedure, day });
  const mine = of(1, 'p3', 3);
  const photos = [mine, of(2, 'p3', 3), of(3, 'p2', 5), of(4, 'p2', 9), of(5, 'p1', 1), of(6, 'p1', 3), of(7, 'p0', 7)];
  expect(alike(mine, all(photos)).map((one) => one.id)).toEqual([6, 3]);
});

const thumbs = () => within(by('photos')).getAllByRole('button', { name: /Day \d/ });
const enter = async () => {
  by('go-diary').click();
  (await find('go-photos')).click();
  await find('photos');
  await pass(0);
};

test('without photos one is told where they stay and how they compare', async () => {
  await open('photos-empty');
  await enter();
  expect(by('photos-none').textContent).toContain('stay on this computer');
  expect(by('photos-none').textContent).toContain('Same place, same light.');
});

test('what is added and what is refused is told, and goes when it was seen', async () => {
  await open('photos-empty');
  await enter();
  by('photos-add').click();
  await find('import-refused');
  expect(by('import').textContent).toContain('1 photo added.');
  expect(by('import-refused').textContent).toContain('notes.jpg');
  by('import-end').click();
  await vi.waitFor(() => expect(screen.queryByTestId('import')).toBeNull());
});

test('an import that runs says how far it is, and can be stopped', async () => {
  await open('photos-adding');
  await enter();
  expect((await find('import')).textContent).toContain('Adding photo 3 of 12');
  expect(within(by('import')).getByRole<HTMLProgressElement>('progressbar').value).toBe(2);
  by('import-end').click();
  await vi.waitFor(() => expect(by('import').textContent).toContain('Stopped. 2 photos added.'));
});

test('a photo is opened, gone on from by arrows, and left by Escape to where one was', async () => {
  await open('photos');
  await enter();
  const newest = thumbs()[0];
  newest?.click();
  await find('photo');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session 2 · Day 3 · 29 March');
  await fireEvent.keyDown(by('photo-after'), { key: 'ArrowLeft' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session 2 · Day 2 · 28 March');
  // A key below the warning signs is not for the photo.
  await fireEvent.keyDown(document.body, { key: 'ArrowLeft' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session 2 · Day 2 · 28 March');
  await fireEvent.keyDown(by('photo-after'), { key: 'Escape' });
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Session 2 · Day 2 · 28 March, 20:00'));
  // Once more leads to the diary.
  if (document.activeElement) await fireEvent.keyDown(document.activeElement, { key: 'Escape' });
  await find('diary');
});

test('a deleted photo can be brought back, and the focus is never lost', async () => {
  await open('photos');
  await enter();
  const names = thumbs().map((one) => one.getAttribute('aria-label'));
  thumbs()[1]?.click();
  (await find('photo-delete')).click();
  const undo = await find('photo-undo');
  expect(document.activeElement).toBe(undo);
  expect(thumbs().map((one) => one.getAttribute('aria-label'))).toEqual(names.filter((_, index) => index !== 1));
  undo.click();
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(names[1]));
  expect(thumbs().map((one) => one.getAttribute('aria-label'))).toEqual(names);
});

test('a photo belongs to the treatment that one says', async () => {
  await open('photos');
  await enter();
  thumbs()[0]?.click();
  (await find('photo-date')).click();
  await fireEvent.change(await find('photo-treatment'), { target: { value: 't1' } });
  by('photo-save').click();
  await vi.waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Session 1 · Day 38 · 29 March'));
  expect(screen.queryByTestId('photo-form')).toBeNull();
});

test('two photos are chosen and compared, side by side and under a slider', async () => {
  await open('photos');
  await enter();
  by('photos-compare').click();
  await vi.waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Choose the first photo'));
  thumbs()[1]?.click();
  await find('photos-offered');
  expect(within(by('photos')).getAllByRole('button', { pressed: true })).toHaveLength(1);
  const [same] = within(by('photos-offered')).getAllByRole('button');
  expect(same?.getAttribute('aria-label')).toBe('Session 1 · Day 2 · 21 February, 20:02');
  same?.click();
  await find('pair');
  const names = () => within(by('pair')).getAllByRole('img').map((one) => one.getAttribute('alt'));
  expect(names()).toEqual(['Session 2 · Day 2 · 28 March, 20:00', 'Session 1 · Day 2 · 21 February, 20:02']);
  by('photos-swap').click();
  await pass(0);
  expect(names()[0]).toBe('Session 1 · Day 2 · 21 February, 20:02');
  within(by('photos-view-slider')).getByRole('radio').click();
  const slide = (await find('slide')) as HTMLInputElement;
  await fireEvent.input(slide, { target: { value: '20' } });
  expect(by('over').getAttribute('style')).toContain('--share: 20%');
  expect(slide.getAttribute('aria-valuetext')).toBe('20 %');
});

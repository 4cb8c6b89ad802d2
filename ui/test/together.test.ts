import { describe, expect, test } from 'vitest';
import type { Board, Line, Todo } from '../src/contract';
import { doing, next, notYet } from '../src/together';

const line = (id: string, until: string, rule = true): Line => ({
  id,
  kind: 'avoid',
  rule,
  title: id,
  short: id,
  text: id,
  why: null,
  release: null,
  source: [],
  from: '2026-03-27T14:10:00Z',
  until,
});
const todo = (treatment: string, answer: Todo['answer']): Todo => ({
  key: `${treatment}/soothe/2026-03-28T08:00`,
  line: line('soothe', '2026-04-03T13:10:00Z'),
  opens: null,
  due: '2026-03-28T07:00:00Z',
  useful_until: '2026-03-28T11:00:00Z',
  answer,
  answered: answer === null ? null : '2026-03-28T07:10:00Z',
});
const board = (id: string, parts: Partial<Board>): Board => ({
  id,
  ended: '2026-03-27T14:10:00Z',
  day: 2,
  hours: 20,
  device: 'pen',
  depth_mm: null,
  areas: [id],
  prp: false,
  session: 1,
  sessions: 1,
  next_session: null,
  next_between: null,
  draft: true,
  until: '2026-04-10T13:10:00Z',
  marks: [],
  not_yet: [],
  released: [],
  do_now: [],
  usual: [],
  good_to_know: [],
  next: null,
  ...parts,
});

describe('several treatments as one', () => {
  test('one thing answered for one of them alone stays two', () => {
    const both = (a: Todo['answer'], b: Todo['answer']) =>
      doing([board('face', { do_now: [todo('face', a)] }), board('neck', { do_now: [todo('neck', b)] })]).map(({ keys, of }) => ({ keys, of }));
    const face = 'face/soothe/2026-03-28T08:00';
    const neck = 'neck/soothe/2026-03-28T08:00';
    expect(both(null, null)).toEqual([{ keys: [face, neck], of: ['face', 'neck'] }]);
    expect(both('done', 'done')).toEqual([{ keys: [face, neck], of: ['face', 'neck'] }]);
    expect(both('done', null)).toEqual([
      { keys: [face], of: ['face'] },
      { keys: [neck], of: ['neck'] },
    ]);
  });

  test('of what ends together the rules stand before the advice, whatever the treatment', () => {
    const at = '2026-03-29T14:10:00Z';
    const boards = [
      board('face', { not_yet: [line('alcohol', at, false)] }),
      board('neck', { not_yet: [line('sun', at), line('sport', '2026-03-28T14:10:00Z', false)] }),
    ];
    expect(notYet(boards).map(({ until, lines }) => [until, lines.map((one) => [one.line.id, ...one.of])])).toEqual([
      ['2026-03-28T14:10:00Z', [['sport', 'neck']]],
      [at, [['sun', 'neck'], ['alcohol', 'face']]],
    ]);
  });

  test('the next notice is one, and speaks of all that comes then', () => {
    const at = '2026-03-29T06:00:00Z';
    const boards = [
      board('face', { next: { at, title: 'Wash gently', lines: ['Wash gently'] } }),
      board('neck', { next: { at, title: 'Morning care', lines: ['Wash gently', 'Soothe your skin'] } }),
      board('hands', { next: { at: '2026-03-28T19:00:00Z', title: 'Take a photo', lines: ['Take a photo'] } }),
    ];
    expect(next(boards)?.title).toBe('Take a photo');
    expect(next(boards.slice(0, 2))).toEqual({ at, title: 'Morning care', lines: ['Wash gently', 'Soothe your skin'] });
    expect(next([])).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { ProcedureForm, ProtocolView } from '../src/contract';
import { Draft } from '../src/draft.svelte';

const protocol: ProtocolView = {
  id: 'microneedling',
  version: '1.0.0',
  draft: true,
  devices: [
    { id: 'pen', covered: true },
    { id: 'radio-frequency', covered: false },
  ],
  areas: [
    { id: 'face', covered: true },
    { id: 'neck', covered: true },
    { id: 'scalp', covered: false },
  ],
  max_needle_mm: 2,
  sessions_default: 4,
  sessions_most: 12,
};
const now = Date.parse('2026-03-28T19:07:31Z');

const filled = () => {
  const draft = Draft.blank(protocol, now, 'Europe/Berlin');
  draft.device = 'pen';
  draft.toggle('neck');
  draft.toggle('face');
  return draft;
};
const codes = (draft: Draft) => {
  const read = draft.read();
  return 'problems' in read ? read.problems.map((problem) => [problem.field, problem.code]) : [];
};
const form = (draft: Draft) => {
  const read = draft.read();
  return 'form' in read ? read.form : null;
};

describe('a new treatment', () => {
  test('ended about an hour ago, on a round time, here', () => {
    const draft = Draft.blank(protocol, now, 'Europe/Berlin');
    expect([draft.day, draft.time, draft.zone]).toEqual(['2026-03-28', '19:05', 'Europe/Berlin']);
  });

  test('is sent as it was typed, areas in the order of the protocol', () => {
    const draft = filled();
    draft.depth = '1,5 mm';
    draft.nextDay = '2026-05-05';
    draft.nextTime = '09:00';
    expect(form(draft)).toEqual({
      ended: '2026-03-28T19:05',
      zone: 'Europe/Berlin',
      device: 'pen',
      depth_mm: 1.5,
      areas: ['face', 'neck'],
      prp: false,
      antibiotic: false,
      pih_prone: false,
      session: 1,
      sessions: 4,
      next_session: '2026-05-05T09:00',
    });
  });

  test('says all that is missing at once', () => {
    const draft = Draft.blank(protocol, now, 'Europe/Berlin');
    draft.time = '';
    draft.depth = 'one';
    draft.session = '5';
    draft.nextDay = '2026-05-05';
    expect(codes(draft)).toEqual([
      ['ended', 'ended-not-a-time'],
      ['device', 'device-missing'],
      ['depth_mm', 'depth-not-a-depth'],
      ['areas', 'area-missing'],
      ['session', 'session-number'],
      ['next_session', 'session-not-a-time'],
    ]);
    expect(draft.depth).toBe('one');
  });

  test.each([
    ['2026-03-', '15:10'],
    ['2026-02-30', '15:10'],
    ['2026-03-28', '24:00'],
    ['26-03-28', '15:10'],
    ['', ''],
  ])('the moment "%s" "%s" is none, and stays as it was typed', (day, time) => {
    const draft = filled();
    [draft.day, draft.time] = [day, time];
    [draft.nextDay, draft.nextTime] = [day, time];
    expect(codes(draft)).toEqual([['ended', 'ended-not-a-time'], ...(day === '' ? [] : [['next_session', 'session-not-a-time']])]);
    expect([draft.day, draft.time]).toEqual([day, time]);
  });

  test('is refused at once where the rules do not cover it', () => {
    const draft = filled();
    draft.device = 'radio-frequency';
    draft.toggle('scalp');
    draft.depth = '2.5';
    expect(['device', 'areas', 'depth_mm'].map((field) => draft.at(field)?.code)).toEqual([
      'device-not-covered',
      'area-not-covered',
      'depth-not-covered',
    ]);
    expect(draft.at('depth_mm')?.detail).toEqual({ depth: '2.5', most: '2' });
  });

  test.each([
    ['', null],
    ['2', 2],
    [' 0.25 ', 0.25],
    ['0,5', 0.5],
  ])('the depth "%s" is %s', (typed, depth) => {
    const draft = filled();
    draft.depth = typed;
    expect(form(draft)?.depth_mm).toBe(depth);
  });

  test.each(['0', '-1', '1.5.2', '1e1', 'mm'])('the depth "%s" is none', (typed) => {
    const draft = filled();
    draft.depth = typed;
    expect(codes(draft)).toEqual([['depth_mm', 'depth-not-a-depth']]);
  });

  test.each([
    ['0', '4'],
    ['', '4'],
    ['1', ''],
    ['2.5', '4'],
    ['1', '13'],
  ])('session "%s" of "%s" is none', (session, sessions) => {
    const draft = filled();
    draft.session = session;
    draft.sessions = sessions;
    expect(codes(draft)).toEqual([['session', 'session-number']]);
  });

  test('a problem goes when its field changes, and only that', () => {
    const draft = filled();
    draft.problems = [
      { code: 'ended-in-future', field: 'ended', detail: {} },
      { code: 'session-number', field: 'session', detail: {} },
    ];
    draft.changed('ended');
    expect([draft.at('ended'), draft.at('session')?.code]).toEqual([null, 'session-number']);
  });
});

test('a correction begins with what was entered, and gives it back unchanged', () => {
  const entered: ProcedureForm = {
    ended: '2026-03-27T15:10',
    zone: 'Asia/Tokyo',
    device: 'pen',
    depth_mm: 0.25,
    areas: ['face', 'an area of the clinic'],
    prp: true,
    antibiotic: true,
    pih_prone: true,
    session: 2,
    sessions: 6,
    next_session: '2026-05-05T10:00',
  };
  const draft = Draft.of('t1', entered, protocol);
  expect([draft.id, form(draft)]).toEqual(['t1', entered]);
});

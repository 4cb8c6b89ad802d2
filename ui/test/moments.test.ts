import { describe, expect, test } from 'vitest';
import { city, clock, dayStart, fullDay, hoursSince, left, localDate, localDay, localTime, moment, share, shortDate, step, type Said } from '../src/moments';
import { t } from '../src/words';

const BERLIN = 'Europe/Berlin';
const GB = 'en-GB';
const S = 1000;
const M = 60 * S;
const H = 60 * M;

const words = (said: Said) => t(said.id, said.vars);
const at = (iso: string) => Date.parse(iso);

describe('what is left', () => {
  test.each([
    [21 * H + 14 * M, '21 h 14 min'],
    [H, '1 h 0 min'],
    [H - S, '59 min 59 s'],
    [14 * M + 5 * S, '14 min 05 s'],
    [42 * S, '42 s'],
    [0, '0 s'],
    [-5 * H, '0 s'],
    [48 * H - M, '47 h 59 min'],
    [48 * H, '2 d 0 h'],
    [(3 * 24 + 21) * H + 59 * M, '3 d 21 h'],
  ])('%i ms are %s', (ms, said) => expect(words(left(ms))).toBe(said));
});

describe('a moment', () => {
  // The night of 28 to 29 March 2026 has 23 hours in Berlin.
  const saturdayEvening = at('2026-03-28T16:56:00Z');
  const said = (iso: string, now = saturdayEvening) => words(moment(iso, now, BERLIN, GB));

  test.each([
    ['2026-03-28T19:00:00Z', 'today 20:00'],
    ['2026-03-29T14:10:00Z', 'tomorrow 16:10'],
    ['2026-03-30T13:10:00Z', 'Monday 15:10'],
    ['2026-04-03T13:10:00Z', 'Friday 15:10'],
    ['2026-04-04T13:10:00Z', '4 April, 15:10'],
    ['2026-04-10T13:10:00Z', '10 April, 15:10'],
    ['2027-01-02T09:00:00Z', '2 January 2027, 10:00'],
    ['2026-03-27T14:10:00Z', 'yesterday 15:10'],
    ['2026-03-26T14:10:00Z', '26 March, 15:10'],
  ])('%s is %s', (iso, words) => expect(said(iso)).toBe(words));

  test('is today until midnight where the patient is, not in Greenwich', () => {
    expect(said('2026-03-28T22:59:00Z')).toBe('today 23:59');
    expect(said('2026-03-28T23:00:00Z')).toBe('tomorrow 00:00');
    expect(words(moment('2026-03-28T23:00:00Z', saturdayEvening, 'America/New_York', GB))).toBe('today 19:00');
  });

  test('follows the language for the clock', () => {
    expect(clock('2026-03-28T19:05:00Z', BERLIN, GB)).toBe('20:05');
    expect(clock('2026-03-28T19:05:00Z', BERLIN, 'en-US')).toMatch(/^08:05\sPM$/);
  });

  test('in full, short, or as a date alone', () => {
    expect(words(fullDay(saturdayEvening, BERLIN, GB))).toBe('Saturday, 28 March');
    expect(shortDate('2026-05-05T08:00:00Z', BERLIN, GB)).toBe('5 May');
    expect(localDate('2026-04-27', saturdayEvening, BERLIN, GB)).toBe('27 April');
    expect(localDate('2027-01-27', saturdayEvening, BERLIN, GB)).toBe('27 January 2027');
  });
});

describe('the steps of a course', () => {
  const ended = '2026-03-27T14:10:00Z';
  test.each([
    ['2026-03-28T14:10:00Z', '24 h'],
    ['2026-03-29T14:10:00Z', '48 h'],
    ['2026-03-30T14:10:00Z', '72 h'],
    ['2026-04-01T13:10:00Z', '5 days'],
    // A week by the calendar is an hour short of seven days here.
    ['2026-04-03T13:10:00Z', '1 week'],
    ['2026-04-10T13:10:00Z', '2 weeks'],
  ])('%s is %s', (iso, said) => expect(words(step(ended, iso))).toBe(said));
});

test('hours and shares stay within their bounds', () => {
  const from = '2026-03-27T14:10:00Z';
  const until = '2026-03-29T14:10:00Z';
  expect(hoursSince(from, at('2026-03-28T16:56:00Z'))).toBe(26);
  expect(hoursSince(from, at('2026-03-27T14:00:00Z'))).toBe(0);
  expect(share(from, until, at('2026-03-28T14:10:00Z'))).toBe(0.5);
  expect(share(from, until, at('2026-05-01T00:00:00Z'))).toBe(1);
  expect(share(from, until, at('2026-03-01T00:00:00Z'))).toBe(0);
  expect(share(from, from, at(from))).toBe(1);
});

test('a zone is known by its city', () => {
  expect(city('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(city('UTC')).toBe('UTC');
});

test('a wall time is that of the zone, and midnight is 00', () => {
  const night = at('2026-03-28T23:05:00Z');
  expect([localDay(night, BERLIN), localTime(night, BERLIN)]).toEqual(['2026-03-29', '00:05']);
  expect([localDay('2026-03-28T23:05:00Z', 'America/New_York'), localTime('2026-03-28T23:05:00Z', 'America/New_York')]).toEqual(['2026-03-28', '19:05']);
});

test.each([
  ['2026-03-29', BERLIN, '2026-03-28T23:00:00.000Z'],
  ['2026-06-10', 'Pacific/Kiritimati', '2026-06-09T10:00:00.000Z'],
  ['2026-06-10', 'Pacific/Pago_Pago', '2026-06-10T11:00:00.000Z'],
  ['2026-06-10', 'Asia/Kathmandu', '2026-06-09T18:15:00.000Z'],
  // A midnight that the clock passes over, one that comes twice, and a day that never was.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, start) => {
  expect(new Date(dayStart(at(day) / (24 * H), zone)).toISOString()).toBe(start);
});

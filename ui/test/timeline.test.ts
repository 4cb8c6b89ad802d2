import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Bar, Line, PlanView } from '../src/contract';
import { lie, localDays, nameOf, place, rangeOf, shownIn, stepOf, zoomAtFirst } from '../src/timeline';
import { by, find, open, pass } from './window';

const BERLIN = 'Europe/Berlin';
const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
// Saturday 28 March 2026, 20:06 in Berlin; the clock goes forward in the night that follows.
const here = { now: at('2026-03-28T19:06:00Z'), zone: BERLIN };

const line = (rest: Partial<Line>): Line => ({
  id: 'sport',
  kind: 'avoid',
  rule: false,
  title: 'No hard sport',
  short: 'Hard sport',
  text: '',
  why: null,
  release: null,
  source: ['practice'],
  from: '2026-03-27T14:10:00Z',
  until: '2026-03-30T14:10:00Z',
  ...rest,
});
const bar = (rest: Partial<Line>, prepares = false): Bar => ({ line: line(rest), prepares, reminders: [] });
const plan = (rest: Partial<PlanView>): PlanView => ({
  id: 't1',
  ended: '2026-03-27T14:10:00Z',
  areas: ['face'],
  device: 'pen',
  depth_mm: 1.5,
  session: 2,
  sessions: 4,
  draft: true,
  next_session: null,
  next_between: null,
  bars: [],
  ...rest,
});

describe('the days of a picture', () => {
  test('begin at midnight where the patient is, also on the day that has 23 hours', () => {
    const days = localDays(at('2026-03-28T19:06:00Z'), 3, BERLIN);
    expect(days.map(iso)).toEqual(['2026-03-27T23:00', '2026-03-28T23:00', '2026-03-29T22:00', '2026-03-30T22:00']);
    expect(days.slice(1).map((day, index) => (day - (days[index] ?? 0)) / HOUR)).toEqual([24, 23, 24]);
  });

  test('and on the day that has 25', () => {
    const days = localDays(at('2026-10-25T12:00:00Z'), 1, BERLIN);
    expect(days.map(iso)).toEqual(['2026-10-24T22:00', '2026-10-25T23:00']);
  });

  test('and where a day has no midnight, at its first instant', () => {
    expect(localDays(at('2026-09-06T12:00:00Z'), 1, 'America/Santiago').map(iso)).toEqual(['2026-09-06T04:00', '2026-09-07T03:00']);
  });

  test('are dated as often as there is room', () => {
    expect([stepOf(15, 375, 22), stepOf(15, 300, 22), stepOf(15, 100, 44), stepOf(76, 376, 44), stepOf(180, 90, 44)]).toEqual([1, 2, 7, 14, 112]);
  });
});

describe('what a zoom shows', () => {
  const between: [string, string] = ['2026-04-27', '2026-05-27'];
  const bars = [bar({}), bar({ id: 'results', kind: 'expect', from: '2026-04-10T13:10:00Z', until: '2026-09-23T13:10:00Z' })];
  const shown = (plan: PlanView, zoom: Parameters<typeof rangeOf>[1], now: string) => {
    const { from, until, days } = rangeOf(plan, zoom, { now: at(now), zone: BERLIN });
    return [iso(from), iso(until), days.length - 1];
  };

  test('begins with the treatment as long as now lies in it, and with today after that', () => {
    const one = plan({ bars });
    expect(shown(one, 'days', '2026-03-28T19:06:00Z')).toEqual(['2026-03-26T23:00', '2026-03-30T22:00', 4]);
    expect(shown(one, 'days', '2026-03-30T21:59:00Z')).toEqual(['2026-03-26T23:00', '2026-03-30T22:00', 4]);
    expect(shown(one, 'days', '2026-03-30T22:01:00Z')).toEqual(['2026-03-30T22:00', '2026-04-03T22:00', 4]);
    expect(shown(one, 'weeks', '2026-03-28T19:06:00Z')).toEqual(['2026-03-26T23:00', '2026-04-10T22:00', 15]);
    expect(shown(one, 'weeks', '2026-04-24T09:00:00Z')).toEqual(['2026-04-23T22:00', '2026-05-08T22:00', 15]);
  });

  test('the course goes on to the next session, or to the last thing that is asked', () => {
    const to = (rest: Partial<PlanView>) => shown(plan({ bars, ...rest }), 'course', '2026-03-28T19:06:00Z')[1];
    expect(to({})).toBe('2026-03-30T22:00');
    expect(to({ next_between: between })).toBe('2026-05-27T22:00');
    expect(to({ next_between: between, next_session: '2026-05-05T08:00:00Z' })).toBe('2026-05-05T22:00');
    expect(to({ next_session: '2026-05-05T08:00:00Z', bars: [bar({ until: '2026-06-25T13:10:00Z' })] })).toBe('2026-06-25T22:00');
  });

  test('two weeks at first, the course from day 15 on', () => {
    const at15 = (now: string) => zoomAtFirst(plan({}), { now: at(now), zone: BERLIN });
    expect([at15('2026-03-27T15:00:00Z'), at15('2026-04-09T21:59:00Z'), at15('2026-04-09T22:00:00Z')]).toEqual(['weeks', 'weeks', 'course']);
  });

  test('has what lies in it, by what it asks, and counts the rest', () => {
    const all = [
      bar({ id: 'over', until: '2026-03-28T14:10:00Z' }),
      bar({ id: 'sport' }),
      bar({ id: 'wash', kind: 'do' }),
      bar({ id: 'check', kind: 'check' }),
      bar({ id: 'before', from: '2026-03-30T08:00:00Z', until: '2026-04-05T08:00:00Z' }, true),
      bar({ id: 'later', from: '2026-05-01T08:00:00Z', until: '2026-06-01T08:00:00Z' }),
    ];
    const range = rangeOf(plan({ bars: all }), 'days', here);
    const shown = shownIn(plan({ bars: all }), range, here.now);
    expect(shown.groups.map((group) => [group.name, ...group.bars.map((one) => one.line.id)])).toEqual([
      ['not-yet', 'sport', 'over'],
      ['care', 'wash', 'check'],
      ['before', 'before'],
    ]);
    expect([shown.ended, shown.later]).toEqual([0, 1]);
  });

  test('places an instant by the time that passed, and cuts what goes on', () => {
    const range = { from: 0, until: 1000, days: [] };
    expect([place(-100, range), place(250, range), place(1000, range)]).toEqual([-10, 25, 100]);
    expect(lie(250, 500, range)).toEqual({ start: 25, end: 50, before: false, after: false });
    expect(lie(-100, 2000, range)).toEqual({ start: 0, end: 100, before: true, after: true });
    expect(lie(500, 501, range)).toEqual({ start: 50, end: 51.2, before: false, after: false });
    expect(lie(999, 1000, range)).toEqual({ start: 98.8, end: 100, before: false, after: false });
  });
});

test.each<[string, Partial<Line>]>([
  ['No hard sport, until Monday 16:10, 43 hours left', {}],
  ['No hard sport, until Wednesday 15:10, 3 days left', { until: '2026-04-01T13:10:00Z' }],
  ['No hard sport, until today 21:06, 1 hour left', { until: '2026-03-28T20:06:00Z' }],
  ['No hard sport, until today 20:40, less than an hour left', { until: '2026-03-28T19:40:00Z' }],
  ['No hard sport, over since today 15:10', { until: '2026-03-28T14:10:00Z' }],
  ['No hard sport, from tomorrow 16:10 until Monday 16:10', { from: '2026-03-29T14:10:00Z' }],
])('%s', (name, rest) => expect(nameOf(line(rest), here)).toBe(name));

async function openTimeline(story: string, now: string | null = null) {
  await open(story, now);
  await fireEvent.click(by('go-timeline'));
  await find('timeline');
  await pass(0);
  if (!screen.queryByTestId('zoom')) return;
  await fireEvent.click(by('view-picture'));
  await fireEvent.click(by('zoom-weeks'));
  await pass(0);
}

const lines = () => [...by('picture').querySelectorAll<HTMLElement>('[data-bar]')];
const tableRows = () => [...by('table').querySelectorAll<HTMLElement>('[data-row]')];
const button = (id: string) => by('picture').querySelector<HTMLElement>(`[data-bar="${id}"]`)!;
const nameIn = (one: HTMLElement) => one.querySelector('.sr-only')?.textContent;

describe('the timeline', () => {
  test('names each line, group by group', async () => {
    await openTimeline('timeline');
    expect(document.activeElement?.textContent).toBe('Timeline');
    expect(nameIn(button('sport'))).toBe('No hard sport, until Monday 16:10, 43 hours left');
    expect(nameIn(button('make-up'))).toBe('No make-up yet, over since today 15:10');
    expect(nameIn(button('sessions'))).toBe('Next session, between 27 April and 27 May, not booked');
    const groups = within(by('picture')).getAllByRole('group').map((group) => group.querySelector('h3')?.textContent);
    expect(groups).toEqual(['Not yet', 'To do and put on', 'What is usual']);
    expect(by('now-line').getAttribute('x1')).toMatch(/^12\.\d+%$/);
    const order = lines().map((one) => one.dataset.bar);
    expect(order.indexOf('make-up')).toBeGreaterThan(order.indexOf('tanning-beds'));
  });

  test('is one stop of the Tab key; arrows go from line to line', async () => {
    await openTimeline('timeline');
    const stops = () => lines().filter((one) => one.tabIndex === 0).map((one) => one.dataset.bar);
    expect(stops()).toEqual(['sessions']);
    button('sessions').focus();
    const press = async (key: string) => {
      await fireEvent.keyDown(document.activeElement!, { key });
      await pass(0);
      return (document.activeElement as HTMLElement).dataset.bar;
    };
    const order = lines().map((one) => one.dataset.bar);
    expect([await press('ArrowUp'), await press('ArrowDown'), await press('ArrowDown'), await press('ArrowUp')]).toEqual([order[0], order[1], order[2], order[1]]);
    expect([await press('End'), await press('ArrowDown'), await press('Home')]).toEqual([order.at(-1), order.at(-1), order[0]]);
    await press('End');
    expect(stops()).toEqual([order.at(-1)]);
    // The line that Tab came to is not in the other picture.
    button('book-next-session').focus();
    await pass(0);
    expect(stops()).toEqual(['book-next-session']);
    await fireEvent.click(by('zoom-days'));
    await pass(0);
    expect(stops()).toEqual(['sessions']);
  });

  test('a line opens what it says, and Escape closes it without leaving the screen', async () => {
    await openTimeline('timeline');
    await fireEvent.click(button('sun-strict'));
    await pass(0);
    expect(button('sun-strict').getAttribute('aria-expanded')).toBe('true');
    const said = by('said');
    expect(said.id).toBe(button('sun-strict').getAttribute('aria-controls'));
    for (const words of [
      'From Fri 27 Mar, 15:10 until Sun 29 Mar, 16:10',
      '19 hours left · Rule',
      'Keep the area out of the sun for 48 hours.',
      'Fresh skin burns fast',
      'treatment guide 004',
    ]) {
      expect(said.textContent.replaceAll(/(Fri|Sun),/g, '$1')).toContain(words);
    }
    await fireEvent.click(button('soothe'));
    await pass(0);
    expect(screen.getAllByTestId('said').length).toBe(1);
    expect(by('said').textContent).toContain('14 reminders, the next tomorrow 08:00');
    expect(await fireEvent.keyDown(button('soothe'), { key: 'Escape' }), 'Escape is used up').toBe(false);
    expect(screen.queryByTestId('said')).toBeNull();
    expect(by('timeline')).toBeTruthy();
  });

  test('has a table behind it that says the same', async () => {
    await openTimeline('timeline');
    for (const zoom of ['zoom-days', 'zoom-weeks', 'zoom-course']) {
      await fireEvent.click(by(zoom));
      await pass(0);
      expect(tableRows().map((row) => row.dataset.row)).toEqual(lines().map((one) => one.dataset.bar));
    }
    expect(by('table').parentElement?.className).toContain('sr-only');
    await fireEvent.click(by('view-table'));
    await pass(0);
    expect(screen.queryByTestId('picture')).toBeNull();
    expect(by('table').parentElement?.className).not.toContain('sr-only');
    const sport = tableRows().find((row) => row.dataset.row === 'sport')!;
    expect([...sport.children].map((cell) => cell.textContent.replace(/(Fri|Mon),/, '$1'))).toEqual([
      'No hard sport',
      'Fri 27 Mar, 15:10',
      'Mon 30 Mar, 16:10',
      '43 hours left',
    ]);
  });

  test('says what a zoom shows, keeps it for the sitting, and pressing it again does not let it go', async () => {
    await openTimeline('timeline');
    await fireEvent.click(by('zoom-days'));
    await pass(100);
    expect(by('range').textContent).toBe('Friday, 27 March to Monday, 30 March');
    expect(by('voice').textContent).toMatch(/^Friday, 27 March to Monday, 30 March\. \d+ lines\.$/);
    expect(by('outside').textContent).toMatch(/^Not in this picture: \d lines that begin later\.$/);
    await fireEvent.click(by('zoom-days'));
    await fireEvent.click(by('go-today'));
    await fireEvent.click(by('go-timeline'));
    await find('plan');
    expect(by('zoom-days').querySelector('input')?.checked).toBe(true);
  });

  test('a booked session is in the picture with what comes before it', async () => {
    await openTimeline('timeline-booked');
    await fireEvent.click(by('zoom-course'));
    await pass(0);
    expect(nameIn(button('sessions'))).toBe('Next session, 5 May, 10:00');
    const before = by('picture').querySelector('[data-group=before]')!;
    expect([...before.querySelectorAll<HTMLElement>('[data-bar]')].map((one) => one.dataset.bar)).toContain('before-sun');
    expect(lines().map((one) => one.dataset.bar)).not.toContain('book-next-session');
  });

  test('two treatments stand below each other, the newest first', async () => {
    await openTimeline('timeline-two');
    expect(screen.getAllByTestId('plan-title').map((one) => one.textContent)).toEqual(['Face', 'Neck, Décolletage']);
  });

  test('of more than two treatments one is chosen, the newest first', async () => {
    await openTimeline('timeline-four');
    expect(screen.getAllByTestId('plan-title').map((one) => one.textContent)).toEqual(['Face']);
    await fireEvent.click(screen.getByText('Hands · 30 Jan'));
    await pass(0);
    expect(screen.getAllByTestId('plan-title').map((one) => one.textContent)).toEqual(['Hands']);
  });

  test('with no treatment says what to do; after the end it says that it is over', async () => {
    await openTimeline('timeline-none');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No treatment yet');
    await fireEvent.click(by('enter'));
    expect(await find('form')).toBeTruthy();
    await openTimeline('timeline-late');
    expect(by('all-over').textContent).toContain('The last line ended 23 September, 15:10.');
    expect(lines().every((one) => ['sessions', 'ended'].includes(one.dataset.phase ?? ''))).toBe(true);
  });

  test('prints', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await openTimeline('timeline');
    await fireEvent.click(by('print'));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

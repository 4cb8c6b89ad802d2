import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { LedgerRow, Questions } from '../src/contract';
import { fateOf, fateText, notShown } from '../src/fates';
import { by, find, open, pass, typed, typeIn, unfold } from './window';

const answers: Questions['answer']['with'][] = [];
vi.mock(import('../src/fake'), async (original) => {
  const fake = await original();
  const answer: typeof fake.answer = (name, rest) => {
    if (name === 'answer') answers.push(rest as Questions['answer']['with']);
    return fake.answer(name, rest);
  };
  return { ...fake, answer };
});

describe('what became of a reminder', () => {
  // Saturday 28 March 2026, 20:06 in Berlin; the clock goes forward in the night that follows.
  const here = { now: Date.parse('2026-03-28T19:06:00Z'), zone: 'Europe/Berlin' };
  const row = (rest: Partial<LedgerRow>): LedgerRow => ({
    key: 't1/soothe/2026-03-28T08:00',
    areas: ['face'],
    title: 'Soothe your skin',
    due: '2026-03-28T07:00:00Z',
    shown: [],
    answer: null,
    answered: null,
    missed: null,
    decided: null,
    away: null,
    answerable: false,
    ...rest,
  });
  const shown = ['2026-03-28T07:00:00Z'];
  const again = [...shown, '2026-03-28T08:00:00Z'];
  const off = (why: string) => ({ missed: 'off', away: { from: '2026-03-27T21:10:00Z', until: '2026-03-28T15:20:00Z', why } });

  test.each<[string, Partial<LedgerRow>]>([
    ['Shown 08:00', { shown }],
    ['Shown 08:00 and again 09:00', { shown: again }],
    ['Shown 08:00, 09:00 and again Sun 08:00', { shown: [...again, '2026-03-29T06:00:00Z'] }],
    ['Done at 08:04', { shown, answer: 'done', answered: '2026-03-28T07:04:00Z' }],
    ['Done Sun 09:10', { shown, answer: 'done', answered: '2026-03-29T07:10:00Z' }],
    ['Skipped', { shown, answer: 'skipped', answered: '2026-03-28T07:04:00Z' }],
    ['Put off at 08:05', { shown, answer: 'later', answered: '2026-03-28T07:05:00Z' }],
    ['Put off at 08:05, shown again 09:00', { shown: again, answer: 'later', answered: '2026-03-28T07:05:00Z' }],
    ['Shown 08:00', { shown, answer: 'undone', answered: '2026-03-28T07:05:00Z' }],
    ['Not shown: the computer was off from Fri 22:10 to Sat 16:20', off('off')],
    ['Not shown: the computer was asleep from Fri 22:10 to Sat 16:20', off('asleep')],
    ['Not shown: Aftercare was not running from Fri 22:10 to Sat 16:20', off('stopped')],
    ['Not shown: the computer was off', { missed: 'off' }],
    ['Not shown: its time was over', { missed: 'window closed' }],
    ['Replaced by a newer reminder', { missed: 'superseded' }],
    ['Waiting to be shown', {}],
    ['Still to come', { due: '2026-03-29T06:00:00Z' }],
  ])('%s', (words, rest) => expect(fateText(row(rest), here)).toBe(words));

  test('a stretch within one day names it once', () => {
    const away = { from: '2026-03-28T05:00:00Z', until: '2026-03-28T09:30:00Z', why: 'off' };
    expect(fateText(row({ missed: 'off', away }), here)).toBe('Not shown: the computer was off from Sat 06:00 to 10:30');
  });

  test('what was done although it was never shown is done, and still was not shown', () => {
    const done = row({ missed: 'off', answer: 'done', answered: '2026-03-28T07:00:00Z' });
    expect([fateOf(done, here.now), notShown(done)]).toEqual(['done', true]);
  });
});

async function openLedger(story: string, at: string | null = null) {
  await open(story, at);
  await fireEvent.click(by('go-settings'));
  await fireEvent.click(await find('go-health'));
  await fireEvent.click(await find('go-ledger'));
  await find('ledger-days');
}

const headings = (place: string) => [...by(place).querySelectorAll('h2')].map((one) => one.textContent);
const rows = (place: string) => [...by(place).querySelectorAll<HTMLElement>('[data-key]')];

describe('what was reminded', () => {
  test('stands by day, newest first; what is to come is folded away, soonest first', async () => {
    await openLedger('ledger');
    expect(document.activeElement?.textContent).toBe('What was reminded');
    expect(headings('ledger-days').slice(0, 4)).toEqual(['Today', 'Yesterday', 'Monday, 30 March', 'Sunday, 29 March']);
    expect(by('ledger-planned').querySelector('details')).toHaveProperty('open', false);
    await unfold(by('ledger-planned').querySelector('summary'));
    expect(headings('ledger-planned').slice(0, 2)).toEqual(['Tomorrow', 'Friday, 3 April']);
    const times = [...by('ledger-days').querySelectorAll('time')].map((one) => [one.dateTime, one.textContent]);
    expect(times.slice(0, 2)).toEqual([
      ['2026-04-01T18:00:00.000Z', '20:00'],
      ['2026-04-01T06:00:00.000Z', '08:00'],
    ]);
  });

  test('can be narrowed to what was not shown', async () => {
    await openLedger('ledger');
    await fireEvent.click(by('ledger-not-shown'));
    expect(by('ledger-not-shown').getAttribute('aria-pressed')).toBe('true');
    expect(new Set(rows('ledger-days').map((row) => row.dataset.fate))).toEqual(new Set(['missed', 'replaced']));
    expect(screen.queryByTestId('ledger-planned')).toBeNull();
  });

  test('names the areas only where several treatments need telling apart', async () => {
    await openLedger('ledger');
    expect(by('ledger-days').textContent).not.toContain('Face');
    await openLedger('ledger-two');
    expect(rows('ledger-days').find((row) => row.dataset.key?.startsWith('t2/'))?.textContent).toContain('Neck, Décolletage');
  });

  test('shows a week at first, and more on demand', async () => {
    await openLedger('ledger-many');
    expect(headings('ledger-days').length).toBe(7);
    await fireEvent.click(by('ledger-more'));
    await pass(0);
    expect(document.activeElement).toBe(by('ledger-days').querySelectorAll('h2')[7]);
  });

  test('with nothing in it says what to do, and Escape leads back', async () => {
    await open('ledger-empty');
    await fireEvent.click(by('go-settings'));
    await fireEvent.click(await find('go-health'));
    await fireEvent.click(await find('go-ledger'));
    expect((await find('ledger-empty')).textContent).toContain('Enter a treatment');
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(await find('health')).toBeTruthy();
  });
});

const item = (id: string) => by('do-now').querySelector<HTMLElement>(`[data-key*="/${id}/"]`)!;
const save = async () => {
  await fireEvent.click(by('earlier-save'));
  await pass(100);
};

describe('what was done earlier', () => {
  test('is offered at the time it was due, by the clock on the wall, on the day the clock goes forward', async () => {
    await open('day-2', '2026-03-29T06:30:00Z');
    await fireEvent.click(item('soothe').querySelector('[data-do=earlier]')!);
    await find('earlier');
    expect(typed('earlier-time')).toEqual(['08', '00']);
    expect(screen.queryByTestId('earlier-yesterday')).toBeNull();
    await save();
    expect(answers.at(-1)).toEqual({ key: 't1/soothe/2026-03-29T08:00', what: 'done', at: '2026-03-29T08:00' });
    expect(item('soothe').textContent).toContain('done at 08:00');
    expect(by('voice').textContent).toBe('Soothe your skin: done at 08:00');
  });

  test('yesterday evening is offered the morning after, also across the night that is an hour short', async () => {
    await openLedger('ledger', '2026-03-29T06:30:00Z');
    const row = rows('ledger-days').find((one) => one.dataset.key === 't1/soothe/2026-03-28T20:00')!;
    await fireEvent.click(row.querySelector('[data-do=earlier]')!);
    await find('earlier');
    expect(by('earlier-yesterday')).toHaveProperty('checked', true);
    expect(by('earlier').textContent).toContain('Yesterday');
    await typeIn('earlier-time', '2115');
    await save();
    expect(answers.at(-1)).toEqual({ key: 't1/soothe/2026-03-28T20:00', what: 'done', at: '2026-03-28T21:15' });
    await fireEvent.click(rows('ledger-days').find((one) => one.dataset.key === row.dataset.key)!.querySelector('[data-do=earlier]')!);
    await find('earlier');
    expect(typed('earlier-time')).toEqual(['21', '15']);
    await fireEvent.click(by('earlier-today'));
    await typeIn('earlier-time', '0810');
    await save();
    expect(answers.at(-1)?.at).toBe('2026-03-29T08:10');
    expect(by('ledger-days').textContent).toContain('Done Sun 08:10');
  });

  test('an answer given now has no time of its own', async () => {
    await open('day-2');
    await fireEvent.click(item('soothe').querySelector('[data-do=done]')!);
    await pass(100);
    expect(answers.at(-1)).toEqual({ key: 't1/soothe/2026-03-28T20:00', what: 'done', at: null });
  });

  test('a time that cannot be is said beside the time, and what was typed stays', async () => {
    await open('day-2');
    await fireEvent.click(item('soothe').querySelector('[data-do=done]')!);
    await pass(100);
    await fireEvent.click(item('soothe').querySelector('[data-do=earlier]')!);
    await find('earlier');
    await typeIn('earlier-time', '2350');
    await save();
    expect(by('field-error-at').textContent).toBe('This time has not come yet. Enter when you did it.');
    expect(typed('earlier-time')).toEqual(['23', '50']);
    expect(item('soothe').textContent).toContain('done at 20:06');
    await fireEvent.input(by('earlier-time').querySelector('[data-segment=hour]')!, { target: { value: '' } });
    expect(screen.queryByTestId('field-error-at')).toBeNull();
    const before = answers.length;
    await save();
    expect(by('field-error-at').textContent).toBe('Enter the time when you did it.');
    expect(answers.length).toBe(before);
  });

  test('a time before it could be done says from when', async () => {
    await open('day-2', '2026-03-27T19:30:00Z');
    await fireEvent.click(item('soothe').querySelector('[data-do=earlier]')!);
    await find('earlier');
    await typeIn('earlier-time', '1000');
    await save();
    expect(by('field-error-at').textContent).toBe('That is too early. Enter today 15:10 or later.');
  });
});

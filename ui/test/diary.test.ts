import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { along, bandOf, daysTo, down, edge, lineOf, type Point } from '../src/chart';
import { by, find, open, pass, typeIn } from './window';

const redness: Point[] = [
  [0, 7],
  [6, 7],
  [24, 5],
  [48, 3],
  [72, 1],
  [168, 0],
];

describe('the picture of a symptom', () => {
  test('gives the first three days half of its width, and the rest to the other days', () => {
    expect([0, 36, 72, 13 * 12 + 48, 14 * 24].map((hours) => along(hours, 14))).toEqual([0, 25, 50, 75, 100]);
    expect([0, 5, 10].map(down)).toEqual([100, 50, 0]);
  });

  test.each([
    [0, [0, 1, 2, 3, 7, 14], 14],
    [168, [0, 1, 2, 3, 7, 14], 14],
    [14 * 24 + 0.1, [0, 1, 2, 3, 7, 14, 21], 21],
    [28 * 24, [0, 1, 2, 3, 14, 28], 28],
    [75 * 24, [0, 1, 2, 3, 30, 60, 90], 90],
    [1200 * 24, [0, 1, 2, 3, 400, 800, 1200], 1200],
  ])('of %d hours writes the days %j', (hours, written, last) => expect(daysTo(hours)).toEqual({ written, last }));

  test('knows the edge of what is usual between the points, 0 after the last, and nothing before the first', () => {
    expect([0, 3, 15, 60, 72, 120, 168, 500].map((hours) => edge(redness, hours))).toEqual([7, 7, 6, 2, 1, 0.5, 0, 0]);
    expect([edge([], 5), edge([[10, 4]], 5), edge([[10, 4]], 10), edge([[10, 4]], 11)]).toEqual([null, null, 4, 0]);
  });

  test('keeps straight lines straight on either side of the bend', () => {
    expect(lineOf([[0, 10], [72, 5], [336, 0]], 14)).toBe('M0.00 0.00L50.00 50.00L100.00 100.00');
    // The line over the bend has a corner there, and is still the straight line between its points.
    expect(lineOf([[48, 4], [120, 1]], 14)).toBe('M33.33 60.00L50.00 70.00L59.09 90.00');
    expect(bandOf([[0, 5], [24, 0]], 14)).toBe('M0.00 100.00L0.00 50.00L16.67 100.00L16.67 100.00Z');
    expect([bandOf([], 14), lineOf([], 14)]).toEqual(['', '']);
  });
});

async function openDiary(story: string, now: string | null = null) {
  await open(story, now);
  await fireEvent.click(by('go-diary'));
  await find('diary');
  await pass(0);
}

async function openCheck(story: string, now: string | null = null) {
  await openDiary(story, now);
  await fireEvent.click(by('diary-write'));
  await find('check-save');
  await pass(0);
}

const slider = (id: string) => by(`rate-${id}`) as HTMLInputElement;
const rated = (id: string) => slider(id).closest<HTMLElement>('[data-rated]')?.dataset.rated;
const press = (id: string, key: string, timeStamp?: number) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (timeStamp !== undefined) Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  return fireEvent(slider(id), event);
};
const entries = () => [...by('record').querySelectorAll<HTMLElement>('[data-check]')];
const entry = (id: number) => by('record').querySelector<HTMLElement>(`[data-check="${id}"]`)!;
const act = async (id: number, what: string) => {
  await fireEvent.click(entry(id).querySelector(`[data-do=${what}]`)!);
  await pass(100);
};
const save = async () => {
  await fireEvent.click(by('check-save'));
  await pass(100);
};
const write = async (text: string) => {
  await fireEvent.input(by('check-note'), { target: { value: text } });
  await pass(0);
};

describe('a rating', () => {
  test('is none until the slider is touched, and says so', async () => {
    await openCheck('diary-nothing');
    expect(document.activeElement?.textContent).toBe('How is your skin?');
    expect(screen.getByLabelText('How red is your skin?')).toBe(slider('redness'));
    expect([rated('redness'), slider('redness').getAttribute('aria-valuetext')]).toEqual(['', 'Not rated']);
    expect(slider('redness').getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)).toEqual([
      '0 is not at all, 10 is very much. What you do not touch is not rated.',
      'Arrow keys and digits rate it; 1 and 0 together are 10. The Delete key takes the rating away.',
    ]);
  });

  test('follows the digits, 1 and 0 soon after each other are 10, and Delete takes it away', async () => {
    await openCheck('diary-nothing');
    const typed = async (...keys: [string, number][]) => {
      for (const [key, at] of keys) await press('redness', key, at);
      return rated('redness');
    };
    expect(await typed(['7', 0])).toBe('7');
    expect(await typed(['1', 1000], ['0', 1900])).toBe('10');
    expect(slider('redness').getAttribute('aria-valuetext')).toBe('10, very much');
    expect(await typed(['1', 5000], ['0', 6100])).toBe('0');
    expect(slider('redness').getAttribute('aria-valuetext')).toBe('0, not at all');
    expect(await typed(['1', 9000], ['5', 9100], ['0', 9200])).toBe('0');
    expect(await typed(['4', 10_000], ['Delete', 10_100])).toBe('');
    expect(await typed(['4', 11_000], ['Backspace', 11_100])).toBe('');
  });

  test('begins at 0 with the first arrow; further keys are the slider’s own', async () => {
    await openCheck('diary-nothing');
    expect([await press('soreness', 'ArrowRight'), rated('soreness')]).toEqual([false, '0']);
    expect(await press('soreness', 'ArrowRight'), 'the browser moves it').toBe(true);
    await fireEvent.input(slider('soreness'), { target: { value: '3' } });
    expect([rated('soreness'), slider('soreness').getAttribute('aria-valuetext')]).toEqual(['3', '3 of 10']);
    expect(await press('soreness', 'Tab')).toBe(true);
    // A press where an untouched slider stands changes nothing for the browser.
    await fireEvent.pointerUp(slider('bruising'));
    expect(rated('bruising')).toBe('0');
    await fireEvent.click(by('clear-rate-bruising'));
    expect([rated('bruising'), document.activeElement]).toEqual(['', slider('bruising')]);
  });
});

describe('the check', () => {
  test('is kept as it was filled in, and stands in the record', async () => {
    await openCheck('diary-nothing');
    await press('redness', '6');
    await press('swelling', '2');
    await fireEvent.click(by('sign-fever'));
    await pass(0);
    expect(by('message').textContent).toContain('Call your clinic');
    await write('  Warm.\n=1+1 🌿 ');
    await save();
    await find('record');
    expect(entries().length).toBe(1);
    const one = entries()[0]!;
    expect([...one.querySelectorAll('[data-rating]')].map((row) => row.textContent)).toEqual(['How red is your skin?6', 'How puffy is it?2']);
    expect(within(one).getByLabelText('Warning signs that you ticked').textContent).toContain('Fever of 38 °C');
    expect(one.querySelector('[data-testid=note]')?.textContent).toBe('Warm.\n=1+1 🌿');
    expect(one.querySelector('.head')?.textContent).toMatch(/^20:06 ?28 hours after/);
    expect(by('voice').textContent).toBe('Saved.');
    expect(document.activeElement?.textContent).toBe('Diary');
  });

  const typed = () => [rated('redness'), (by('check-note') as HTMLTextAreaElement).value];

  test('stays as it was begun while another one is corrected, which stays too', async () => {
    await openCheck('diary');
    await press('redness', '6');
    await write('half a sent');
    await fireEvent.keyDown(window, { key: 'Escape' });
    await find('record');
    await act(1, 'correct');
    expect(typed()).toEqual(['7', 'Warm, like a sunburn.']);
    await write('Warm.');
    await fireEvent.click(by('go-diary'));
    await pass(0);
    await fireEvent.click(by('diary-write'));
    await pass(0);
    expect(typed()).toEqual(['6', 'half a sent']);
    await fireEvent.click(by('go-diary'));
    await pass(0);
    await act(1, 'correct');
    expect(typed()).toEqual(['7', 'Warm.']);
  });

  test('that was begun is gone on with, until it is left', async () => {
    await openCheck('diary-nothing');
    await press('redness', '6');
    await fireEvent.click(by('go-today'));
    await fireEvent.click(by('go-diary'));
    await find('diary-write');
    expect(by('diary-write').textContent).toBe('Go on with your check');
    await fireEvent.click(by('diary-write'));
    await pass(0);
    expect(rated('redness')).toBe('6');
    await fireEvent.click(by('check-cancel'));
    await pass(0);
    expect(by('diary-write').textContent).toBe('New check');
    await fireEvent.click(by('diary-write'));
    await pass(0);
    expect(rated('redness')).toBe('');
  });

  test('with nothing in it is refused, and begins where one can say something', async () => {
    await openCheck('diary-nothing');
    await save();
    expect(by('problem').textContent).toContain('Nothing is filled in yet.');
    expect(document.activeElement).toBe(slider('redness'));
    await press('redness', '3');
    expect(screen.queryByTestId('problem')).toBeNull();
  });

  test('counts a long note down, and one that is too long is refused whole', async () => {
    await openCheck('diary-nothing');
    expect(by('check-left').textContent.trim()).toBe('In your own words, for yourself or for your clinic.');
    await write('🌿'.repeat(4999));
    expect(by('check-left').textContent.trim()).toBe('1 character is left');
    const book = 'o'.repeat(100_000);
    await write(book);
    expect(by('check-left').textContent.trim()).toBe('95,000 characters too many');
    await save();
    expect(by('field-error-note').textContent).toContain('Write at most 5000 characters');
    expect([document.activeElement, (by('check-note') as HTMLTextAreaElement).value]).toEqual([by('check-note'), book]);
    await write('o');
    expect(screen.queryByTestId('field-error-note')).toBeNull();
    await save();
    await find('record');
  });

  test('may be of another time; one that has not come is refused at its field', async () => {
    await openCheck('diary-nothing');
    await press('redness', '3');
    expect(by('check-when').textContent).toBe('Now');
    await fireEvent.click(by('check-retime'));
    await pass(0);
    await typeIn('check-time', '23');
    await save();
    expect(by('field-error-at').textContent).toContain('This time has not come yet.');
    expect([rated('redness'), document.activeElement?.getAttribute('role')]).toEqual(['3', 'spinbutton']);
    await fireEvent.click(by('check-untime'));
    expect(document.activeElement).toBe(by('check-retime'));
    await save();
    await find('record');
    expect(entries()[0]?.querySelector('h4')?.textContent).toBe('20:06');
  });

  test('that is corrected keeps its time to the second unless another one is typed', async () => {
    await openDiary('diary');
    await act(2, 'correct');
    expect([screen.getByRole('heading', { level: 1 }).textContent, by('check-when').textContent]).toEqual(['Edit your check', 'yesterday 20:58']);
    await press('redness', '0');
    await save();
    await find('record');
    expect(entries().map((one) => one.dataset.check)).toEqual(['4', '3', '2', '1']);
    expect(entry(2).querySelector('[data-rating=redness] dd')?.textContent).toBe('0');
  });

  test('is about one treatment of several, the newest first', async () => {
    await openCheck('diary-two');
    const choices = within(by('about')).getAllByRole<HTMLInputElement>('radio');
    expect(choices.map((one) => [one.closest('label')?.textContent.trim(), one.checked])).toEqual([
      ['Face · 27 Mar', true],
      ['Neck, Décolletage · 22 Mar', false],
    ]);
    await fireEvent.click(choices[1]!);
    await press('redness', '1');
    await save();
    await find('record');
    expect(entries()[0]?.querySelector('.head .note')?.textContent).toBe('6 days after · Neck, Décolletage · 22 Mar');
  });

  test('leads to what to say on the phone with its signs, and is there again afterwards', async () => {
    await openCheck('diary-nothing');
    await fireEvent.click(by('sign-fever'));
    await fireEvent.click(by('check-call'));
    await find('script-title');
    expect(by('warnings').textContent).toContain('What I see or feel:');
    expect(within(by('warnings')).getByTestId<HTMLInputElement>('sign-fever').checked).toBe(true);
    await fireEvent.click(by('back'));
    await pass(0);
    expect((by('sign-fever') as HTMLInputElement).checked).toBe(true);
  });
});

describe('what is due', () => {
  const evening = '2026-03-28T19:06:00Z';
  const key = 't1/evening-check/2026-03-28T20:00';
  const todo = () => by('do-now').querySelector<HTMLElement>(`[data-key="${key}"]`)!;

  test('leads from Today to the check, which is the answer to it', async () => {
    await open('diary-nothing', evening);
    const writing = [...by('do-now').querySelectorAll('[data-do=write]')].map((one) => one.closest('li')?.dataset.key);
    expect(writing).toEqual([key]);
    await fireEvent.click(todo().querySelector('[data-do=write]')!);
    await find('check-save');
    await press('redness', '4');
    await save();
    await find('record');
    await fireEvent.click(by('go-today'));
    await pass(0);
    expect(todo().dataset.answer).toBe('done');
  });

  test('is not answered by a check that was opened otherwise', async () => {
    await open('diary-nothing', evening);
    await fireEvent.click(by('go-diary'));
    await fireEvent.click(await find('diary-write'));
    await find('check-save');
    await press('redness', '4');
    await save();
    await fireEvent.click(by('go-today'));
    await pass(0);
    expect(todo().dataset.answer).toBe('');
  });
});

describe('the record', () => {
  test('has each day, newest first, each check with its time and how long after', async () => {
    await openDiary('diary');
    expect([...by('record').querySelectorAll('h3 .screen-only')].map((day) => day.textContent)).toEqual(['Today', 'Yesterday']);
    expect(entries().map((one) => one.querySelector('.head h4')?.textContent + ' ' + one.querySelector('.head .note')?.textContent)).toEqual([
      '15:34 24 hours after',
      '08:46 17 hours after',
      '20:58 5 hours after',
      '17:40 2 hours after',
    ]);
    // What turns the direction of writing is held by its own block.
    const note = entry(4).querySelector('[data-testid=note]')!;
    expect([note.getAttribute('dir'), note.textContent, note.children.length]).toEqual(['auto', '‮turned over‭ 🌿 =1+1 <b>not bold</b>\nשלום, all in one note.', 0]);
  });

  test('what is deleted says so in its place and can be brought back, and the focus stays there', async () => {
    await openDiary('diary');
    await act(3, 'delete');
    expect(entry(3).textContent).toContain('Deleted: the check of today 08:46.');
    expect([entries().length, document.activeElement]).toEqual([4, entry(3).querySelector('[data-do=restore]')]);
    expect(by('voice').textContent).toBe('Deleted: the check of today 08:46.');
    await fireEvent.click(by('go-today'));
    await fireEvent.click(by('go-diary'));
    await find('record');
    await act(3, 'restore');
    expect(entry(3).querySelector('[data-sign=fever]')).toBeTruthy();
    expect([document.activeElement, by('voice').textContent]).toEqual([entry(3).querySelector('[data-do=delete]'), 'The check of today 08:46 is back.']);
  });

  test('the next change takes the way back with it', async () => {
    await openDiary('diary');
    await act(3, 'delete');
    await act(1, 'delete');
    expect(entries().map((one) => [one.dataset.check, one.querySelector('[data-do=restore]') !== null])).toEqual([
      ['4', false],
      ['2', false],
      ['1', true],
    ]);
    await fireEvent.click(by('diary-write'));
    await find('check-save');
    await press('redness', '1');
    await save();
    await find('record');
    expect(by('record').querySelector('[data-do=restore]')).toBeNull();
  });

  test('shows two weeks of days at first, and more when asked', async () => {
    await openDiary('diary-weeks');
    const days = () => by('record').querySelectorAll('h3').length;
    expect(days()).toBe(14);
    await fireEvent.click(by('diary-more'));
    await pass(0);
    expect([days(), screen.queryByTestId('diary-more')]).toEqual([21, null]);
    expect(document.activeElement).toBe(by('record').querySelectorAll('h3')[14]);
  });
});

const figure = (id: string) => by('charts').querySelector<HTMLElement>(`[data-symptom=${id}]`)!;
const plot = (id: string) => within(figure(id)).getByTestId('plot');

describe('the chart', () => {
  test('has the ratings of each symptom over what is usual, and tells each by the keyboard', async () => {
    await openDiary('diary');
    await fireEvent.click(by('view-picture'));
    await pass(0);
    expect([...by('charts').querySelectorAll('h3')].map((one) => one.textContent)).toEqual([
      'How red is your skin?',
      'How much does it hurt when you do not touch it?',
      'How tender is it to touch?',
      'Do you see bruises?',
      'How puffy is it?',
      'How dry or flaky is your skin?',
    ]);
    const dots = [...figure('redness').querySelectorAll<SVGElement>('circle')].map((dot) => [dot.dataset.hours, dot.dataset.value]);
    expect(dots).toEqual([
      ['2.5', '7'],
      ['5.8', '6'],
      ['17.6', '6'],
      ['24.4', '5'],
    ]);
    expect(figure('redness').querySelector<SVGElement>('.end')?.dataset.end).toBe('72');
    expect(figure('redness').textContent).toContain('usual until Monday 16:10');
    expect(figure('redness').textContent).toContain('treatment guides 002, 004');
    const said = () => plot('redness').getAttribute('aria-valuetext')?.replace(/^(Fri|Sat), /, '$1 ');
    expect(said()).toBe('Sat 28 Mar, 15:34, 24 hours after, 5 of 10, usual up to 5');
    const keys = ['Home', 'ArrowLeft', 'ArrowRight', 'End', 'ArrowRight', 'ArrowDown'];
    const heard: (string | null)[] = [];
    for (const key of keys) {
      await fireEvent.keyDown(plot('redness'), { key });
      heard.push(plot('redness').getAttribute('aria-valuenow'));
    }
    expect(heard).toEqual(['1', '1', '2', '4', '4', '3']);
    expect(said()).toBe('Sat 28 Mar, 08:46, 17 hours after, 6 of 10, usual up to 5.7');
  });

  test('has a table behind it that says the same', async () => {
    await openDiary('diary');
    const rows = () => [...within(figure('tenderness')).getByTestId('ratings').querySelectorAll('tbody tr')].map((row) => [...row.children].slice(1).map((cell) => cell.textContent));
    const expected = [
      ['2 hours after', '4', '4.9'],
      ['5 hours after', '4', '4.8'],
      ['17 hours after', '4', '4.3'],
      ['24 hours after', '3', '4'],
    ];
    expect(rows()).toEqual(expected);
    await fireEvent.click(by('view-table'));
    await pass(0);
    expect([rows(), screen.queryByTestId('plot')]).toEqual([expected, null]);
    await fireEvent.click(by('view-picture'));
  });

  test('of a symptom that nobody rated has what is usual alone', async () => {
    await openDiary('diary-nothing');
    expect(screen.queryByTestId('plot')).toBeNull();
    expect(figure('redness').querySelector('.band')?.getAttribute('d')).toMatch(/^M0\.00 100\.00L0\.00 30\.00L/);
    expect(figure('redness').textContent).toContain('Not rated');
    expect(by('diary-nothing').textContent).toContain('Nothing yet.');
  });

  test('of several treatments shows one at a time', async () => {
    await openDiary('diary-two');
    expect(figure('redness').querySelectorAll('circle').length).toBe(3);
    await fireEvent.click(within(by('choose')).getByText('Neck, Décolletage · 22 Mar'));
    await pass(0);
    expect(figure('redness').querySelectorAll('circle').length).toBe(1);
    expect(entries().length, 'the record is of all').toBe(4);
  });

  test('prints, with every day', async () => {
    const days = vi.fn(() => by('record').querySelectorAll('h3').length);
    vi.stubGlobal('print', () => {
      window.dispatchEvent(new Event('beforeprint'));
      days();
    });
    await openDiary('diary-weeks');
    await fireEvent.click(by('print'));
    expect(days).toHaveReturnedWith(21);
    vi.unstubAllGlobals();
  });
});

test('with no treatment says what to do first', async () => {
  await openDiary('diary-none');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No treatment yet');
  await fireEvent.click(by('enter'));
  expect(await find('form')).toBeTruthy();
});

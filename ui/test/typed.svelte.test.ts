import { fireEvent, screen } from '@testing-library/svelte';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import ClockField from '../src/parts/ClockField.svelte';
import DayField from '../src/parts/DayField.svelte';
import { isDay, isTime, wall } from '../src/wall';
import { speak } from '../src/words';
import { by, type, typed, typeIn } from './window';

/** What the form has been told, one after the other; and what it keeps. */
let said: string[] = [];
let form: { value: string };
let open: Record<string, unknown> | undefined;

function field(Field: typeof DayField, label: string, value: string) {
  said = [];
  const props = $state({ value, label, testid: 'field', placeholder: '2026-06-10', wrong: false, describedby: '', change: () => said.push(props.value) });
  form = props;
  open = mount(Field, { target: document.body, props });
  flushSync();
}
const day = (value: string) => field(DayField, 'Day', value);
const time = (value: string) => field(ClockField, 'Time', value);

const number = (name: string) => screen.getByRole('spinbutton', { name });
const press = (name: string, key: string) => fireEvent.keyDown(number(name), { key });

afterEach(async () => {
  if (open) await unmount(open);
  open = undefined;
  await speak('en', () => Promise.resolve(null));
});

describe('a day', () => {
  test('is typed in one go, and said in words beside it', async () => {
    day('');
    expect(by('field-words').textContent).toBe('');
    await typeIn('field', '27032026');
    expect(typed('field')).toEqual(['27', '03', '2026']);
    expect(said.at(-1)).toBe('2026-03-27');
    expect(by('field-words').textContent).toBe('Fri 27 Mar');
  });

  test('needs no noughts, and of the year only what nobody can guess', async () => {
    day('');
    await typeIn('field', '5/4/26');
    expect(said.at(-1)).toBe('26-04-05');
    await press('year', 'Enter');
    expect(typed('field')).toEqual(['05', '04', '2026']);
    expect(said.at(-1)).toBe('2026-04-05');
  });

  test('that is typed anew replaces what stood there', async () => {
    day('2026-03-27');
    await typeIn('field', '9');
    expect(document.activeElement).toBe(number('month'));
    await type('11');
    expect(document.activeElement).toBe(number('year'));
    expect(said.at(-1)).toBe('2026-11-09');
    // With the cursor behind a whole number, too.
    const year = number('year') as HTMLInputElement;
    year.setSelectionRange(4, 4);
    await type('2027');
    expect(said.at(-1)).toBe('2027-11-09');
  });

  test('that is not whole is no day, and nothing of it is lost', async () => {
    day('2026-03-27');
    await fireEvent.input(number('month'), { target: { value: '' } });
    expect(said).toEqual(['2026--27']);
    expect(by('field-words').textContent).toBe('');
    expect(typed('field')).toEqual(['27', '', '2026']);
    await fireEvent.input(number('day'), { target: { value: 'xx' } });
    await fireEvent.input(number('year'), { target: { value: '' } });
    expect(said.at(-1)).toBe('');
  });

  test('is turned by the arrow keys, and an empty one begins where it makes sense', async () => {
    day('');
    for (const name of ['day', 'month', 'year']) await press(name, 'ArrowUp');
    expect(said.at(-1)).toBe('2026-06-10');
    await press('month', 'ArrowDown');
    await press('day', 'ArrowUp');
    expect(said.at(-1)).toBe('2026-05-11');
    for (let n = 0; n < 5; n++) await press('month', 'ArrowDown');
    expect(said.at(-1)).toBe('2026-12-11');
  });

  test('is walked through by the arrow keys, and back by deleting', async () => {
    day('2026-03-27');
    number('day').focus();
    await press('day', 'ArrowRight');
    expect(document.activeElement).toBe(number('month'));
    await press('month', 'ArrowLeft');
    expect(document.activeElement).toBe(number('day'));
    number('year').focus();
    await fireEvent.input(number('year'), { target: { value: '' } });
    await press('year', 'Backspace');
    expect(document.activeElement).toBe(number('month'));
    expect(typed('field')).toEqual(['27', '03', '']);
  });

  test('follows what comes from elsewhere: the calendar, or the form', async () => {
    day('');
    await fireEvent.change(by('field').querySelector('input[type=date]')!, { target: { value: '2026-06-01' } });
    expect(typed('field')).toEqual(['01', '06', '2026']);
    expect(said).toEqual(['2026-06-01']);
    form.value = '2026-01-02';
    flushSync();
    expect(typed('field')).toEqual(['02', '01', '2026']);
  });

  test('has the order of the language, and tells a screen reader which number is which', async () => {
    await speak('en-US', () => Promise.resolve(''));
    day('2026-03-27');
    expect(typed('field')).toEqual(['03', '27', '2026']);
    expect([...by('field').querySelectorAll('[role=spinbutton]')].map((one) => one.getAttribute('aria-label'))).toEqual(['month', 'day', 'year']);
    expect(screen.getByRole('group', { name: 'Day' })).toBe(by('field'));
    expect([number('day').getAttribute('aria-valuenow'), number('day').getAttribute('aria-valuemax')]).toEqual(['27', '31']);
  });
});

describe('a time', () => {
  test('is typed in one go, with or without what stands between', async () => {
    time('');
    await typeIn('field', '0930');
    expect(said.at(-1)).toBe('09:30');
    await typeIn('field', '7:05');
    expect(said.at(-1)).toBe('07:05');
    await typeIn('field', '945');
    expect([said.at(-1), typed('field')]).toEqual(['09:45', ['09', '45']]);
  });

  test('keeps what was typed, and says that it is no time', async () => {
    time('08:00');
    await typeIn('field', '29');
    expect([said.at(-1), isTime('29:00')]).toEqual(['29:00', false]);
    expect(typed('field')).toEqual(['29', '00']);
  });

  test('is counted to twelve where the language does so', async () => {
    await speak('en-US', () => Promise.resolve(''));
    time('15:10');
    const half = screen.getByRole<HTMLSelectElement>('combobox', { name: 'AM/PM' });
    expect([typed('field'), [...half.options].find((one) => one.selected)?.textContent]).toEqual([['03', '10'], 'PM']);
    await fireEvent.change(half, { target: { value: '0' } });
    expect(said.at(-1)).toBe('03:10');
    await typeIn('field', '12');
    expect(said.at(-1)).toBe('00:10');
    // Who types 15 means the afternoon.
    await typeIn('field', '15');
    expect([said.at(-1), typed('field'), half.value]).toEqual(['15:10', ['03', '10'], '12']);
  });
});

test('a day and a time are sent together, or neither', () => {
  expect([wall('2026-03-27', '15:10'), wall('', ''), wall('', '15:10')]).toEqual(['2026-03-27T15:10', null, 'T15:10']);
  expect(['2026-03-27', '2024-02-29', '2026-02-29', '2026-13-01', '26-03-27', ''].filter(isDay)).toEqual(['2026-03-27', '2024-02-29']);
  expect(['00:00', '23:59', '24:00', '7:05', ''].filter(isTime)).toEqual(['00:00', '23:59']);
});

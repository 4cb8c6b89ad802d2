import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { written } from '../src/fake-export';
import { by, find, open } from './window';

const text = (node: Element | null) => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

test('the evening offers what is due before the computer is usually on again', async () => {
  await open('leaving');
  expect(text(by('next'))).toContain('Turning the computer off? 5 things are due before it is usually on again (tomorrow 18:40).');
  by('go-days').click();
  const card = await find('days');
  const rows = [...card.querySelectorAll('ol .row')].map(text);
  expect(rows).toEqual(['08:00 Wash with bottled water Put on sunscreen', '16:10 Sun: the rule ends Sunbathing: not from now on', '18:40 Your computer is usually on again', '20:00 How is your skin today?']);
  expect(text(by('days-open'))).toContain('How is your skin today?');
  expect(text(by('days-stays'))).toContain('Ibuprofen and its kind');
  by('days-up').click();
  await find('today');
  by('go-days').click();
  (await find('days-phone')).click();
  await find('days-code');
  screen.getByRole('img', { name: 'QR picture: the next days as text' });
  expect(written.split('\n')).toEqual([
    'The next days',
    'Draft: not checked by your clinic',
    '',
    'Still open',
    'now How is your skin today?',
    '',
    'Sunday, 29 March',
    '08:00 Wash with bottled water',
    '08:00 Put on sunscreen',
    '16:10 Sun: the rule ends',
    '16:10 Sunbathing: not from now on',
    '20:00 How is your skin today?',
    '',
    'Not yet, all the time until then',
    'Ibuprofen and its kind until 10 April, 15:10',
  ]);
  by('days-calendar').click();
  await find('export');
  expect(by('export-back').textContent).toBe('The next days');
  by('export-back').click();
  await find('days');
});

test('where the habit is not known the next day counts, and each line names the area it is for', async () => {
  await open('leaving-two');
  expect(text(by('next'))).toContain('5 things are due in the next 24 hours');
  by('go-days').click();
  const card = await find('days');
  expect(card.querySelector('[data-testid=days-back]')).toBeNull();
  const ends = within(card).getByText(/Sun: the rule ends/);
  expect(text(ends)).toBe('Sun: the rule ends for this area alone · Face');
});

test('with nothing due the card says so', async () => {
  await open('day-200');
  expect(screen.queryByTestId('go-days')).toBeNull();
});

import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { cards, visit } from '../src/learn';
import { t } from '../src/words';
import { by, find, open, pass } from './window';

async function openLearn(story = 'day-2') {
  await open(story);
  await fireEvent.click(by('go-learn'));
  await find('learn');
  await pass(0);
}

test('about the treatment: each card says where it is from', async () => {
  await openLearn();
  expect(document.activeElement?.textContent).toBe('About the treatment');
  expect(by('draft').textContent).toBe('Draft: not checked by your clinic');
  const shown = [...by('learn').querySelectorAll<HTMLElement>('[data-card]')];
  expect(shown.map((card) => card.dataset.card)).toEqual([...visit, ...cards].map((card) => card.title));
  for (const card of shown) {
    expect(card.textContent).toContain(t(`${card.dataset.card}-text`));
    expect(card.textContent).toMatch(/From treatment guides? 00\d/);
  }
  expect(shown.find((card) => card.dataset.card === 'learn-change')?.textContent).toContain('From treatment guides 002, 003, common clinic sheets');
});

test('the visit goes from hour to hour', async () => {
  await openLearn();
  const steps = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
  expect(steps).toEqual(['First', 'About an hour', 'Up to 30 minutes', 'After that']);
  expect(by('learn-visit').textContent).toContain('Plan two to three hours in all.');
});

test('the way back is where one came from, by the button and by Escape', async () => {
  await openLearn();
  expect(by('go-today').getAttribute('aria-current')).toBe('page');
  expect(by('learn-back').textContent).toBe('Today');
  await fireEvent.click(by('learn-back'));
  expect(await find('today')).toBeTruthy();
  await fireEvent.click(by('go-sessions'));
  await find('sessions');
  await fireEvent.click(by('sessions-learn'));
  await find('learn');
  expect(by('go-sessions').getAttribute('aria-current')).toBe('page');
  expect(by('learn-back').textContent).toBe('Sessions');
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(await find('sessions')).toBeTruthy();
});

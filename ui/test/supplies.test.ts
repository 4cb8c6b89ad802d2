import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { by, find, open, pass } from './window';

async function openSupplies(story: string, now: string | null = null) {
  await open(story, now);
  await fireEvent.click(by('go-timeline'));
  await find('timeline');
  await pass(0);
  await fireEvent.click(await find('go-supplies'));
  await find('supplies');
  await pass(0);
}

/** The list as one reads it: the title, and how often. The comma after the weekday is one engine's own. */
const lines = () =>
  [...document.querySelectorAll('[data-supply]')].map((one) =>
    [one.querySelector('h3'), ...one.querySelectorAll('.times')].map((part) => part?.textContent.replaceAll(/\b(\w{3}),/g, '$1')).join(': '),
  );
const boxes = (id: string) => [...document.querySelectorAll(`[data-supply="${id}"] .boxes`)].map((one) => one.children.length);

test('what is still needed, with how often and until when', async () => {
  await openSupplies('day-2');
  expect(document.activeElement?.textContent).toBe('What you still need');
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['How often', 'When needed']);
  expect(lines()).toEqual([
    'Wash with bottled water: 2 times, until Sun 29 Mar 16:10',
    'Soothe your skin: 12 times, until Fri 3 Apr 15:10',
    'Wash gently: 10 times, from Sun 29 Mar 16:10 until Fri 3 Apr 15:10',
    'Put on sunscreen: 13 times, until Fri 10 Apr 15:10',
    'Cool it down: until Sun 29 Mar 16:10',
    'Fresh pillowcase: until Mon 30 Mar 16:10',
    'Time for more sunscreen: until Fri 10 Apr 15:10',
  ]);
  expect(by('draft').textContent).toBe('Draft: not checked by your clinic');
  expect(by('supplies').textContent).toContain('boiled water that has cooled');
});

test('has a box to tick on paper for each time, and prints', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await openSupplies('day-2');
  expect([boxes('sunscreen'), boxes('pillow')]).toEqual([[13], [1]]);
  await fireEvent.click(by('print'));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('several treatments are one list; where they differ, each has its own count', async () => {
  await openSupplies('two');
  const [face, neck] = ['Face', 'Neck, Décolletage'];
  expect(lines().find((line) => line.startsWith('Wash with bottled'))).toBe(`Wash with bottled water: ${face}: 2 times, until Sun 29 Mar 16:10`);
  expect(lines().find((line) => line.startsWith('Put on sunscreen'))).toBe(
    `Put on sunscreen: ${face}: 13 times, until Fri 10 Apr 15:10: ${neck}: 8 times, until Sun 5 Apr 11:00`,
  );
});

test('treatments of the same area are told apart by their day', async () => {
  await openSupplies('two-same');
  expect(lines().find((line) => line.startsWith('Wash with bottled'))).toContain('Face · 27 Mar: ');
});

test('when nothing is left, it says so', async () => {
  await openSupplies('day-200');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing more is needed');
  expect(document.querySelector('[data-supply]')).toBeNull();
  expect(screen.queryByTestId('print')).toBeNull();
});

test('the way back is the timeline, by the button and by Escape', async () => {
  await openSupplies('day-2');
  expect(by('go-timeline').getAttribute('aria-current')).toBe('page');
  await fireEvent.click(by('supplies-back'));
  await fireEvent.click(await find('go-supplies'));
  await find('supplies');
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(await find('timeline')).toBeTruthy();
});

test('Today leads there, too, and back', async () => {
  await open('day-2');
  await fireEvent.click(by('go-supplies'));
  await find('supplies');
  expect(by('supplies-back').textContent).toBe('Today');
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(await find('today')).toBeTruthy();
});

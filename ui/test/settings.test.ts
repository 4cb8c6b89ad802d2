import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Problem, Questions } from '../src/contract';
import { wear } from '../src/look';
import { inside, waiting } from '../src/times';
import { by, find, open, pass, typed } from './window';

/** What the window asked, in order; and what goes wrong, by question. */
const asked: [keyof Questions, unknown][] = [];
const wrong = new Map<keyof Questions, Problem>();
vi.mock(import('../src/fake'), async (original) => {
  const fake = await original();
  const answer: typeof fake.answer = (name, rest) => {
    asked.push([name, rest]);
    const problem = wrong.get(name);
    return problem ? Promise.reject(problem) : fake.answer(name, rest);
  };
  return { ...fake, answer };
});

const last = (name: keyof Questions) => asked.filter(([one]) => one === name).at(-1)?.[1];
const count = (name: keyof Questions) => asked.filter(([one]) => one === name).length;
const text = (id: string) => by(id).textContent.replaceAll(/\s+/g, ' ').trim();
const press = async (id: string) => {
  await fireEvent.click(by(id));
  await pass(100);
};
/** The time's segments, each turned up or down so many times. */
const turn = async (id: string, hours: number, minutes = 0) => {
  const segments = by(id).querySelectorAll('[role=spinbutton]');
  for (const [index, by] of [hours, minutes].entries()) {
    for (let n = 0; n < Math.abs(by); n++) await fireEvent.keyDown(segments[index]!, { key: by > 0 ? 'ArrowUp' : 'ArrowDown' });
  }
  await pass(0);
};

async function openSettings(story: string) {
  wrong.clear();
  await open(story);
  await fireEvent.click(by('go-settings'));
  await find('folder');
  await vi.waitFor(() => screen.getAllByTestId('health-line'));
}

describe('the reminders at a glance', () => {
  const lines = () => screen.getAllByTestId('health-line').map((line) => [line.textContent.trim(), line.classList.contains('wrong')]);

  test.each([
    ['settings', [['Running since today 07:55', false], ['Last reminder: today 20:00', false], ['You saw a test reminder today 20:05.', false], ['Reminders start when you log in.', false]]],
    ['settings-own-times', [['Running since today 07:55', false], ['Last reminder: today 20:00', false], ['Not tested yet', false], ['Reminders start when you open Aftercare.', true]]],
    ['agent', [['The part that reminds you is not running.', true], ['Last reminder: today 20:00', false], ['Not tested yet', false], ['Reminders start when you log in.', false]]],
    ['waiting', [['Running since today 07:55', false], ['A reminder has been waiting since today 20:00', true], ['Not tested yet', false], ['Reminders start when you log in.', false]]],
    ['test-unseen', [['Running since today 07:55', false], ['Last reminder: today 20:00', false], ['You did not see the test reminder today 20:05.', true], ['Reminders start when you log in.', false]]],
    ['test-refused', [['Running since today 07:55', false], ['Last reminder: today 20:00', false], ['The test reminder did not come today 20:05', true], ['Reminders start when you log in.', false]]],
  ])('tell what is so, and nothing more: %s', async (story, told) => {
    await openSettings(story);
    expect(lines()).toEqual(told);
  });

  test('lead to all that is known, and Escape and the arrow lead back', async () => {
    await openSettings('settings');
    await press('go-health');
    expect(by('go-settings').getAttribute('aria-current')).toBe('page');
    await press('go-ledger');
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(await find('health')).toBeTruthy();
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(await find('settings')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Settings');
    await press('go-health');
    await press('health-back');
    expect(by('settings')).toBeTruthy();
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(by('settings')).toBeTruthy();
  });
});

describe('times of day', () => {
  test('stand as the plan says until one chooses one’s own, which is saved, said, and taken back', async () => {
    await openSettings('settings');
    expect([text('times-morning'), text('times-evening'), text('times-quiet')]).toEqual([
      'Morning care 08:00 As your plan says Change',
      'Evening care 20:00 As your plan says Change',
      'Quiet hours 21:30 to 07:30 As your plan says No reminder comes then. It waits for the end. Change',
    ]);
    await press('change-morning');
    expect(by('times-plan')).toHaveProperty('checked', true);
    expect(screen.queryByTestId('times-from')).toBeNull();
    await press('times-own');
    await turn('times-from', 1, 30);
    expect(count('times')).toBe(0);
    await press('times-save');
    expect(last('times')).toEqual({ times: { morning: '09:30', evening: null, quiet: null } });
    expect(text('times-morning')).toBe('Morning care 09:30 Your own choice Saved. Undo Change');
    expect(by('voice').textContent).toBe('Morning care: 09:30. Saved.');
    expect(document.activeElement).toBe(by('change-morning'));

    await press('undo-morning');
    expect(last('times')).toEqual({ times: { morning: null, evening: null, quiet: null } });
    expect(text('times-morning')).toBe('Morning care 08:00 As your plan says Saved. Change');
    expect(by('voice').textContent).toBe('Morning care: 08:00. Saved.');
    expect(document.activeElement).toBe(by('change-morning'));
  });

  test('inside quiet hours are warned of before they are saved, and afterwards', async () => {
    await openSettings('settings');
    await press('change-evening');
    await press('times-own');
    expect(text('times-then')).toBe('');
    await turn('times-from', 2);
    expect(text('times-then')).toBe('22:00 is inside your quiet hours, and no reminder comes then. Evening care would move to 07:30, if it is still of use.');
    await press('times-save');
    expect(text('times-evening')).toContain('In your quiet hours: it waits until 07:30.');
    expect(text('times-evening')).toContain('Saved.');
  });

  test('that quiet hours would swallow are warned of, too', async () => {
    await openSettings('settings-own-times');
    await press('change-quiet');
    expect(by('times-own')).toHaveProperty('checked', true);
    await turn('times-until', 2);
    expect(text('times-then')).toBe('09:30 is inside your quiet hours, and no reminder comes then. Morning care would move to 10:30.');
    await turn('times-from', -1);
    expect(text('times-then')).toContain('Evening care would move to 10:30');
  });

  test('none are quiet where one says so, or both are the same', async () => {
    await openSettings('settings');
    await press('change-quiet');
    await press('times-own');
    await turn('times-until', -10);
    expect(text('times-then')).toBe('Both times are the same. That means no quiet hours.');
    await press('times-none');
    expect(text('times-then')).toBe('');
    await press('times-save');
    expect(last('times')).toEqual({ times: { morning: null, evening: null, quiet: { from: '00:00', until: '00:00' } } });
    expect(text('times-quiet')).toBe('Quiet hours None Your own choice Saved. Undo Change');
    await press('change-quiet');
    expect(by('times-none')).toHaveProperty('checked', true);
    await press('times-own');
    expect(typed('times-from')).toEqual(['21', '30']);
  });

  test('that cannot be are refused beside the time, and what was typed stays', async () => {
    await openSettings('settings');
    await press('change-morning');
    await press('times-own');
    await turn('times-from', 12);
    await press('times-save');
    expect(text('field-error-morning')).toBe('Morning care must come before evening care on the same day.');
    expect(document.activeElement?.getAttribute('role')).toBe('spinbutton');
    expect(typed('times-from')).toEqual(['20', '00']);
    await turn('times-from', -1);
    expect(screen.queryByTestId('field-error-morning')).toBeNull();
    await press('times-cancel');
    expect(document.activeElement).toBe(by('change-morning'));
    expect(text('times-morning')).toBe('Morning care 08:00 As your plan says Change');
  });

  test('quiet hours that leave no room are refused in words', async () => {
    await openSettings('settings');
    await press('change-quiet');
    await press('times-own');
    await turn('times-until', 5);
    await press('times-save');
    expect(text('field-error-quiet')).toBe('Quiet hours can be 14 hours at most, or too few are left for your reminders.');
  });

  test.each([
    ['21:30', '07:30', ['21:30', '00:00', '07:29'], ['21:29', '07:30', '12:00']],
    ['08:00', '16:00', ['08:00', '15:59'], ['07:59', '16:00', '00:00']],
    ['07:00', '07:00', [], ['07:00', '06:59', '00:00']],
  ])('quiet from %s to %s', (from, until, quiet, loud) => {
    expect(quiet.filter((time) => !inside(time, { from, until }))).toEqual([]);
    expect(loud.filter((time) => inside(time, { from, until }))).toEqual([]);
    expect(waiting({ morning: '08:00', evening: '20:00', quiet: { from: '19:00', until: '08:01' } })).toEqual(['morning', 'evening']);
  });
});

describe('what a reminder says', () => {
  test('is switched at once', async () => {
    await openSettings('settings');
    expect(text('settings-details')).toContain('Reminders say what to do');
    await press('details');
    expect(last('details')).toEqual({ on: false });
    expect(text('settings-details')).toContain('Reminders say nothing others may read');
    expect(by('voice').textContent).toBe('Saved.');
  });

  test('stays as it was where it cannot be saved', async () => {
    await openSettings('settings');
    wrong.set('details', { code: 'store-failed', field: null, detail: { reason: 'DiskFull' } });
    await press('details');
    expect(text('problem')).toBe('Aftercare could not save: DiskFull. Nothing was changed. Try again.');
    expect(by('details')).toHaveProperty('checked', true);
  });
});

describe('how it looks', () => {
  const root = document.documentElement;
  const look = () => [root.dataset.theme, root.style.getPropertyValue('--text-size')];

  test('is as it was chosen from the first answer on', async () => {
    await open('settings-dark');
    expect(look()).toEqual(['dark', '100%']);
    await open('settings-large');
    expect(look()).toEqual(['light', '200%']);
  });

  test('is chosen and seen at once', async () => {
    await openSettings('settings');
    await press('theme-dark');
    expect(last('look')).toEqual({ theme: 'dark', text_size: 100 });
    await press('text-150');
    expect(last('look')).toEqual({ theme: 'dark', text_size: 150 });
    expect(look()).toEqual(['dark', '150%']);
    expect(by('theme-dark')).toHaveProperty('checked', true);
    expect(by('text-150')).toHaveProperty('checked', true);
    wrong.set('look', { code: 'store-failed', field: null, detail: { reason: 'DiskFull' } });
    await press('theme-light');
    expect(look()).toEqual(['dark', '150%']);
    expect(by('theme-dark')).toHaveProperty('checked', true);
    expect(by('theme-light')).toHaveProperty('checked', false);
  });

  test('keeps both of two choices that come before an answer', async () => {
    await openSettings('settings');
    await Promise.all([fireEvent.click(by('theme-dark')), fireEvent.click(by('text-130'))]);
    await pass(100);
    expect(look()).toEqual(['dark', '130%']);
    expect([by('theme-dark'), by('text-130')].map((one) => (one as HTMLInputElement).checked)).toEqual([true, true]);
  });

  test('follows the computer where that was chosen', () => {
    wear({ theme: 'system', text_size: 100 });
    expect(look()).toEqual(['light', '100%']);
  });
});

describe('the data', () => {
  test('are in a folder whose path can be copied', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    vi.stubGlobal('navigator', { ...navigator, clipboard });
    await openSettings('settings');
    await press('copy');
    expect(copied).toEqual([by('folder').textContent]);
    expect(by('copy').dataset.state).toBe('copied');
    vi.unstubAllGlobals();
  });

  test('have a clinic to call: written down here, it stands beside every screen', async () => {
    await openSettings('settings');
    expect(screen.queryByTestId('rail-clinic')).toBeNull();
    await fireEvent.input(await find('contact-name'), { target: { value: 'Dr. Example' } });
    await fireEvent.input(by('contact-phone'), { target: { value: '030 555 0142' } });
    await press('contact-save');
    expect((await find('rail-clinic')).textContent).toContain('030 555 0142');
    await press('go-today');
    expect(text('rail-clinic')).toContain('Dr. Example');
  });

  test('are deleted only on purpose: the first button keeps them', async () => {
    await openSettings('settings');
    await press('delete');
    expect(text('delete-dialog')).toContain('This cannot be undone.');
    expect(document.activeElement).toBe(by('delete-keep'));
    await press('delete-keep');
    await vi.waitFor(() => expect(screen.queryByTestId('delete-dialog')).toBeNull());
    expect(count('delete_everything')).toBe(0);
  });

  test('are deleted, and it is the first day', async () => {
    await openSettings('settings-dark');
    await press('delete');
    await press('delete-yes');
    expect(await find('welcome')).toBeTruthy();
    expect(document.documentElement.dataset.theme).toBe('light');
    expect(by('voice').textContent).toBe('Everything is deleted.');
    expect([screen.queryByTestId('go-settings'), screen.queryByTestId('problem')]).toEqual([null, null]);
    await press('agree');
    await press('try-skip');
    expect(await find('form')).toBeTruthy();
  });

  test('where something stays, it is said', async () => {
    await openSettings('settings-left');
    await press('delete');
    await press('delete-yes');
    await find('welcome');
    expect(text('problem')).toContain('Everything is deleted, but Aftercare still starts when you log in');
    await press('agree');
    expect(screen.queryByTestId('problem')).toBeNull();
  });

  test('where it fails, the dialog says so, and nothing else happens', async () => {
    await openSettings('settings');
    wrong.set('delete_everything', { code: 'store-failed', field: null, detail: { reason: 'DatabaseBusy' } });
    await press('delete');
    await press('delete-yes');
    expect(text('problem')).toContain('DatabaseBusy');
    expect([screen.queryByTestId('welcome'), screen.queryByTestId('delete-dialog') === null]).toEqual([null, false]);
  });
});

test('what it is for, the version, the draft and the licence are told', async () => {
  await openSettings('settings');
  expect(text('about-purpose')).toContain('does not diagnose, does not judge your skin and does not replace your clinic.');
  expect(text('about-purpose')).toContain('Draft: not checked by your clinic');
  expect(text('about-version')).toBe('Version Aftercare 0.1.0 Rules: microneedling 1.0.0');
  expect(text('about-licence')).toContain('MIT or Apache 2.0');
});

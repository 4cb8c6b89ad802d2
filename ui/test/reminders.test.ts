import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Questions } from '../src/contract';
import { by, find, open, pass } from './window';

/** What the window asked, in order. */
const asked: [keyof Questions, unknown][] = [];
vi.mock(import('../src/fake'), async (original) => {
  const fake = await original();
  const answer: typeof fake.answer = (name, rest) => {
    asked.push([name, rest]);
    return fake.answer(name, rest);
  };
  return { ...fake, answer };
});

const last = (name: keyof Questions) => asked.filter(([one]) => one === name).at(-1)?.[1];
const count = (name: keyof Questions) => asked.filter(([one]) => one === name).length;

async function openHealth(story: string) {
  await open(story);
  await fireEvent.click(by('go-settings'));
  await fireEvent.click(await find('go-health'));
  await find('test-card');
}

const card = () => by('test-card');
const state = () => card().dataset.state;
const press = async (id: string) => {
  await fireEvent.click(by(id));
  await pass(0);
};

describe('a test reminder', () => {
  test('is asked for, awaited second by second, and counts only once it was seen', async () => {
    await openHealth('health');
    expect([state(), card().textContent]).toEqual(['untested', expect.stringContaining('Not tested yet')]);
    await press('test-show');
    expect([state(), card().textContent]).toEqual(['waiting', expect.stringContaining('It should come now…')]);
    expect(screen.queryByTestId('test-show')).toBeNull();
    await pass(2100);
    expect([state(), card().textContent]).toEqual(['shown', expect.stringContaining('Did you see it?')]);
    expect(document.activeElement?.textContent).toBe('Did you see it?');
    await press('test-saw');
    expect(last('seen')).toEqual({ test: 1, seen: true });
    expect([state(), card().textContent]).toEqual(['seen', expect.stringContaining('You saw a test reminder today 20:06.')]);
  });

  test('that was not seen says where to look, and is tried again', async () => {
    await openHealth('test-shown');
    await press('test-not-seen');
    expect(last('seen')).toEqual({ test: 1, seen: false });
    expect(state()).toBe('unseen');
    expect(card().textContent).toContain('"Do not disturb"');
    expect(card().textContent).toContain('settings for notifications');
    await press('test-show');
    expect(state()).toBe('waiting');
  });

  test('that was refused says why, and what to do', async () => {
    await openHealth('test-refused');
    expect(state()).toBe('refused');
    expect(card().textContent).toContain('What the computer said: org.freedesktop.DBus.Error.ServiceUnknown');
    expect(card().querySelectorAll('li').length).toBe(3);
    expect(by('test-show').textContent.trim()).toBe('Try again');
  });

  test('that nobody took in time says which of the two did not answer', async () => {
    await openHealth('test-over');
    expect(card().textContent).toContain('notification service did not answer in time');
    await openHealth('agent');
    await press('test-show');
    expect(card().textContent).toContain('The part that reminds you is starting.');
    await pass(12_000);
    expect(state()).toBe('over');
    expect(card().textContent).toContain('The part of Aftercare that reminds you is not running.');
  });

  test('is asked for every second only while it is under way', async () => {
    await openHealth('test-waiting');
    const before = count('health');
    await pass(5100);
    expect(count('health') - before).toBe(5);
    await openHealth('test-shown');
    const shown = count('health');
    await pass(20_000);
    expect(count('health') - shown).toBe(0);
  });

  test.each(['health', 'health-nothing', 'agent', 'test-waiting', 'test-shown', 'test-refused', 'test-over', 'test-unseen'])(
    'nothing says that reminders come unless the patient said so: %s',
    async (story) => {
      await openHealth(story);
      for (const ms of [0, 3000, 31_000]) {
        await pass(ms);
        expect(state()).not.toBe('seen');
        expect(by('health').textContent).not.toMatch(/You saw|\b(well|works?|working|fine|ready|okay|reliabl[ey])\b/);
      }
    },
  );
});

describe('what is known of the reminders', () => {
  const text = (id: string) => by(id).textContent.replaceAll(/\s+/g, ' ').trim();

  test('where nothing is wrong, nothing is to be done', async () => {
    await openHealth('health');
    expect(text('health-program')).toContain('Since today 07:55');
    expect(text('health-last')).toContain('Shown today 20:00');
    expect(text('health-last-answer')).toBe('Done today 20:04');
    expect(text('health-server')).toContain('dunst 1.9.2 It shows buttons');
    expect(text('health-zone')).toContain('Europe/Berlin');
    expect(screen.queryAllByTestId(/-todo$/)).toEqual([]);
    expect([...by('health-away').querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      'Fri 22:10 to Sat 07:55: the computer was asleep',
      'Thu 23:30 to Fri 08:20: the computer was off',
    ]);
  });

  test('what is wrong says what to do', async () => {
    await openHealth('agent');
    expect(text('health-program')).toContain('is not running. It was there last today 18:20.');
    expect(text('health-program-todo')).toContain('starts it again by itself');
    await openHealth('waiting');
    expect(text('health-waiting')).toContain('A reminder has been waiting since today 20:00.');
    expect(text('health-server-todo')).toContain('Nothing on this computer shows notifications now.');
  });

  test('before anything happened', async () => {
    await openHealth('health-nothing');
    expect([text('health-last'), text('health-server'), text('health-away')]).toEqual([
      'Last reminder None yet.',
      'Notification service Not met yet. It is asked with the first reminder.',
      'Times without reminders the last week None in the last week.',
    ]);
  });

  test.each([
    ['health', true, null],
    ['health-nothing', false, 'After a restart of the computer, no reminder comes until you open Aftercare.'],
    ['health-asleep', false, 'allow Aftercare among the startup programs'],
    ['health-stale', false, 'Switch this on to put it right.'],
    ['health-unit', null, null],
    ['health-not-here', null, 'Open Aftercare once after each restart'],
  ])('start at login in the story %s', async (story, on, todo) => {
    await openHealth(story);
    const control = screen.queryByTestId<HTMLInputElement>('autostart');
    expect(control?.checked ?? null).toBe(on);
    expect(screen.queryByTestId('health-login-todo')?.textContent ?? null).toEqual(todo === null ? null : expect.stringContaining(todo));
  });

  test('start at login is switched', async () => {
    await openHealth('health-stale');
    await press('autostart');
    expect(last('autostart')).toEqual({ on: true });
    expect(text('health-login')).toContain('Reminders start when you log in.');
    expect(by('autostart')).toHaveProperty('checked', true);
  });

  test('every banner leads here', async () => {
    for (const [story, link] of [['agent', 'banner-health'], ['waiting', 'banner-health'], ['missed', 'missed-health']] as const) {
        await open(story);
      await fireEvent.click(by(link));
      expect(await find('health')).toBeTruthy();
      expect(document.activeElement?.textContent).toBe('Reminders');
    }
  });
});

describe('the first time', () => {
  test.each([true, false])('start at login is %s as it was left', async (on) => {
    await open('welcome');
    expect(by('autostart')).toHaveProperty('checked', true);
    if (!on) await fireEvent.click(by('autostart'));
    await fireEvent.click(by('agree'));
    await find('try');
    expect(last('agree')).toEqual({ details: true, autostart: on });
  });

  test('a reminder is tried between agreeing and the treatment', async () => {
    await open('welcome');
    expect(by('welcome').textContent).toContain('Step 1 of 3');
    await fireEvent.click(by('agree'));
    await find('test-card');
    expect(document.activeElement?.textContent).toBe('Try a reminder');
    expect(by('try').textContent).toContain('Step 2 of 3');
    await press('test-show');
    await pass(2100);
    expect(screen.queryByTestId('try-next')).toBeNull();
    await press('test-saw');
    await press('try-next');
    expect(by('form').textContent).toContain('Step 3 of 3');
  });

  test('who did not see it can go on all the same', async () => {
    await open('welcome');
    await fireEvent.click(by('agree'));
    await find('test-card');
    await press('test-show');
    await pass(2100);
    await press('test-not-seen');
    expect(card().textContent).toContain('You did not see the test reminder');
    await press('try-next');
    expect(by('form')).toBeTruthy();
  });
});

describe('going outside', () => {
  test.each(['none', 'day-1'])('is absent where no treatment offers it: %s', async (story) => {
    await open(story);
    await find('today');
    expect(screen.queryByTestId('outdoors')).toBeNull();
  });

  test('begins at once where no rule forbids it, and ends by a button', async () => {
    await open('outdoors-offer');
    await find('outdoors');
    expect(by('outdoors').textContent).toContain('until sunset, 18:41');
    await press('go-out');
    await pass(100);
    expect(by('outdoors').textContent).toContain('You have been outside since 11:02.');
    expect(by('outdoors-next').textContent).toBe('Sunscreen again at 13:02');
    expect(by('outdoors-ends').textContent).toBe('It ends by itself at sunset, 18:41 (Berlin).');
    expect(document.activeElement).toBe(by('come-back'));
    expect(by('voice').textContent).toContain('You have been outside since 11:02.');
    await press('come-back');
    expect(document.activeElement).toBe(by('go-out'));
  });

  test('shows the rule first, and only who must goes', async () => {
    await open('outdoors-rule');
    await find('outdoors');
    const before = count('go_out');
    await press('go-out');
    const rule = await find('outdoors-rule');
    expect(rule.textContent).toContain('Stay out of the sun');
    expect(rule.textContent).toContain('until today 16:10');
    expect(rule.textContent).toContain('Fresh skin burns fast');
    expect(count('go_out')).toBe(before);
    await press('stay-in');
    await pass(100);
    expect([count('go_out'), screen.queryByTestId('come-back')]).toEqual([before, null]);
    await press('go-out');
    await find('must-go-out');
    await press('must-go-out');
    await pass(100);
    expect(count('go_out')).toBe(before + 1);
    expect(by('come-back')).toBeTruthy();
  });

  test('ends after its hours where the sun does not set', async () => {
    await open('outdoors-polar');
    await find('outdoors');
    expect(by('outdoors-ends').textContent).toBe('It ends by itself after 8 hours, at 18:02.');
  });
});

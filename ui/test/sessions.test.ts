import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { CourseView } from '../src/contract';
import { datesText, sessionText, stepsOf } from '../src/course';
import { by, find, open, pass, unfold } from './window';

const BERLIN = 'Europe/Berlin';

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Opens a story and goes to the sessions. */
async function sessions(story: string, at: string | null = null) {
  await open(story, at);
  await fireEvent.click(by('go-sessions'));
  await pass(0);
}

async function press(id: string, within_: HTMLElement | null = null) {
  await fireEvent.click(within_ ? within(within_).getByTestId(id) : by(id));
  await pass(0);
}

const course = (rest: Partial<CourseView>): CourseView => ({
  id: 't1',
  zone: BERLIN,
  areas: ['face'],
  session: 2,
  sessions: 3,
  done: [{ session: 2, ended: '2026-03-27T14:10:00Z' }],
  per_year: [1, 2],
  next: { maintenance: false, earliest: '2026-04-27', middle: '2026-05-12', latest: '2026-05-27', over: false, booked: null, open: [] },
  ...rest,
});

describe('the steps of a course', () => {
  const told = (view: CourseView) => stepsOf(view).map(({ kind, session }) => [kind, session]);

  test('are what was, the next, what is to come, and the maintenance', () => {
    expect(told(course({}))).toEqual([['done', 1], ['done', 2], ['next', 3], ['coming', null]]);
    expect(stepsOf(course({})).map((step) => step.at)).toEqual([null, '2026-03-27T14:10:00Z', null, null]);
  });

  test('end with what comes after the last session, each time it was', () => {
    const last = course({ session: 3, done: [{ session: 3, ended: '2026-03-27T14:10:00Z' }] });
    const next = { ...course({}).next, maintenance: true } as CourseView['next'];
    expect(told({ ...last, next })).toEqual([['done', 1], ['done', 2], ['done', 3], ['next', null]]);
    const again = { ...last, done: [...last.done, { session: 3, ended: '2026-10-01T14:10:00Z' }], next };
    expect(told(again)).toEqual([['done', 1], ['done', 2], ['done', 3], ['done', null], ['next', null]]);
    expect(told({ ...last, per_year: null, next: null })).toEqual([['done', 1], ['done', 2], ['done', 3]]);
  });

  test('dates are told where the patient is, with the year where it is another', () => {
    const now = Date.parse('2026-12-20T12:00:00Z');
    expect(sessionText('2027-01-12T23:30:00Z', { now, zone: BERLIN })).toBe('Wednesday 13 January 2027, 00:30');
    expect(datesText(['2026-12-24', '2026-12-24'], now, BERLIN)).toBe('24 December');
    expect(datesText(['2026-12-24', '2027-01-02'], now, BERLIN)).toBe('24 December to 2 January 2027');
  });
});

describe('the next session', () => {
  test('may be between two dates, and the middle is told as no more than that', async () => {
    await sessions('sessions');
    expect(words(by('next'))).toBe(
      'Session 3 of 4 Between 27 April and 27 May In the middle: 12 May Your clinic says which date suits your skin. Enter the date',
    );
    expect(within(by('course-steps')).getAllByRole('listitem').map(words)).toEqual([
      'Session 1 done',
      'Session 2 27 Mar, done',
      'Session 3 next',
      'Session 4 to come',
      'Maintenance once or twice a year',
    ]);
  });

  test('is booked, with what it would mean told before it is saved', async () => {
    await sessions('sessions-booked');
    expect(words(by('booked'))).toBe('Tuesday 12 May, 10:00');
    await press('move');
    expect(document.activeElement?.getAttribute('role')).toBe('spinbutton');
    await press('book-back');
    expect(document.activeElement).toBe(within(by('next')).getByRole('heading'));
    // What is unchanged is no question.
    await press('move');
    expect(words(by('book-then'))).toBe('');
    await press('book-save');
    expect(words(by('booked'))).toBe('Tuesday 12 May, 10:00');
  });

  test('without a date is refused beside the field', async () => {
    await sessions('sessions');
    await press('book');
    await press('book-save');
    expect(words(by('field-error-at'))).toBe('Enter the day and the time of the session.');
    expect(document.activeElement?.getAttribute('role')).toBe('spinbutton');
  });

  test('is cancelled after a question, and brought back', async () => {
    await sessions('sessions-booked');
    await press('cancel-session');
    expect(document.activeElement).toBe(by('cancel-keep'));
    await press('cancel-keep');
    expect(screen.queryByTestId('cancel-ask')).toBeNull();
    await press('cancel-session');
    await press('cancel-yes');
    expect(words(by('gone'))).toBe('The session is cancelled. Undo');
    expect(words(by('between'))).toBe('Between 27 April and 27 May');
    expect(screen.queryByTestId('preparation')).toBeNull();
    await press('undo');
    expect(words(by('booked'))).toBe('Tuesday 12 May, 10:00');
    expect(screen.queryByTestId('gone')).toBeNull();
  });

  test('outside the dates of the plan is kept, and the clinic is to be asked', async () => {
    await sessions('sessions-early');
    expect(words(by('outside'))).toBe('This is earlier than your plan says: its dates begin on 27 April. Ask your clinic.');
  });

  test('that has begun asks whether it was, and shows nothing to prepare', async () => {
    await sessions('sessions-begun');
    expect(words(by('next'))).toContain('This moment has passed. Did the session take place? Then enter your treatment.');
    expect(screen.queryByTestId('preparation')).toBeNull();
    await press('enter', by('next'));
    expect(by('form')).toBeTruthy();
  });

  test('whose dates have passed is for the clinic to say', async () => {
    await sessions('sessions-over');
    expect(words(by('next'))).toContain('Between 27 April and 27 May These dates have passed. Ask your clinic for one.');
  });

  test('after the last one is maintenance', async () => {
    await sessions('sessions-last');
    expect(words(by('next'))).toContain('Maintenance The course is over. What may follow is a single session once or twice a year. Between 27 September and 27 March 2027');
  });

  test('stands with each course, named by its areas', async () => {
    await sessions('sessions-two');
    const courses = screen.getAllByTestId('course');
    expect(courses.map((one) => words(one.querySelector('h2')))).toEqual(['Face', 'Hands']);
    expect(courses.map((one) => within(one).queryByTestId('preparation') !== null)).toEqual([true, false]);
  });

  test('without a treatment is none', async () => {
    await sessions('sessions-none');
    expect(words(by('sessions'))).toContain('No sessions yet');
    await press('enter');
    expect(by('form')).toBeTruthy();
  });

  test('is a step away from Today', async () => {
    await open('sessions-booked');
    expect(words(by('see-sessions'))).toBe('What to do before');
    await press('see-sessions');
    expect(by('sessions')).toBeTruthy();
  });
});

describe('what prepares it', () => {
  test('says since when, where it is from, and when one is reminded', async () => {
    await sessions('sessions-booked', '2026-04-29T09:00:00Z');
    const rows = [...by('preparation').querySelectorAll('li')];
    expect(rows.map((row) => [row.dataset.id, words(row.querySelector('.note'))])).toEqual([
      ['appointment', 'now'],
      ['before-medicine-list', 'now'],
      ['before-sun', 'now'],
      ['before-anti-inflammatories', 'Tuesday'],
      ['before-retinoids', 'Tuesday'],
      ['before-ready', '10 May'],
      ['before-day', '11 May'],
    ]);
    await unfold(rows[5]?.querySelector('summary'));
    const more = words(rows[5]?.querySelector('.more'));
    expect(more).toContain('Look at the area and go through the list.');
    expect(more).toContain('From treatment guides 001, 004');
    expect(more).toContain('Reminds you 10 May, 18:00 · 11 May, 18:00.');
  });
});

describe('is the skin ready', () => {
  test('any tick says to call first, with the number; no tick says nothing', async () => {
    await sessions('sessions-ready');
    const list = by('ready');
    expect(list.querySelector('details')?.open).toBe(true);
    expect(within(list).getAllByRole('checkbox')).toHaveLength(10);
    expect(screen.queryByTestId('ready-call')).toBeNull();
    await press('ready-sunburn');
    expect(words(by('ready-call'))).toContain('Call your clinic before you come');
    expect(words(within(by('ready-call')).getByTestId('clinic-number'))).toBe('030 555 0142');
    // It stays while something is looked up, and is gone with a press.
    await press('go-today');
    await press('go-sessions');
    expect(by('ready-call')).toBeTruthy();
    await press('ready-clear');
    expect(screen.queryByTestId('ready-call')).toBeNull();
  });

  test('can be looked through any time before, and is of that session alone', async () => {
    await sessions('sessions-booked');
    const fold = by('ready').querySelector('details');
    expect(fold?.open).toBe(false);
    if (fold) fold.open = true;
    await fireEvent(fold as Element, new Event('toggle'));
    await press('ready-infection');
    await press('cancel-session');
    await press('cancel-yes');
    expect(screen.queryByTestId('ready')).toBeNull();
  });
});

describe('days to keep free', () => {
  test('each says which rule reaches it, with its reason', async () => {
    await sessions('sessions-clash');
    const wedding = by('free').querySelector('[data-free="1"]');
    expect([...(wedding?.querySelectorAll('summary') ?? [])].map(words)).toEqual([
      'Alcohol not before 14 May, 10:00',
      'Usual then until 19 May, 10:00',
    ]);
    await unfold(wedding?.querySelector('summary'));
    expect(words(wedding)).toContain('Skip alcohol for 2 days.');
    expect(words(by('free').querySelector('[data-free="2"]'))).toContain('No rule of your plan reaches it.');
    expect(words(by('touches'))).toBe("It touches days that you keep free: Anna's wedding.");
  });

  test('and the dates on which a session reaches none of them', async () => {
    await sessions('sessions-free');
    expect(words(by('open-days'))).toBe('These dates keep all your days free: 27 April to 6 May, 15 May to 22 May.');
  });

  test('are written down, refused with words, changed, deleted and brought back', async () => {
    await sessions('sessions-free');
    await press('free-add');
    expect(document.activeElement).toBe(by('free-name'));
    await press('free-save');
    expect(words(by('field-error-name'))).toBe("Write what these days are for, for example: Anna's wedding.");
    expect(document.activeElement).toBe(by('free-name'));
    await fireEvent.input(by('free-name'), { target: { value: 'Marathon' } });
    await press('free-save');
    expect(words(by('field-error-from'))).toBe('Enter the day.');
    await press('free-back');

    await press('free-change', by('free').querySelector<HTMLElement>('[data-free="1"]'));
    expect((by('free-name') as HTMLInputElement).value).toBe("Anna's wedding");
    expect((by('doing-alcohol') as HTMLInputElement).checked).toBe(true);
    await fireEvent.input(by('free-name'), { target: { value: 'Wedding' } });
    await press('doing-alcohol');
    await press('free-save');
    const wedding = () => by('free').querySelector<HTMLElement>('[data-free="1"]');
    expect(words(wedding()?.querySelector('h3'))).toBe('Wedding');
    await vi.waitFor(() => expect(words(by('voice'))).toBe('Saved.'));

    await press('free-delete', wedding());
    expect(wedding()).toBeNull();
    expect(document.activeElement).toBe(await find('undo'));
    await press('undo');
    expect(words(wedding()?.querySelector('h3'))).toBe('Wedding');
  });
});

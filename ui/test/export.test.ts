import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { Questions } from '../src/contract';
import { by, find, open, pass, unfold } from './window';

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
const text = (id: string) => by(id).textContent.replaceAll(/\s+/g, ' ').trim();
const press = async (id: string) => {
  await fireEvent.click(by(id));
  await pass(100);
};

async function openExport(story: string, what: string) {
  asked.length = 0;
  await open(story);
  await press('go-settings');
  await find('go-export');
  await press('go-export');
  await find('export-calendar');
  await unfold(by(`export-${what}`).querySelector('summary'));
  await pass(0);
}

test('a calendar says first what is in it, and that calendars copy themselves to a cloud', async () => {
  await openExport('export', 'calendar');
  expect(document.activeElement?.textContent).toBe('Take it along');
  expect(text('export-calendar')).toContain('What is not allowed yet, your reminders with an alarm, and your next session, until 5 May, 21:06.');
  expect(text('cloud')).toBe('Many calendars copy themselves to a cloud and to other devices. Then others may see what you import. Aftercare cannot take it back.');
  expect(asked.map(([name]) => name)).not.toContain('save_export');
  await press('save-calendar');
  expect(last('save_export')).toEqual({ form: { kind: 'calendar', neutral: false, notes: false, photos: [] } });
  expect(text('saved-calendar')).toBe('Saved: ~/Documents/aftercare.ics');
  expect(by('voice').textContent).toBe('Saved: ~/Documents/aftercare.ics');
});

test('a neutral calendar is told apart from one with details, and its picture, too', async () => {
  await openExport('export', 'calendar');
  await press('show-code');
  expect(last('export_code')).toEqual({ neutral: false });
  expect(text('code')).toContain('9 reminders and dates until 5 May, 21:06. Your daily care does not fit in. It is only in the file.');
  expect(screen.getByRole('img', { name: 'QR picture: your reminders as a calendar' })).toBeTruthy();
  await fireEvent.click(by('says-neutral').querySelector('input')!);
  await pass(0);
  // The picture of what was chosen before is gone.
  expect(screen.queryByTestId('code')).toBeNull();
  expect(text('export-calendar')).toContain('Each is called "Skin care reminder" and says no more.');
  await press('show-code');
  expect(last('export_code')).toEqual({ neutral: true });
  await press('save-calendar');
  expect(last('save_export')).toEqual({ form: { kind: 'calendar', neutral: true, notes: false, photos: [] } });
  await press('show-code');
  expect(screen.queryByTestId('code')).toBeNull();
});

test('a picture that would hold too much says so, and the file is there', async () => {
  await openExport('export-large', 'calendar');
  await press('show-code');
  expect(text('code-large')).toBe('There is too much ahead for one picture: 24 reminders and dates. Save the file and send it to your phone.');
  expect(by('save-calendar')).toBeTruthy();
});

test('the page for the doctor has the notes only where that is chosen', async () => {
  await openExport('export', 'doctor');
  expect(text('export-doctor')).toContain('1 treatment, 3 checks in the diary');
  await press('save-doctor');
  expect(last('save_export')).toEqual({ form: { kind: 'doctor', neutral: false, notes: false, photos: [] } });
  await press('notes');
  await press('save-doctor');
  expect(last('save_export')).toEqual({ form: { kind: 'doctor', neutral: false, notes: true, photos: [] } });
});

test('the page for the doctor has the photos that are chosen one by one, and no other', async () => {
  await openExport('export-photos', 'doctor');
  expect(screen.queryByTestId('photos-choice')).toBeNull();
  await press('photos-wanted');
  expect(text('photos-chosen')).toBe('No photo chosen yet; up to 40 fit.');
  const photo = (id: number) => by('photos-choice').querySelector<HTMLElement>(`[data-photo="${id}"]`)!;
  await fireEvent.click(photo(2));
  await fireEvent.click(photo(1));
  await fireEvent.click(photo(1));
  await pass(0);
  expect([1, 2].map((id) => photo(id).getAttribute('aria-pressed'))).toEqual(['false', 'true']);
  expect(text('photos-chosen')).toBe('1 photo chosen; up to 40 fit.');
  await press('save-doctor');
  expect(last('save_export')).toEqual({ form: { kind: 'doctor', neutral: false, notes: false, photos: [2] } });
  // Whoever changes their mind takes none along.
  await press('photos-wanted');
  await press('save-doctor');
  expect(last('save_export')).toEqual({ form: { kind: 'doctor', neutral: false, notes: false, photos: [] } });
});

test('tables and everything are saved each by its own button', async () => {
  await openExport('export', 'tables');
  await press('save-diary');
  expect(last('save_export')).toEqual({ form: { kind: 'diary', neutral: false, notes: false, photos: [] } });
  expect(text('saved-diary')).toBe('Saved: ~/Documents/aftercare-diary.csv');
  await press('save-reminders');
  expect(text('saved-reminders')).toBe('Saved: ~/Documents/aftercare-reminders.csv');
  await unfold(by('export-everything').querySelector('summary'));
  await press('save-everything');
  expect(last('save_export')).toEqual({ form: { kind: 'everything', neutral: false, notes: false, photos: [] } });
});

test('who chooses no place has saved nothing, and is told so', async () => {
  await openExport('export-not-saved', 'calendar');
  await press('save-calendar');
  expect(text('saved-calendar')).toBe('Not saved. You chose no place for it.');
});

test('what cannot be written is told in words', async () => {
  await openExport('export-failed', 'calendar');
  await press('save-calendar');
  expect(text('problem')).toBe(
    'The file could not be written: ~/Documents/aftercare.ics (No space left on device). Nothing half-made is left of it. Choose another place, or free some space.',
  );
  expect(screen.queryByTestId('saved-calendar')).toBeNull();
});

test('without a treatment there is no calendar and no page, and it says why', async () => {
  await openExport('export-none', 'calendar');
  expect(text('export-calendar')).toContain('Nothing lies ahead, so there is nothing to put into a calendar.');
  await unfold(by('export-doctor').querySelector('summary'));
  expect(text('export-doctor')).toContain('No treatment is entered yet.');
  expect(screen.queryByTestId('save-doctor')).toBeNull();
});

test('Escape and the arrow lead back to Settings', async () => {
  await openExport('export', 'calendar');
  await fireEvent.keyDown(window, { key: 'Escape' });
  expect(await find('settings')).toBeTruthy();
  await find('go-export');
  await press('go-export');
  await press('export-back');
  expect(by('settings')).toBeTruthy();
});

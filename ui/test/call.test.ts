import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { by, find, open, pass } from './window';

/** Opens a story's warning signs. */
async function openWarnings(story: string, at: string | null = null) {
  await open(story, at);
  await fireEvent.keyDown(window, { key: 'F1' });
  await find('call');
}

const tick = (id: string) => fireEvent.click(by(`sign-${id}`));
const type = (field: string, value: string) => fireEvent.input(by(`contact-${field}`), { target: { value } });
/** The script as it is read: each line, a blank as `____`. */
const script = () => [...by('script').querySelectorAll('p, li')].map((line) => line.textContent.trim().replaceAll('to fill in', '____'));
const message = (level: string) => document.querySelector<HTMLElement>(`.message[data-level=${level}]`);

describe('the clinic', () => {
  test('is written down where it is missing, and stands in every place that says to call', async () => {
    await openWarnings('warnings');
    expect(by('numbers').textContent).toContain('The number is on the sheet or the card from your clinic.');
    await fireEvent.click(by('go-contact'));
    expect(document.activeElement).toBe(by('contact-phone'));
    await type('name', 'Dr. Example');
    await type('phone', '030 555 0142');
    await type('hours', 'Mon to Fri 8 to 18');
    await type('out_of_hours', 'Call 116 117');
    await fireEvent.click(by('contact-save'));
    await pass(100);

    expect(by('voice').textContent).toBe('Saved.');
    expect(screen.queryByTestId('contact-form')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Dr. Example');
    for (const words of ['030 555 0142', 'Mon to Fri 8 to 18', 'Call 116 117']) expect(by('clinic').textContent).toContain(words);
    expect(by('numbers').textContent).toContain('030 555 0142');
    // A number is read from left to right in every language.
    for (const number of screen.getAllByTestId('clinic-number')) expect(number.dir).toBe('ltr');

    await tick('fever');
    expect(message('today')?.textContent).toContain('030 555 0142');
    expect(message('today')?.textContent).toContain('Call 116 117');
    expect(screen.queryByTestId('numbers')).toBeNull();
  });

  test('the number stands once, in the most urgent message that says to call the clinic', async () => {
    await openWarnings('call');
    for (const sign of ['airway', 'fever', 'cold-sore', 'dark-marks']) await tick(sign);
    const levels = [...document.querySelectorAll<HTMLElement>('.message')];
    expect(levels.map((one) => one.dataset.level)).toEqual(['emergency', 'today', 'call-24h', 'next-visit']);
    expect(levels.map((one) => one.textContent.includes('030 555 0142'))).toEqual([false, true, false, false]);
    expect(levels.map((one) => one.textContent.includes('112'))).toEqual([true, false, false, false]);
    await tick('fever');
    expect(message('call-24h')?.textContent).toContain('030 555 0142');
  });

  test('a number that is none is said at its field, and nothing typed is lost, by Escape either', async () => {
    await openWarnings('warnings');
    await type('name', 'Dr. Example');
    await type('phone', 'see card');
    await fireEvent.click(by('contact-save'));
    await pass(100);
    expect(by('field-error-phone').textContent).toContain('Write the number with its digits first');
    expect(document.activeElement).toBe(by('contact-phone'));
    expect(by('contact-phone').getAttribute('aria-invalid')).toBe('true');
    expect(by('contact-phone').getAttribute('aria-describedby')).toContain(by('field-error-phone').id);
    await fireEvent.keyDown(by('contact-phone'), { key: 'Escape' });
    expect(by('contact-name')).toHaveProperty('value', 'Dr. Example');

    await type('phone', '+49 30 555 0142');
    expect(screen.queryByTestId('field-error-phone')).toBeNull();
    await fireEvent.click(by('contact-save'));
    await pass(100);
    expect(by('clinic').textContent).toContain('+49 30 555 0142');
  });

  test('is changed, or left as it was', async () => {
    await openWarnings('call');
    await fireEvent.click(by('contact-change'));
    await pass(0);
    expect(document.activeElement).toBe(by('contact-name'));
    expect(by('contact-hours')).toHaveProperty('value', 'Mon to Thu 8:00 to 18:00\nFri 8:00 to 13:00');
    await type('phone', '040 555 0142');
    await fireEvent.click(by('contact-cancel'));
    await pass(0);
    expect(by('clinic').textContent).toContain('030 555 0142');

    // With nothing changed, Escape leaves the form and not the screen.
    await fireEvent.click(by('contact-change'));
    await pass(0);
    await fireEvent.keyDown(by('contact-name'), { key: 'Escape' });
    await pass(0);
    expect(screen.queryByTestId('contact-form')).toBeNull();
    expect(by('warnings')).toBeTruthy();
  });
});

describe('the emergency number', () => {
  const choose = async (code: string) => {
    await fireEvent.change(by('country'), { target: { value: code } });
    await pass(100);
  };
  const chosen = () => [...(by('country') as HTMLSelectElement).options].find((one) => one.selected)?.textContent;

  test('is that of the country, by its name in the words of the app', async () => {
    await openWarnings('call-none');
    expect(chosen()).toBe('Germany');
    expect(by('emergency').textContent).toContain('From the settings of this computer');
    await choose('GB');
    expect(chosen()).toBe('United Kingdom');
    expect(by('emergency').textContent).not.toContain('From the settings of this computer');
    expect(by('emergency').querySelector('.digits')?.textContent).toBe('999');
    expect(by('emergency').querySelector('.rest')?.textContent).toBe('(advice: 111)');
    expect(by('voice').textContent).toBe('Emergency number: 999 (advice: 111)');
    await tick('airway');
    expect(message('emergency')?.textContent).toContain('999');
  });

  test('in another country it is the words of the protocol, and there is nothing to copy', async () => {
    await openWarnings('call-elsewhere');
    expect(chosen()).toBe('Another country');
    await tick('airway');
    expect(message('emergency')?.textContent).toContain('your local emergency number');
    expect(screen.queryByTestId('copy-emergency')).toBeNull();
  });

  test('is there where nothing else is, and says that a choice is not kept', async () => {
    await openWarnings('error');
    expect(by('clinic').textContent).toContain('What you wrote down of your clinic cannot be read now.');
    expect(screen.queryByTestId('contact-form')).toBeNull();
    expect(by('emergency').textContent).toContain('112');
    await choose('US');
    expect(by('emergency').textContent).toContain('911');
    expect(by('emergency').textContent).toContain('This choice cannot be kept now.');
  });
});

describe('what to say on the phone', () => {
  test('names what was entered, and follows the ticks', async () => {
    await openWarnings('call');
    const treatment = [
      'I had a microneedling treatment. It ended on Friday, 27 March at 15:10, 28 hours ago.',
      'Area: Face.',
      'Device: Pen 1.5 mm.',
      'Session 2 of 4.',
      'PRP was used, plasma from my own blood.',
      'My clinic ordered an antibiotic cream.',
    ];
    expect(script()).toEqual(['Hello, my name is ____.', ...treatment, 'What I see or feel: ____', 'What should I do?']);
    await tick('fever');
    await tick('airway');
    expect(script().slice(7)).toEqual([
      'What I see or feel:',
      'Trouble breathing, or swelling of the lips, tongue or throat',
      'Fever of 38 °C (100.4 °F) or more, or chills',
      'What should I do?',
    ]);
    by('clear-signs').focus();
    await fireEvent.click(by('clear-signs'));
    expect(script().slice(7)).toEqual(['What I see or feel: ____', 'What should I do?']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('counts on while one looks, in hours and then in days', async () => {
    await openWarnings('call-none', '2026-03-28T19:09:30Z');
    expect(script()[1]).toContain('28 hours ago.');
    await pass(90_000);
    expect(script()[1]).toContain('29 hours ago.');
    await openWarnings('call-none', '2026-03-27T14:40:00Z');
    expect(script()[1]).toContain('less than an hour ago.');
    await openWarnings('call-none', '2026-04-11T16:00:00Z');
    expect(script()[1]).toContain('15 days ago.');
  });

  test('has a sentence for each treatment', async () => {
    await openWarnings('call-two');
    expect(script().filter((line) => line.startsWith('I had'))).toEqual([
      'I had a microneedling treatment. It ended on Friday, 27 March at 15:10, 28 hours ago.',
      'I had a microneedling treatment. It ended on Sunday, 22 March at 11:00, 6 days ago.',
    ]);
    expect(script()).toContain('Areas: Neck, Décolletage.');
    expect(script()).toContain('Device: Roller.');
  });

  test('before any set-up it has blanks to fill in', async () => {
    await openWarnings('warnings');
    expect(script()).toEqual([
      'Hello, my name is ____.',
      'I had a microneedling treatment. It ended on ____ at ____.',
      'Area: ____.',
      'Device and needle length: ____.',
      'What I see or feel: ____',
      'What should I do?',
    ]);
  });

  test('is one step away from the signs', async () => {
    await openWarnings('call');
    await tick('fever');
    await fireEvent.click(by('go-call'));
    expect(document.activeElement).toBe(by('script-title'));
  });
});

describe('taking it along', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('copies it, and says so', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await openWarnings('call-none');
    await tick('fever');
    await fireEvent.click(by('copy-script'));
    await pass(100);
    expect(writeText).toHaveBeenCalledExactlyOnceWith(
      'Hello, my name is ____.\nI had a microneedling treatment. It ended on Friday, 27 March at 15:10, 28 hours ago.\nArea: Face.\n' +
        'Device: Pen 1.5 mm.\nSession 2 of 4.\nWhat I see or feel:\n- Fever of 38 °C (100.4 °F) or more, or chills\nWhat should I do?',
    );
    expect(by('voice').textContent).toBe('Copied');
    expect(by('copy-script').dataset.state).toBe('copied');
    await pass(3000);
    expect(by('copy-script').dataset.state).toBe('');
  });

  test('of the emergency number the digits alone are copied', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await openWarnings('call');
    await fireEvent.click(by('copy-clinic'));
    await fireEvent.click(by('copy-emergency'));
    expect(writeText.mock.calls).toEqual([['030 555 0142'], ['112']]);
  });

  test('a clipboard that is closed is told of', async () => {
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: () => Promise.reject(new Error('closed')) } });
    Object.assign(document, { execCommand: () => false });
    await openWarnings('call');
    await fireEvent.click(by('copy-script'));
    await pass(100);
    expect(by('voice').textContent).toContain('This could not be copied.');
    expect(by('copy-script-failed')).toBeTruthy();
  });

  test('prints', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await openWarnings('call');
    await fireEvent.click(by('print'));
    expect(print).toHaveBeenCalledOnce();
  });
});

describe('the ticks', () => {
  test('stay while one looks elsewhere, and go when one is done', async () => {
    await openWarnings('call');
    await tick('fever');
    await fireEvent.click(by('go-today'));
    await find('day');
    await fireEvent.keyDown(window, { key: 'F1' });
    await find('call');
    expect(by('message').dataset.level).toBe('today');
    // The rail's way back to where one was is looking elsewhere, too.
    await fireEvent.click(by('go-today'));
    await fireEvent.keyDown(window, { key: 'F1' });
    await find('message');

    await fireEvent.click(by('back'));
    await fireEvent.keyDown(window, { key: 'F1' });
    await find('call');
    expect(screen.queryByTestId('message')).toBeNull();
    await tick('fever');
    await fireEvent.keyDown(window, { key: 'Escape' });
    await pass(0);
    await fireEvent.keyDown(window, { key: 'F1' });
    await find('call');
    expect(screen.queryByTestId('message')).toBeNull();
  });
});

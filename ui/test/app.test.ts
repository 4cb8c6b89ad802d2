import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { by, find, open, pass } from './window';

const item = (id: string) => by('do-now').querySelector<HTMLElement>(`[data-key*="/${id}/"]`)!;
const press = async (id: string, what: string) => {
  await fireEvent.click(item(id).querySelector(`[data-do=${what}]`)!);
  await pass(100);
};

describe('today', () => {
  test('shows what is not allowed yet, soonest first, and counts it down', async () => {
    await open('day-2', '2026-03-28T19:05:30Z');
    expect(by('day').textContent).toBe('Day 2');
    const ids = [...by('not-yet').querySelectorAll('[data-id]')].map((line) => line.getAttribute('data-id'));
    expect(ids.slice(0, 4)).toEqual(['sun-strict', 'alcohol', 'sport', 'shaving']);
    const first = by('not-yet').querySelector('[data-id=sun-strict]')!;
    expect(first.textContent).toContain('19 h 4 min');
    expect(first.textContent).toContain('until tomorrow 16:10');
    await pass(121_000);
    expect(by('not-yet').querySelector('[data-id=sun-strict]')!.textContent).toContain('19 h 2 min');
  });

  test('a release reached while one looks moves the line by itself and is said', async () => {
    await open('release', '2026-03-29T14:09:49.500Z');
    expect(by('not-yet').querySelector('[data-id=sun-strict]')!.textContent).toContain('10 s');
    await pass(2000);
    expect(by('not-yet').querySelector('[data-id=sun-strict]')!.textContent).toContain('8 s');
    await pass(8600);
    expect(by('not-yet').querySelector('[data-id=sun-strict]')).toBeNull();
    expect(by('not-yet').querySelector('[data-id=sun-shade]')).not.toBeNull();
    expect(by('released').textContent).toContain('You may be outside again');
    expect(by('voice').textContent).toContain('You may be outside again');
  });

  test('done, later, skip, and undo', async () => {
    await open('day-2');
    await press('bottled-water', 'done');
    expect(item('bottled-water').dataset.answer).toBe('done');
    expect(item('bottled-water').textContent).toContain('done at 20:06');
    expect(document.activeElement).toBe(item('bottled-water').querySelector('[data-do=undone]'));

    await press('soothe', 'later');
    expect(item('soothe').textContent).toContain('put off at 20:06');
    await press('photo', 'skipped');
    expect(item('photo').textContent).toContain('skipped at 20:06');

    await press('bottled-water', 'undone');
    expect(item('bottled-water').dataset.answer).toBe('');
    expect(document.activeElement).toBe(item('bottled-water').querySelector('[data-do=done]'));
  });

  test('the first open thing shows how, then the next', async () => {
    await open('day-2');
    const how = (id: string) => within(item(id)).getByRole('button', { expanded: true, hidden: false });
    expect(how('bottled-water').textContent).toContain('Wash with bottled water');
    await press('bottled-water', 'done');
    expect(how('soothe').textContent).toContain('Soothe your skin');
  });

  test('what is due later today is not offered yet', async () => {
    await open('day-1');
    expect(by('do-now').textContent).toBe('Nothing is due now.');
    expect(by('next').textContent).toContain('Evening care, today 20:00');
  });

  test('says in plain words that reminders do not come, and what passed unseen', async () => {
    await open('agent');
    expect(by('banner').textContent).toContain('Reminders do not come now');
    await open('missed');
    expect(by('missed').textContent).toContain('Was due today 08:00. The computer was off.');
    await open('missed-off');
    expect(by('missed').textContent).toContain('Was due today 08:00. The computer was off from Fri 22:10 to Sat 16:20.');
  });

  test('several treatments have a board each under one heading', async () => {
    await open('two');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Today');
    expect(screen.getAllByTestId('day').map((day) => day.textContent)).toEqual(['Day 2', 'Day 7']);
  });

  test('nothing left offers the next treatment', async () => {
    await open('none');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing left to do');
    await fireEvent.click(by('enter'));
    expect(await find('form')).toBeTruthy();
  });
});

describe('the first time', () => {
  test('agree, enter a treatment, see its day', async () => {
    await open('welcome');
    expect(screen.queryByTestId('go-today')).toBeNull();
    await fireEvent.click(by('details-off'));
    await fireEvent.click(by('agree'));
    await fireEvent.click(await find('try-skip'));
    await find('form');
    await fireEvent.click(by('device-pen'));
    await fireEvent.click(by('area-face'));
    await fireEvent.input(by('depth'), { target: { value: '1,5' } });
    await fireEvent.click(by('save'));
    await pass(100);
    expect(by('day').textContent).toBe('Day 1');
    expect(by('today').textContent).toContain('Pen 1.5 mm');
    expect(by('voice').textContent).toBe('Saved.');
  });

  test('a device that is not covered is refused at once, in words', async () => {
    await open('form');
    await fireEvent.click(by('device-radio-frequency'));
    expect(by('field-error-device').textContent).toBe(
      'These instructions do not cover this device: Heat needling. Heat (radio-frequency) needling needs other care. Ask your clinic for its own aftercare file.',
    );
    await fireEvent.click(by('device-pen'));
    expect(screen.queryByTestId('field-error-device')).toBeNull();
  });

  test('what is missing is said at its field, the focus goes to the first, and nothing typed is lost', async () => {
    await open('form');
    await fireEvent.input(by('depth'), { target: { value: 'long' } });
    await fireEvent.click(by('save'));
    await pass(100);
    expect(by('field-error-device').textContent).toContain('Choose what it was done with.');
    expect(by('field-error-areas').textContent).toBe('Choose at least one area.');
    expect(document.activeElement?.getAttribute('name')).toBe('device');
    expect(by('depth').getAttribute('aria-invalid')).toBe('true');
    expect(by('depth').getAttribute('aria-describedby')).toContain(by('field-error-depth_mm').id);
    expect(by('depth')).toHaveProperty('value', 'long');
    expect(screen.getAllByRole('alert')[0]?.textContent).toContain('3 things are missing or need a change.');
  });
});

describe('a treatment', () => {
  test('is corrected with what was entered', async () => {
    await open('day-2');
    await fireEvent.click(screen.getByText('Enter the date'));
    await find('form');
    expect(by('depth')).toHaveProperty('value', '1.5');
    expect(by('device-pen')).toHaveProperty('checked', true);
    await fireEvent.input(by('depth'), { target: { value: '1' } });
    await fireEvent.click(by('save'));
    await pass(100);
    expect(by('today').textContent).toContain('Pen 1 mm');
  });
});

describe('warning signs', () => {
  test('are one key away, and back returns to what was typed', async () => {
    await open('form');
    by('depth').focus();
    await fireEvent.input(by('depth'), { target: { value: '0.5' } });
    await fireEvent.keyDown(window, { key: 'F1' });
    await find('sign-fever');
    await fireEvent.click(by('back'));
    await pass(0);
    expect(screen.queryByTestId('warnings')).toBeNull();
    expect(by('depth')).toHaveProperty('value', '0.5');
    expect(document.activeElement).toBe(by('depth'));
  });

  test('one sign has one fixed message, the most urgent first', async () => {
    await open('welcome');
    await fireEvent.click(by('go-warnings'));
    await fireEvent.click(await find('sign-dark-marks'));
    expect(by('message').dataset.level).toBe('next-visit');
    await fireEvent.click(by('sign-airway'));
    expect(by('message').textContent).toContain('Call the emergency number now.');
    expect(by('message').textContent).toContain('112');
    await fireEvent.click(by('sign-airway'));
    await fireEvent.click(by('sign-dark-marks'));
    expect(screen.queryByTestId('message')).toBeNull();
  });

  test('work when nothing else does', async () => {
    await open('error');
    expect(by('problem').textContent).toContain('Aftercare cannot read its data file');
    await fireEvent.click(by('go-warnings'));
    expect(await find('sign-fever')).toBeTruthy();
  });
});


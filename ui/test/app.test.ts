import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { by, find, open, pass } from './window';

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
    await fireEvent.click(by('treatment-menu'));
    await fireEvent.click(await find('treatment-correct'));
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


import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { voice } from '../src/say.svelte';
import { by, find, open, pass, unfold } from './window';

const words = (element: Element | null | undefined) => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
/** Everything that is not allowed yet, in the order of reading, each with its moment. */
const notYet = () => [...document.querySelectorAll('[data-testid=not-yet] [data-id]')];
const ids = () => notYet().map((line) => line.getAttribute('data-id'));
const notYetOf = (id: string) => notYet().find((line) => line.getAttribute('data-id') === id);
/** The rows below the soonest, as a person reads them. */
const rows = () => [...document.querySelectorAll('[data-testid=not-yet] li summary')].map(words);

const item = (id: string) => by('do-now').querySelector<HTMLElement>(`[data-key*="/${id}/"]`)!;
const items = () => [...by('do-now').querySelectorAll<HTMLElement>('[data-key]')].map(titleOf);
const titleOf = (one: HTMLElement) => {
  const areas = words(one.querySelector('.title .areas'));
  const title = words(one.querySelector('.title'));
  return areas ? `${title.slice(0, -areas.length)} / ${areas}` : title;
};
const press = async (id: string, what: string, detail = 1) => {
  await fireEvent.click(item(id).querySelector(`[data-do=${what}]`)!, { detail });
  await pass(100);
};

describe('what is not allowed yet', () => {
  test('the soonest stands large, with why, and is counted down', async () => {
    await open('day-2', '2026-03-28T19:05:30Z');
    expect(by('day').textContent).toBe('Day 2');
    expect(ids().slice(0, 4)).toEqual(['sun-strict', 'bottled-water', 'alcohol', 'sport']);
    const large = words(by('soonest').querySelector('[data-id]'));
    expect(large).toContain('Stay out of the sun');
    expect(large).toContain('19 h 4 min');
    expect(large).toContain('until tomorrow 16:10');
    expect(large).toContain('Fresh skin burns fast');
    expect(words(by('soonest').querySelector('summary'))).toBe('Also until then: Tap water, Alcohol More, and where it is from');
    await pass(121_000);
    expect(words(by('soonest'))).toContain('19 h 2 min');
  });

  test('the rest is a row for each moment, with all that it frees', async () => {
    await open('day-2');
    expect(rows()).toEqual([
      'Hard sport, Shaving until Monday 16:10 1 d 19 h',
      'Sauna, hot tub, Swimming until Wednesday 15:10 3 d 18 h',
      'Strong creams until Friday 15:10 5 d 18 h',
      'Tanning beds, Ibuprofen and its kind, Waxing, Other skin treatments until 10 April, 15:10 12 d 18 h',
    ]);
    const row = document.querySelectorAll('[data-testid=not-yet] li')[3];
    expect(row?.querySelector('.more')).toBeNull();
    await unfold(row?.querySelector('summary'));
    expect(words(row?.querySelector('.more'))).toContain(
      'No ibuprofen-type medicines Do not take ibuprofen, naproxen or similar pain pills for two weeks.',
    );
  });

  test('what to do is read before the rest, and what comes next before what is usual', async () => {
    await open('day-2');
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['Not yet', 'Do now', 'Next', 'Not yet, and for longer', 'You may again', 'Usual now', 'Good to know', 'Next session']);
  });

  test('when nothing is left, it says so, and the next session is what one waits for', async () => {
    await open('day-16');
    expect(words(screen.getByTestId('not-yet'))).toContain('Nothing is "not yet" now.');
    expect(words(by('next-session'))).toBe('Next session 23 d 15 h 5 May, 10:00 What to do before');
    expect(words(by('usual'))).toContain('You may see a first change after a few weeks.');
    await open('day-16-unbooked');
    expect(words(by('next-session'))).toContain('Between 27 April and 27 May');
  });
});

describe('a release while one looks', () => {
  const release = async () => {
    await open('release', '2026-03-29T14:09:49.500Z');
    await pass(10_600);
  };

  test('is counted down to the second, moves the line by itself, and is said', async () => {
    await open('release', '2026-03-29T14:09:49.500Z');
    expect(words(by('soonest'))).toContain('10 s');
    await pass(2000);
    expect(words(by('soonest'))).toContain('8 s');
    await pass(8600);
    expect([notYetOf('sun-strict'), notYetOf('alcohol'), notYetOf('bottled-water')]).toEqual([undefined, undefined, undefined]);
    expect(notYetOf('sun-shade')).toBeDefined();
    expect(words(by('released'))).toContain('You may be outside again');
    expect(by('voice').textContent).toContain('You may be outside again');
  });

  test('stands in the place of what it was for a minute, so that nothing below it moves', async () => {
    await release();
    expect(words(by('just-released'))).toContain('You may again Sun The 48 hours are over. You may be outside again');
    expect(screen.queryByTestId('soonest')).toBeNull();
    expect(rows()[0]).toContain('Hard sport, Shaving');
    await pass(61_000);
    expect(screen.queryByTestId('just-released')).toBeNull();
    expect(words(by('soonest'))).toContain('No hard sport');
    expect(words(by('released'))).toContain('You may be outside again');
  });

  test('stays as long as the pointer is there', async () => {
    await release();
    const column = screen.getAllByTestId('not-yet')[1]!;
    await fireEvent.pointerEnter(column);
    await pass(180_000);
    expect(screen.queryByTestId('just-released')).not.toBeNull();
    await fireEvent.pointerLeave(column);
    await pass(1000);
    expect(screen.queryByTestId('just-released')).toBeNull();
    await fireEvent.pointerEnter(column);
    expect(screen.queryByTestId('just-released')).toBeNull();
  });

  test('takes the focus that was on what it replaces', async () => {
    await open('release', '2026-03-29T14:09:49.500Z');
    by('soonest').querySelector('summary')!.focus();
    await pass(10_600);
    expect(document.activeElement).toBe(by('just-released'));
  });

  test('is told quietly, and only in its list, when one comes later', async () => {
    const said = voice.text;
    await open('day-3');
    expect(screen.queryByTestId('just-released')).toBeNull();
    expect(voice.text).toBe(said);
    expect(words(by('released'))).toContain('Tap water The 48 hours are over. You may wash with tap water');
    expect(words(by('released'))).toContain('Alcohol over since today 16:10');
  });
});

describe('what to do', () => {
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
    expect(document.activeElement?.getAttribute('data-do')).toBe('done');
    expect(item('bottled-water').contains(document.activeElement)).toBe(true);
  });

  test('the first open thing says how and why in short, then the next', async () => {
    await open('day-2');
    expect(item('bottled-water').contains(by('do-now-short'))).toBe(true);
    expect(words(by('do-now-short'))).toBe('Wash your hands first. Tap water can carry germs. For 48 hours your skin is not closed yet.');
    expect(within(by('do-now')).queryByRole('button', { expanded: true })).toBeNull();
    await press('bottled-water', 'done');
    expect(words(by('do-now-short'))).toBe('Put on the aloe cream your clinic gave you. Moist skin heals faster and itches less.');
  });

  test('all of it opens on demand, where it is from too', async () => {
    await open('day-2');
    await fireEvent.click(within(item('photo')).getByRole('button', { expanded: false }));
    const shown = [...item('photo').querySelectorAll('p, button')].filter((one) => one.closest('[hidden]') === null).map(words);
    expect(shown).toContain('Same place, same light. It stays on this computer.');
    expect(shown).toContain('From this app');
    expect(shown).toContain('I did it earlier…');
  });

  test('a press too many does not answer what has moved under the pointer', async () => {
    await open('day-2');
    await press('bottled-water', 'done');
    await press('soothe', 'done', 2);
    expect(item('soothe').dataset.answer).toBe('');
  });

  test('says when all is done', async () => {
    await open('all-done');
    expect(screen.getByText('All done for now.')).toBeTruthy();
    await press('soothe', 'undone');
    expect(screen.queryByText('All done for now.')).toBeNull();
  });

  test('what is due later today is not offered yet', async () => {
    await open('day-1');
    expect(words(by('do-now'))).toBe('Nothing is due now.');
    expect(by('next').textContent).toContain('Evening care, today 20:00');
  });
});

describe('several treatments', () => {
  test('are named by their area, and share one board', async () => {
    await open('two');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Today');
    expect(screen.getAllByTestId('day').map((day) => day.textContent)).toEqual(['Day 2', 'Day 7']);
    expect(screen.getAllByTestId('treatment').map((one) => words(one.querySelector('h2')))).toEqual(['Face · Day 2', 'Neck, Décolletage · Day 7']);
    expect(screen.getAllByTestId('do-now')).toHaveLength(1);
    expect(screen.getAllByTestId('outdoors')).toHaveLength(1);
  });

  test('each rule says for which area it is, and for which it is longer', async () => {
    await open('two');
    expect(words(by('soonest'))).toContain('No sunbathing Neck, Décolletage 13 h 53 min until tomorrow 11:00');
    expect(words(by('soonest').querySelector('summary'))).toContain('Also until then: Strong creams · longer: Face');
    expect(rows()).toEqual([
      'Sun, Tap water, Alcohol Face · until tomorrow 16:10 19 h 3 min',
      'Hard sport, Shaving Face · until Monday 16:10 1 d 19 h',
      'Picking Neck, Décolletage · until Wednesday 11:00 3 d 13 h',
      'Sauna, hot tub, Swimming Face · until Wednesday 15:10 3 d 18 h',
      'Strong creams Face · until Friday 15:10 5 d 18 h',
      'Tanning beds, Ibuprofen and its kind, Waxing, Other skin treatments Neck, Décolletage · until 5 April, 11:00 · longer: Face 7 d 13 h',
      'Tanning beds, Ibuprofen and its kind, Waxing, Other skin treatments Face · until 10 April, 15:10 12 d 18 h',
    ]);
  });

  test('one tick answers what is the same for all, and its undo takes all of it back', async () => {
    await open('two');
    expect(items()).toEqual([
      'Wash with bottled water / Face',
      'Soothe your skin',
      'How is your skin today?',
      'Take a photo for yourself / Face',
      'Wash gently / Neck, Décolletage',
    ]);
    await press('soothe', 'done');
    expect(items()).toHaveLength(5);
    expect(by('do-now').querySelectorAll('[data-answer=done]')).toHaveLength(1);
    await press('soothe', 'undone');
    expect(by('do-now').querySelectorAll('[data-answer=done]')).toHaveLength(0);
    expect(items()).toHaveLength(5);
  });

  test('the end of a rule for one area never sounds like its end for all', async () => {
    await open('two-release');
    await pass(10_600);
    expect(by('voice').textContent).toContain('Ibuprofen and its kind: this rule has ended for Neck, Décolletage. Not yet for: Face.');
    expect(words(by('released'))).toContain('Over for one area only Ibuprofen and its kind, Tanning beds, Other skin treatments, Waxing · Neck, Décolletage Ended here. Not yet for: Face');
    expect(words(document.body)).not.toMatch(/You may (again|take)/);
  });

  test('of the same area are told apart by their day', async () => {
    await open('two-same');
    expect(words(by('soonest'))).toContain('Face, day 7');
    expect(rows()[0]).toContain('Face, day 2 · until');
  });
});

describe('around it', () => {
  test('says in plain words that reminders do not come, and what passed unseen', async () => {
    await open('agent');
    expect(by('banner').textContent).toContain('Reminders do not come now');
    await open('missed');
    expect(by('missed').textContent).toContain('Was due today 08:00. The computer was off.');
    await open('missed-off');
    expect(by('missed').textContent).toContain('Was due today 08:00. The computer was off from Fri 22:10 to Sat 16:20.');
  });

  test('nothing left offers the next treatment', async () => {
    await open('none');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing left to do');
    await fireEvent.click(by('enter'));
    expect(await find('form')).toBeTruthy();
  });

  test('before the first treatment it says what to do', async () => {
    await open('form');
    await fireEvent.click(by('go-settings'));
    await fireEvent.click(await find('go-today'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your plan begins with your treatment');
    await fireEvent.click(by('enter'));
    expect(await find('form')).toBeTruthy();
  });

  test('a treatment that was removed leaves the first page again', async () => {
    await open('day-2');
    await fireEvent.click(by('treatment-menu'));
    await pass(50);
    await fireEvent.click(await find('treatment-forget'));
    await fireEvent.click(await find('forget-yes'));
    await pass(100);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your plan begins with your treatment');
  });
});

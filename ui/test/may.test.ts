import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { May, MayMatch, MayPart, Problem, Questions } from '../src/contract';
import { questions } from '../src/fake-may';
import { voice } from '../src/say.svelte';
import { afterwards, awaited, headline, judged } from '../src/verdicts';
import { by, find, open, pass } from './window';

/** What the window asked, in order, and how long the program takes to answer some of it. */
const asked: [keyof Questions, unknown][] = [];
const slow = new Map<string, number>();
const refused = new Map<string, Problem>();
/** When everything asked about is free, in place of what the lists say. */
let free: string | null = null;
vi.mock(import('../src/fake'), async (original) => {
  const fake = await original();
  const answer: typeof fake.answer = async (name, rest) => {
    asked.push([name, rest]);
    const words = Object.values(rest).join();
    await new Promise((resolve) => setTimeout(resolve, slow.get(words) ?? 0));
    const refusal = refused.get(name);
    if (refusal) throw refusal;
    const reply = await fake.answer(name, rest);
    const may = reply as May;
    if (name !== 'may' || free === null || Date.parse(may.now) >= Date.parse(free)) return reply;
    return { ...may, verdict: 'not_before', until: free, parts: may.parts.map((part) => ({ ...part, verdict: 'not_before', until: free, matches: [] })) } as typeof reply;
  };
  return { ...fake, answer };
});

const of = (name: keyof Questions) => asked.filter(([one]) => one === name).map(([, rest]) => Object.values(rest as Record<string, string>)[0]);
const field = () => by('may-field') as HTMLInputElement | HTMLTextAreaElement;
const names = () => screen.queryAllByTestId('may-name').map((name) => name.textContent);
const text = (id: string) => by(id).textContent.replaceAll(/\s+/g, ' ').trim();
const said = async () => {
  await pass(60);
  return by('voice').textContent;
};

async function openMay(story = 'may', at: string | null = null) {
  asked.length = 0;
  slow.clear();
  refused.clear();
  free = null;
  await open(story, at);
  await fireEvent.click(by('go-may'));
  await find('may');
  await pass(0);
}

const type = async (words: string) => {
  await fireEvent.input(field(), { target: { value: words } });
  await pass(0);
};
const key = async (name: string, on: Element | Window = field(), more: object = {}) => {
  const allowed = await fireEvent.keyDown(on, { key: name, ...more });
  await pass(0);
  return allowed;
};
const ask = async (words: string) => {
  await type(words);
  await key('Enter');
};
async function paste(words: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => words } });
  field().dispatchEvent(event);
  await pass(0);
}

describe('the list of names', () => {
  test('is there while one types, with what was typed first, and Escape closes it', async () => {
    await openMay();
    expect(document.activeElement).toBe(field());
    await type('ibu');
    expect(text('may-as-typed')).toBe('Ask about “ibu”');
    expect(names()).toEqual(['Ibum', 'Ibux', 'ibuprofen']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    await key('Escape');
    expect([names(), field().getAttribute('aria-expanded'), field().value]).toEqual([[], 'false', 'ibu']);
    expect(of('may')).toEqual([]);
  });

  test('never shows the names of an earlier text', async () => {
    await openMay();
    slow.set('par', 500);
    await type('par');
    await type('nur');
    expect(names()).toEqual(['Nurofen']);
    await pass(600);
    expect(names()).toEqual(['Nurofen']);
  });

  test('Enter asks for what was typed, whatever the list offers first', async () => {
    await openMay();
    await ask('ibu');
    expect(of('may')).toEqual(['ibu']);
    expect(names()).toEqual([]);
    expect(text('may-headline')).toBe('We do not know this one: ask your clinic');
  });

  test('a name that the arrow keys went to is asked for', async () => {
    await openMay();
    await type('nuro');
    await key('ArrowDown');
    await key('Enter');
    expect([of('may'), field().value, names()]).toEqual([['Nurofen'], 'Nurofen', []]);
    expect(text('may-headline')).toBe('Not before Friday 10 April, 15:10');
  });

  test('a name that is pressed is asked for', async () => {
    await openMay();
    await type('pana');
    // The line keeps the focus.
    expect(await fireEvent.mouseDown(by('may-name'))).toBe(false);
    await fireEvent.click(by('may-name'));
    await pass(0);
    expect([of('may'), text('may-headline')]).toEqual([['Panadol'], 'Yes']);
  });
});

describe('an answer', () => {
  test.each([
    ['may-yes', 'yes', 'Yes', 'Panadol is paracetamol.'],
    ['may-wait', 'not_before', 'Not before Friday 10 April, 15:10', 'Nurofen is ibuprofen.'],
    ['may-ask', 'ask', 'Ask your clinic', 'This pain medicine is not on your plan\'s list.'],
    ['may-never-stop', 'ask', 'Ask your clinic first', 'This is a blood thinner. Never stop it on your own.'],
    ['may-unknown', 'unknown', 'We do not know this one: ask your clinic', ''],
    ['may-session', 'not_before', 'Not for now', 'Your next session is Tuesday 10:00. After it, this begins anew.'],
    ['may-then', 'not_before', 'Not before tomorrow 16:10', 'Then not from tomorrow 16:10 until Friday 15:10.'],
  ])('%s: its headline, and what is said', async (story, verdict, head, what) => {
    await openMay(story);
    await ask(questions[story] ?? '');
    expect([by('may-answer').dataset.verdict, text('may-headline')]).toEqual([verdict, head]);
    expect(text('may-answer')).toContain(what);
    expect(by('may').textContent).not.toMatch(/\bsafe/i);
  });

  test('a rule that has ended is told by what one may again, not by its title', async () => {
    await openMay();
    await ask('make-up');
    expect(text('may-headline')).toBe('Yes');
    expect(text('may-match')).toContain('You may use make-up again');
    expect(text('may-match')).not.toContain('No make-up');
    await openMay('may', '2026-06-28T19:06:00Z');
    await ask('parfum');
    expect(text('may-match')).toBe('Nothing on your plan against it now. From common clinic sheets');
  });

  test('is said once: not again when it is only confirmed, nor when one comes back to it', async () => {
    const say = vi.spyOn(voice, 'say');
    const headlines = () => say.mock.calls.flat().filter((words) => words.startsWith('Nurofen'));
    await openMay();
    await ask('Nurofen');
    expect(headlines()).toEqual(['Nurofen: Not before Friday 10 April, 15:10']);
    await fireEvent.click(by('go-today'));
    await pass(0);
    await fireEvent.click(by('go-may'));
    await pass(31_000);
    expect(of('may').length).toBeGreaterThan(2);
    expect([field().value, text('may-headline')]).toEqual(['Nurofen', 'Not before Friday 10 April, 15:10']);
    expect(headlines().length).toBe(1);
    await key('Enter');
    expect(headlines().length).toBe(2);
  });

  test('counts down second by second, and asks again by itself when the moment has come', async () => {
    await openMay('may-minutes', '2026-04-10T13:09:49.500Z');
    await ask('ibuprofen');
    expect(text('may-left')).toBe('10 s to go');
    await pass(3100);
    expect(text('may-left')).toBe('7 s to go');
    await pass(7600);
    expect(text('may-headline')).toBe('Yes');
    expect(screen.queryByTestId('may-left')).toBeNull();
    expect(await said()).toBe('ibuprofen: Yes');
  });

  test('so it does where no rule of Today ends at that moment', async () => {
    await openMay('may', '2026-03-28T19:06:00Z');
    free = '2026-03-28T19:06:12Z';
    await ask('Panadol');
    await pass(2000);
    const first = text('may-left');
    await pass(3000);
    expect([first, text('may-left')]).toEqual(['9 s to go', '6 s to go']);
    await pass(7200);
    expect([text('may-headline'), of('may').length]).toEqual(['Yes', 2]);
  });

  test('a slow answer to an earlier question is dropped', async () => {
    await openMay();
    slow.set('Nurofen', 500);
    await ask('Nurofen');
    await ask('Panadol');
    await pass(600);
    expect([text('may-headline'), by('may-answer').textContent.includes('Panadol')]).toEqual(['Yes', true]);
    slow.set('sauna', 500);
    await ask('sauna');
    await fireEvent.click(by('may-clear'));
    await pass(600);
    expect(screen.queryByTestId('may-answer')).toBeNull();
  });

  test('names the areas where two treatments differ, and says the same once', async () => {
    await openMay('may-two');
    await ask('ibuprofen');
    const [plan] = screen.getAllByTestId('may-match');
    expect(plan?.textContent.replaceAll(/\s+/g, ' ')).toContain(
      'On your plan: No ibuprofen-type medicines Face Not before Friday 10 April, 15:10 Décolletage, Neck Not before Sunday 5 April, 11:00',
    );
    expect(text('may-headline')).toBe('Not before Friday 10 April, 15:10');
  });

  test('what went wrong is said, and takes the place of an earlier answer', async () => {
    await openMay();
    await ask('Nurofen');
    refused.set('may', { code: 'store-failed', field: null, detail: { reason: 'disk full' } });
    await ask('Panadol');
    expect(text('problem')).toContain('disk full');
    expect(screen.queryByTestId('may-answer')).toBeNull();
  });
});

describe('a typing error', () => {
  test('is offered and not answered', async () => {
    await openMay();
    await ask('Nurofn');
    expect(by('may-answer').dataset.verdict).toBe('unknown');
    expect(screen.queryAllByTestId('may-match')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Did you mean Nurofen?' }));
    await pass(0);
    expect([of('may'), field().value, by('may-answer').dataset.verdict]).toEqual([['Nurofn', 'Nurofen'], 'Nurofen', 'not_before']);
  });

  test('in a list is put right in the list', async () => {
    await openMay();
    await paste('Aqua\nRetinoll\nGlycerin');
    await fireEvent.click(screen.getByRole('button', { name: 'Did you mean retinol?' }));
    await pass(0);
    expect(field().value).toBe('Aqua\nretinol\nGlycerin');
    expect(text('may-headline')).toBe('1 of 3 to leave for now.');
  });
});

describe('a pasted list', () => {
  test('keeps its lines, is asked at once, and is answered strictest first', async () => {
    await openMay();
    const list = questions['may-list'] ?? '';
    await paste(list);
    expect([field().tagName, field().value, of('may')]).toEqual(['TEXTAREA', list, [list]]);
    expect(document.activeElement).toBe(field());
    expect(text('may-headline')).toBe('1 of 24 to ask your clinic about.');
    expect(text('may-list')).toContain('4 of 24 to leave for now.4 of 24 not known: ask your clinic.');
    const groups = ['ask', 'not_before', 'unknown', 'yes'].map((group) => by(`may-group-${group}`));
    const titles = groups.map((group) => [...group.querySelectorAll('summary .title')].map((title) => title.textContent));
    expect(titles).toEqual([['Aspirin'], ['Alcohol Denat.', 'Salicylic Acid', 'Parfum', 'Limonene'], [], []]);
    expect(text('may-group-unknown')).toContain('Retinoll, Phenoxyethanol, Ethylhexylglycerin, Disodium EDTA');
    expect(text('may-group-yes')).toContain('Aqua, Glycerin');
    expect(await said()).toBe('1 of 24 to ask your clinic about. 4 of 24 to leave for now. 4 of 24 not known: ask your clinic.');
  });

  test('goes where the cursor is; a name alone stays in the line', async () => {
    await openMay();
    await paste('Nurofen');
    expect([field().tagName, of('may')]).toEqual(['INPUT', []]);
    await type('Parfum, ');
    field().setSelectionRange(8, 8);
    await paste('Aqua; Glycerin; Panthenol');
    expect(of('may')).toEqual(['Parfum, Aqua; Glycerin; Panthenol']);
  });

  test('is changed, asked by Ctrl+Enter, and cleared to one line', async () => {
    await openMay();
    await paste('Aqua\nGlycerin');
    expect(text('may-headline')).toBe('Nothing on your plan against these 2.');
    await type('Aqua\nParfum');
    expect(await key('Enter')).toBe(true);
    expect(of('may').length).toBe(1);
    await key('Enter', field(), { ctrlKey: true });
    expect(text('may-headline')).toBe('1 of 2 to leave for now.');
    await fireEvent.click(by('may-clear'));
    await pass(0);
    expect([field().tagName, field().value, document.activeElement === field()]).toEqual(['INPUT', '', true]);
    expect(screen.queryByTestId('may-list')).toBeNull();
  });
});

describe('the way there', () => {
  test.each([
    ['Ctrl+K', 'k', { ctrlKey: true }],
    ['/', '/', {}],
  ])('%s goes to the field from elsewhere, also from the warning signs', async (_, name, more) => {
    await openMay();
    await ask('Nurofen');
    await fireEvent.click(by('go-settings'));
    await find('settings');
    expect(await key(name, by('go-settings'), more)).toBe(false);
    expect([document.activeElement, field().value]).toEqual([field(), 'Nurofen']);
    by('go-today').focus();
    await key('F1', window);
    await find('warnings');
    await key(name, by('warnings'), more);
    expect([screen.queryByTestId('warnings'), document.activeElement]).toEqual([null, field()]);
    expect(await key(name, field(), more)).toBe(true);
  });

  test('neither is taken from a text field, nor offered before one has agreed', async () => {
    await open('form');
    await find('depth');
    expect(await key('/', by('depth'))).toBe(true);
    expect(by('form')).toBeTruthy();
    await open('welcome');
    await key('k', window, { ctrlKey: true });
    expect(screen.queryByTestId('may')).toBeNull();
  });

  test('nothing asked yet: what others ask, and what one asked before, is one press away', async () => {
    await openMay();
    const others = [...by('may-others').querySelectorAll('button')].map((chip) => chip.textContent);
    expect(others).toEqual(['paracetamol', 'gym', 'make-up', 'retinol', 'sauna', 'vitamin C serum', 'pool']);
    for (const one of others) {
      await fireEvent.click(screen.getByRole('button', { name: one }));
      await pass(0);
      expect([one, text('may-headline')]).not.toEqual([one, expect.stringContaining('We do not know')]);
      await fireEvent.click(by('may-clear'));
    }
    expect([...by('may-recent').querySelectorAll('button')].map((chip) => chip.textContent)).toEqual(others.slice(2).reverse());
  });

  test('an empty question is no question, and says so at the field', async () => {
    await openMay();
    await ask(' ');
    expect(text('field-error-asked')).toBe('Type what you want to ask about, for example ibuprofen.');
    expect(field().getAttribute('aria-describedby')).toBe(by('field-error-asked').id);
    await type('g');
    expect(screen.queryByTestId('field-error-asked')).toBeNull();
  });

  test('without a treatment it says what to do', async () => {
    await openMay('may-none');
    await ask('Nurofen');
    expect(text('may-none')).toContain('No treatment is entered yet.');
    await fireEvent.click(by('may-enter'));
    expect(await find('form')).toBeTruthy();
  });
});

describe('the words of a verdict', () => {
  const here = { now: Date.parse('2026-04-01T10:00:00Z'), zone: 'Europe/Berlin' };
  const match: MayMatch = {
    name: 'x', kind: 'instruction', verdict: 'not_before', never_stop: false, until: '2026-05-05T08:00:00Z', from: null, before_session: false, text: '', why: null, source: [], areas: [],
  };
  const part = (...matches: MayMatch[]): MayPart => ({ asked: 'x', verdict: matches[0]?.verdict ?? 'unknown', until: matches[0]?.until ?? null, matches, did_you_mean: [] });

  test.each([
    ['a running one', {}, 'Not before Tuesday 5 May, 10:00', '2026-05-05T08:00:00Z', ''],
    ['one without an end', { until: null }, 'Not for now', null, ''],
    ['one that begins anew', { before_session: true }, 'Not for now', null, 'Your next session is Tuesday 5 May, 10:00. After it, this begins anew.'],
    ['one that is still to come', { from: '2026-04-02T08:00:00Z' }, 'Not from tomorrow 10:00 on', null, 'Then not from tomorrow 10:00 until Tuesday 5 May, 10:00.'],
  ])('%s', (_, change, head, wait, then) => {
    const one = { ...match, ...change };
    const whole = judged(part(one));
    expect([headline(whole, here), awaited(whole), afterwards(one, here)]).toEqual([head, wait, then]);
  });
});

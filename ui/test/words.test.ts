import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { formatTag, problemText, speak, t } from '../src/words';

afterEach(() => speak('en'));

const files: Record<string, string> = {
  he: 'rail-today = היום\nboard-day = יום { $day }',
  de: 'rail-today = Heute',
};
const load = (name: string) => Promise.resolve(files[name] ?? null);

describe('languages', () => {
  test('a message that a language lacks is said in English', async () => {
    await speak('de-AT', load);
    expect(t('rail-today')).toBe('Heute');
    expect(t('do-now-title')).toBe('Do now');
    expect(document.documentElement.lang).toBe('de-AT');
    expect(formatTag()).toBe('de-AT');
  });

  test('a language that is not there is English, and the document says so', async () => {
    await speak('fi', load);
    expect(t('rail-today')).toBe('Today');
    expect(document.documentElement.lang).toBe('en');
  });

  test('right-to-left turns the document and isolates what is filled in', async () => {
    await speak('he', load);
    expect(document.documentElement.dir).toBe('rtl');
    expect(t('board-day', { day: 2 })).toBe('יום \u20682\u2069');
    await speak('en');
    expect(document.documentElement.dir).toBe('ltr');
    expect(t('board-day', { day: 2 })).toBe('Day 2');
  });
});

describe('problems', () => {
  test('ids in a detail become words', () => {
    expect(problemText({ code: 'area-not-covered', field: 'areas', detail: { area: 'scalp' } })).toBe(
      'These instructions do not cover this area: Scalp. Ask your clinic for its own aftercare file.',
    );
  });

  test('a code without words still says something', () => {
    expect(problemText({ code: 'never-heard-of', field: null, detail: {} })).toBe(
      'Something went wrong (never-heard-of). Nothing was changed. Try again.',
    );
  });
});

describe('the file of words', () => {
  const ftl = readFileSync('words/en.ftl', 'utf8');
  const ids = [...ftl.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((match) => match[1] ?? '');
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.startsWith('fake'))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n');
  /** Said by the program, or built from a code. */
  const elsewhere = /^((autostart|cli|doctor|notice|action|problem|farewell|calendar|page|table|free-asks)-|photos-files$|export-not-yet$)/;

  test('has each id once', () => expect(ids.length).toBe(new Set(ids).size));

  test('has no id that is never said', () => {
    expect(ids.filter((id) => !elsewhere.test(id) && !sources.includes(`'${id}'`))).toEqual([]);
  });

  test('has every id that is said', () => {
    const said = [...sources.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '');
    expect(said.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('never judges', () => {
    const spoken = ftl.replaceAll(/^#.*$/gm, '').replaceAll('does not diagnose', '');
    expect(spoken).not.toMatch(/\b(normal|healthy|infected|healing well|safe|diagnos\w*|risk)\b/i);
  });
});

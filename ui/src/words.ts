/** The words of the app in the patient's language. A message that a language lacks is said in English. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Problem } from './contract';
import type { Said } from './moments';
import { areaName, deviceName } from './names';

export type Vars = Record<string, string | number>;

/** Every other language is a file in `words/`, loaded only when it is spoken. */
const others = import.meta.glob<string>(['../words/*.ftl', '!../words/en.ftl'], { query: '?raw', import: 'default' });

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Isolation marks keep a number or a name in place in right-to-left text; elsewhere they are only noise to search and copy. */
const bundleOf = (tag: string, source: string) => {
  const bundle = new FluentBundle(tag, { useIsolating: isRightToLeft(tag) });
  bundle.addResource(new FluentResource(source));
  return bundle;
};

/** English stands in the page itself (`vite.config.ts` puts it there): it is there with the first line of script. */
const fallback = bundleOf('en', document.getElementById('words-en')?.textContent ?? '');
let spoken: FluentBundle[] = [fallback];
let tag = 'en';

/** Speaks `language` (a BCP 47 tag) from now on, and tells the document. */
export async function speak(language: string, load = loadWords): Promise<void> {
  const base = baseOf(language);
  const source = base === 'en' ? null : ((await load(language)) ?? (await load(base)));
  spoken = source === null ? [fallback] : [bundleOf(language, source), fallback];
  tag = source === null && base !== 'en' ? 'en' : language;
  document.documentElement.lang = tag;
  document.documentElement.dir = isRightToLeft(tag) ? 'rtl' : 'ltr';
}

async function loadWords(name: string): Promise<string | null> {
  const file = others[`../words/${name}.ftl`];
  return file ? file() : null;
}

/** The words of one message. An id that no language has is shown as it is: a fault that the tests find. */
export function t(id: string, vars?: Vars): string {
  for (const bundle of spoken) {
    const message = bundle.getMessage(id);
    if (message?.value) return bundle.formatPattern(message.value, vars ?? null, []);
  }
  return id;
}

/** The words of a moment or a stretch of time. */
export const told = (said: Said): string => t(said.id, said.vars);

/** Problems that only the window knows. */
const own: Record<string, string> = { 'device-missing': 'form-device-missing', unexpected: 'error-unexpected' };

/** What went wrong, in words. */
export function problemText(problem: Problem): string {
  const id = own[problem.code] ?? `problem-${problem.code}`;
  const detail = { ...problem.detail };
  if (detail.device) detail.device = deviceName(detail.device, t);
  if (detail.area) detail.area = areaName(detail.area, t);
  const words = t(id, detail);
  return words === id ? t('error-unexpected', { reason: detail.reason ?? problem.code }) : words;
}

/** The tag by which Intl writes dates and numbers. Plain English follows the words' own order, day before month. */
export function formatTag(): string {
  return tag === 'en' ? 'en-GB' : tag;
}

/** The first sentence of a text, to say it in short. */
export function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter(formatTag(), { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? text;
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? 'en';
}

function isRightToLeft(language: string): boolean {
  return rightToLeft.has(baseOf(language));
}

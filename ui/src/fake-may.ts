/**
 * "May I…?" on a few made-up names, for tests and design. The lists' own texts stand here as the program would say them; the
 * real look-up is done by the program.
 */
import { parseDuration, toZoned, parseDateTime, type ZonedDateTime } from '@internationalized/date';
import type { May, MayMatch, MayPart, Problem, ProcedureForm, Verdict } from './contract';
import { rules } from './fake-protocol';

type Entry = {
  /** As they are written on packs; the first is its own name. */
  names: string[];
  kind: 'medicine' | 'ingredient';
  rule: keyof typeof texts;
};

const texts = {
  NSAID: { verdict: 'avoid', from: 'PT0H', until: 'P14D', text: 'This is an anti-inflammatory pain medicine. Your plan says to skip it for two weeks. If a doctor told you to take it, do not stop. Call your clinic.' },
  ASPIRIN: { verdict: 'ask', from: null, until: null, text: 'Do you take aspirin each day for your heart or after a stroke? Keep taking it. Never stop it unless your doctor says so. Do not take aspirin for pain for now.' },
  BLOOD_THINNER: { verdict: 'never_stop', from: null, until: null, text: 'This is a blood thinner. Never stop it on your own. You may bruise more. Tell your clinic you take it.' },
  PARACETAMOL: { verdict: 'yes', from: null, until: null, text: 'This is usually fine for pain. Follow the label. Check that no other pill you take has the same drug in it.' },
  OTHER_PAIN: { verdict: 'ask', from: null, until: null, text: 'This pain medicine is not on your plan\'s list. Ask your clinic.' },
  STEROID_SYSTEMIC: { verdict: 'never_stop', from: null, until: null, text: 'This is a steroid. Stopping it fast can make you very ill. Keep taking it and tell your clinic.' },
  STEROID_TOPICAL: { verdict: 'ask', from: null, until: null, text: 'Do not put steroid cream on the treated skin unless your clinic told you to.' },
  STRONG_ACTIVE: { verdict: 'avoid', from: '-P7D', until: 'P7D', text: 'A strong active. Leave it off for 7 days.' },
  VITC: { verdict: 'avoid', from: 'PT0H', until: 'P7D', text: 'Vitamin C products have caused lasting bumps after needling. Leave it off for 7 days unless your clinic gave it to you.' },
  STING: { verdict: 'avoid', from: 'PT0H', until: 'P7D', text: 'Can sting and dry out healing skin.' },
  SCENT: { verdict: 'avoid', from: 'PT0H', until: 'P7D', text: 'Has scent. Scent can cause a rash on open skin.' },
  MILD_ACTIVE: { verdict: 'yes', from: null, until: null, text: 'Often fine after 3 days if it does not sting. Ask if unsure.' },
  MINERAL_SPF: { verdict: 'yes', from: null, until: null, text: 'A mineral sun filter. Good choice from 24 hours on, if SPF 30 or more.' },
  SOOTHING: { verdict: 'yes', from: null, until: null, text: 'Usually gentle. In the first 24 hours use only what your clinic gave you.' },
} as const;

const entries: Entry[] = [
  { names: ['ibuprofen', 'Nurofen', 'Brufen', 'Advil', 'Ibux', 'Ibum', 'Dolormin'], kind: 'medicine', rule: 'NSAID' },
  { names: ['naproxen', 'Aleve', 'Dolormin GS'], kind: 'medicine', rule: 'NSAID' },
  { names: ['aspirin', 'acetylsalicylic acid', 'Aspro'], kind: 'medicine', rule: 'ASPIRIN' },
  { names: ['warfarin', 'Coumadin', 'Marevan'], kind: 'medicine', rule: 'BLOOD_THINNER' },
  { names: ['paracetamol', 'acetaminophen', 'Panadol', 'Tylenol'], kind: 'medicine', rule: 'PARACETAMOL' },
  { names: ['tramadol'], kind: 'medicine', rule: 'OTHER_PAIN' },
  { names: ['hydrocortisone'], kind: 'medicine', rule: 'STEROID_SYSTEMIC' },
  { names: ['hydrocortisone'], kind: 'medicine', rule: 'STEROID_TOPICAL' },
  { names: ['retinol'], kind: 'ingredient', rule: 'STRONG_ACTIVE' },
  { names: ['salicylic acid'], kind: 'ingredient', rule: 'STRONG_ACTIVE' },
  { names: ['ascorbic acid', 'vitamin C'], kind: 'ingredient', rule: 'VITC' },
  { names: ['alcohol denat.', 'alcohol denat'], kind: 'ingredient', rule: 'STING' },
  { names: ['parfum', 'fragrance'], kind: 'ingredient', rule: 'SCENT' },
  { names: ['limonene'], kind: 'ingredient', rule: 'SCENT' },
  { names: ['niacinamide'], kind: 'ingredient', rule: 'MILD_ACTIVE' },
  { names: ['zinc oxide'], kind: 'ingredient', rule: 'MINERAL_SPF' },
  ...['aqua', 'glycerin', 'panthenol', 'squalane', 'sodium hyaluronate', 'allantoin', 'xanthan gum', 'butylene glycol', 'dimethicone', 'tocopherol', 'carbomer', 'cetyl alcohol', 'ceramide NP'].map(
    (name): Entry => ({ names: [name], kind: 'ingredient', rule: 'SOOTHING' }),
  ),
];

const list = `Aqua, Glycerin, Niacinamide, Butylene Glycol, Alcohol Denat., Dimethicone,
Squalane, Panthenol, Salicylic Acid, Sodium Hyaluronate, Allantoin, Cetyl Alcohol,
Ceramide NP, Tocopherol, Zinc Oxide, Retinoll, Carbomer, Xanthan Gum,
Phenoxyethanol, Ethylhexylglycerin, Disodium EDTA, Aspirin, Parfum, Limonene`;

/** What each story asks, so that it opens on its answer. */
export const questions: Record<string, string> = {
  may: '',
  'may-yes': 'Panadol',
  'may-wait': 'Nurofen',
  'may-minutes': 'Nurofen',
  'may-ask': 'tramadol',
  'may-never-stop': 'Marevan',
  'may-steroid': 'hydrocortisone',
  'may-session': 'retinol',
  'may-then': 'beach',
  'may-unknown': 'Glowixir',
  'may-typo': 'Nurofn',
  'may-list': list,
  'may-list-yes': 'Aqua, Glycerin, Panthenol',
  'may-two': 'ibuprofen',
};

/** Asks in the window as a person would. */
export async function askInWindow(question: string): Promise<void> {
  const found = async <E extends Element>(selector: string): Promise<E> => {
    for (;;) {
      const element = document.querySelector<E>(selector);
      if (element) return element;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  (await found<HTMLElement>('[data-testid=go-may]')).click();
  if (question === '') return;
  const field = await found<HTMLInputElement>('[data-testid=may-field]');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', question);
  if (!field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))) return;
  field.value = question;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

export function suggestOf(typed: string): string[] {
  const begun = fold(typed);
  const known = [...new Set([...entries.flatMap((entry) => entry.names), ...rules.flatMap((rule) => rule.asks)])];
  return known
    .filter((name) => fold(name) === begun || fold(name).split(' ').some((word) => word.startsWith(begun)))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .slice(0, 8);
}

export function mayOf(asked: string, treatments: ProcedureForm[], now: ZonedDateTime): May {
  if (asked.trim() === '') throw refusal('ask-empty', 'asked');
  if (treatments.length === 0) throw refusal('no-procedure', null);
  const names = [...new Set(asked.split(/[,;\n\r]+/).map((one) => one.trim()).filter(Boolean))];
  const parts = names.map((name) => partOf(name, treatments, now)).sort(byStrictness);
  return { now: now.toAbsoluteString(), zone: now.timeZone, asked, verdict: parts[0]?.verdict ?? 'unknown', until: parts[0]?.until ?? null, parts, draft: true };
}

function partOf(asked: string, treatments: ProcedureForm[], now: ZonedDateTime): MayPart {
  const found = treatments.flatMap((form) => [
    ...rules
      .filter((rule) => rule.kind === 'avoid' && rule.anchor === 'procedure' && rule.asks.some((word) => fold(word) === fold(asked)))
      .map((rule) => matchOf({ name: rule.title, kind: 'instruction', text: rule.text, why: rule.why, source: rule.source, release: rule.release }, 'avoid', rule.from, rule.until, form, now)),
    ...entries
      .filter((entry) => entry.names.some((name) => fold(name) === fold(asked)))
      .map((entry) => {
        const { verdict, from, until, text } = texts[entry.rule];
        return matchOf({ name: entry.names[0] ?? '', kind: entry.kind, text, why: null, source: ['practice'], release: null }, verdict, from, until, form, now);
      }),
  ]);
  // What is the same after several treatments is said once.
  const same = (one: MayMatch, other: MayMatch) => JSON.stringify({ ...one, areas: [] }) === JSON.stringify({ ...other, areas: [] });
  const once = found.filter((match, index) => index === found.findIndex((one) => same(one, match)));
  const told = once.map((match) => ({ ...match, areas: [...new Set(found.filter((one) => same(one, match)).flatMap((one) => one.areas))].sort() }));
  const holds = told.some((match) => match.text !== '');
  const matches = told.filter((match) => !holds || match.text !== '').sort(byStrictness);
  const [strictest] = matches;
  if (strictest) return { asked, verdict: strictest.verdict, until: strictest.until, matches, did_you_mean: [] };
  const near = entries.flatMap((entry) => entry.names).filter((name) => oneAway(fold(name), fold(asked)));
  return { asked, verdict: 'unknown', until: null, matches: [], did_you_mean: [...new Set(near)] };
}

type Known = Pick<MayMatch, 'name' | 'kind' | 'text' | 'why' | 'source'> & { release: string | null };

function matchOf({ release, ...known }: Known, rule: string, from: string | null, until: string | null, form: ProcedureForm, now: ZonedDateTime): MayMatch {
  const always = { ...known, never_stop: rule === 'never_stop', until: null, from: null, before_session: false, areas: form.areas };
  if (rule !== 'avoid') return { ...always, verdict: rule === 'yes' ? 'yes' : 'ask' };
  const ended = toZoned(parseDateTime(form.ended), form.zone);
  const end = until === null ? ended : ended.add(parseDuration(until));
  const begins = from === null || from.startsWith('-') ? ended : ended.add(parseDuration(from));
  if (now.compare(end) < 0) {
    const coming = now.compare(begins) < 0 ? begins.toAbsoluteString() : null;
    return { ...always, verdict: 'not_before', until: end.toAbsoluteString(), from: coming };
  }
  const booked = form.next_session ? toZoned(parseDateTime(form.next_session), form.zone) : null;
  if (booked && from?.startsWith('-') && now.compare(booked.add(parseDuration(from))) >= 0 && now.compare(booked) < 0) {
    return { ...always, verdict: 'not_before', until: booked.toAbsoluteString(), before_session: true };
  }
  return { ...always, verdict: 'yes', text: release ?? '' };
}

const order: Verdict[] = ['ask', 'not_before', 'unknown', 'yes'];

type Strict = { verdict: Verdict; until: string | null; from?: string | null; never_stop?: boolean; matches?: MayMatch[] };

function byStrictness(a: Strict, b: Strict): number {
  const stops = (one: Strict) => one.never_stop === true || one.matches?.some((match) => match.never_stop) === true;
  const rank = (one: Strict) => Number(!stops(one)) * 100 + order.indexOf(one.verdict) * 10 + Number((one.from ?? null) !== null);
  return rank(a) - rank(b) || Date.parse(b.until ?? '1970-01-01') - Date.parse(a.until ?? '1970-01-01');
}

/** Whether one letter more, less, or another makes the one of the other. */
function oneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const begin = [...a].findIndex((letter, index) => letter !== b[index]);
  const at = begin === -1 ? a.length : begin;
  return [a.slice(at + 1) === b.slice(at + 1), a.slice(at) === b.slice(at + 1), a.slice(at + 1) === b.slice(at)].includes(true);
}

const fold = (words: string): string => words.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const refusal = (code: string, field: string | null): Problem => ({ code, field, detail: {} });

/**
 * The default protocol's texts for the fake, read from the protocol itself so that no instruction is written twice. This reads
 * only as much of TOML as that one file needs; the real reading is done by the program.
 */
import source from '../../src-tauri/plan/protocols/microneedling.toml?raw';

export type Rule = {
  id: string;
  kind: string;
  rule: boolean;
  /** It stands on the Not yet board: a prohibition, or something with a name for what it keeps the patient from. */
  forbids: boolean;
  from: string;
  until: string;
  at: string[];
  onDays: number[] | null;
  remindFrom: string;
  /** Reminded only while the patient has switched that on. */
  onDemand: boolean;
  usefulFor: string;
  /** Where in the window it is done. */
  opens: string | null;
  onlyIf: string | null;
  anchor: string;
  title: string;
  short: string;
  text: string;
  why: string | null;
  release: string | null;
  source: string[];
  /** What a patient types when asking about it. */
  asks: string[];
};

type Table = { head: string; lines: Map<string, string> };

const tables = read(source);

export const rules: Rule[] = tables.filter((table) => table.head === 'instruction').map(rule);

export const levels = ['emergency', 'today', 'call-24h', 'next-visit'].map((id) => {
  const table = tables.find((one) => one.head === `level.${id}`);
  return { id, title: text(table, 'title.en') ?? id, action: text(table, 'action.en') ?? id };
});

export const signs = tables
  .filter((table) => table.head === 'warning')
  .map((table) => ({
    id: text(table, 'id') ?? '',
    level: text(table, 'level') ?? '',
    sign: text(table, 'sign.en') ?? '',
  }));

/** "Is your skin ready?" */
export const readiness = tables
  .filter((table) => table.head === 'readiness')
  .map((table) => ({
    id: text(table, 'id') ?? '',
    sign: text(table, 'sign.en') ?? '',
    source: strings(table.lines.get('source') ?? ''),
  }));

/** What the diary asks for, with the hours after which it is no longer usual. */
export const symptoms = tables
  .filter((table) => table.head === 'symptom')
  .map((table) => ({
    id: text(table, 'id') ?? '',
    question: text(table, 'question.en') ?? '',
    typical: [...(table.lines.get('typical') ?? '').matchAll(/\[(\d+), (\d+)\]/g)].map(([, hours, edge]) => [Number(hours), Number(edge)] as [number, number]),
    source: strings(table.lines.get('source') ?? ''),
    hours: hoursOf(text(table, 'usual_end') ?? ''),
  }));

/** The emergency numbers by country; those of the European Union stand under `EU`. */
export const emergencyNumbers = new Map(
  [...(tables.find((one) => one.head === 'emergency_numbers')?.lines ?? [])].map(([code, number]) => [code, number.slice(1, -1)]),
);

function rule(table: Table): Rule {
  const remind = table.lines.get('remind') ?? '';
  const days = /on_days = \[([^\]]*)\]/.exec(remind)?.[1];
  return {
    id: text(table, 'id') ?? '',
    kind: text(table, 'kind') ?? 'learn',
    rule: text(table, 'weight') === 'rule',
    forbids: text(table, 'kind') === 'avoid' || text(table, 'short.en') !== null,
    from: text(table, 'from') ?? 'PT0H',
    until: text(table, 'until') ?? 'PT0H',
    at: strings(/ at = \[([^\]]*)\]/.exec(remind)?.[1] ?? ''),
    onDays: days === undefined ? null : days.split(',').map(Number),
    remindFrom: / from = "([^"]*)"/.exec(remind)?.[1] ?? text(table, 'from') ?? 'PT0H',
    onDemand: remind.includes('while ='),
    usefulFor: text(table, 'useful_for') ?? 'PT0H',
    opens: text(table, 'opens'),
    onlyIf: text(table, 'only_if'),
    anchor: text(table, 'anchor') ?? 'procedure',
    title: text(table, 'title.en') ?? '',
    short: text(table, 'short.en') ?? text(table, 'title.en') ?? '',
    text: text(table, 'text.en') ?? '',
    why: text(table, 'why.en'),
    release: text(table, 'release.en'),
    source: strings(table.lines.get('source') ?? ''),
    asks: strings(table.lines.get('asks.en') ?? ''),
  };
}

/** `PT72H` is 72, `P7D` about 168. */
function hoursOf(step: string): number {
  const [, days, hours] = /^P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(step) ?? [];
  return Number(days ?? 0) * 24 + Number(hours ?? 0);
}

function read(toml: string): Table[] {
  const found: Table[] = [];
  for (const line of toml.split('\n')) {
    const head = /^\[+([\w.-]+)\]+/.exec(line)?.[1];
    const pair = /^([\w.]+) = (.*)$/.exec(line);
    if (head) found.push({ head, lines: new Map() });
    else if (pair?.[1] && pair[2]) found.at(-1)?.lines.set(pair[1], pair[2]);
  }
  return found;
}

function text(table: Table | undefined, key: string): string | null {
  return /^"(.*)"/.exec(table?.lines.get(key) ?? '')?.[1] ?? null;
}

function strings(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
}

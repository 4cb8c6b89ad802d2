/** What the fake knows of what is still needed. */
import { parseDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';
import type { Line, ProcedureForm, Supplies, Todo } from './contract';
import { rules, type Rule } from './fake-protocol';

type Treatment = { id: string; form: ProcedureForm };
type LineOf = (rule: Rule, anchor: ZonedDateTime) => Line;
/** Every slot of an instruction, whenever it is. */
type SlotsOf = (id: string, rule: Rule, line: Line, anchor: ZonedDateTime) => Todo[];

export function suppliesOf(treatments: Treatment[], now: ZonedDateTime, lineOf: LineOf, slotsOf: SlotsOf, settled: (key: string) => boolean): Supplies {
  const instant = Date.parse(now.toAbsoluteString());
  const asked = rules.filter((rule) => rule.anchor === 'procedure' && ['do', 'apply'].includes(rule.kind));
  const newest = [...treatments].sort((a, b) => b.form.ended.localeCompare(a.form.ended));
  const supplies: Supplies['supplies'] = [];
  const needing = newest.filter(({ id, form }) => {
    const anchor = toZoned(parseDateTime(form.ended), form.zone);
    const before = supplies.flatMap((one) => one.needs.flatMap((need) => need.of)).length;
    for (const rule of asked.filter((one) => one.onlyIf !== 'antibiotic_prescribed' || form.antibiotic)) {
      const line = lineOf(rule, anchor);
      const slots = slotsOf(id, rule, line, anchor);
      const past = slots.filter((slot) => Date.parse(slot.due) <= instant);
      const open = past.slice(-1).filter((slot) => instant < Math.min(Date.parse(slot.useful_until), Date.parse(line.until)));
      const left = [...open, ...slots.slice(past.length)].filter((slot) => !settled(slot.key));
      if (Date.parse(line.until) <= instant || (slots.length > 0 && left.length === 0)) continue;
      const need = { of: [id], times: slots.length > 0 ? left.length : null, from: line.from, until: line.until };
      const supply = supplies.find((one) => one.id === rule.id);
      const same = supply?.needs.find((one) => one.times === need.times && one.until === need.until);
      if (same) same.of.push(id);
      else if (supply) supply.needs.push(need);
      else supplies.push({ id: rule.id, title: line.title, text: line.text, needs: [need] });
    }
    return supplies.flatMap((one) => one.needs.flatMap((need) => need.of)).length > before;
  });
  const key = ({ needs, id }: Supplies['supplies'][number]) => [needs.every((need) => need.times === null) ? 1 : 0, needs.map((need) => need.until + need.from).sort()[0], id].join();
  return {
    now: now.toAbsoluteString(),
    zone: now.timeZone,
    draft: true,
    treatments: needing.map(({ id, form }) => ({ id, ended: toZoned(parseDateTime(form.ended), form.zone).toAbsoluteString(), areas: form.areas })),
    supplies: supplies.sort((a, b) => key(a).localeCompare(key(b))),
  };
}

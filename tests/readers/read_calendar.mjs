// Reads a calendar with ical.js, and prints its events as JSON: identity, title, instants, alarms. ical.js knows no zones but
// those that a calendar brings along.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const ui = createRequire(new URL('../../ui/package.json', import.meta.url));
const { default: ICAL } = await import(pathToFileURL(ui.resolve('ical.js')).href);

const utc = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
const zones = new Map(calendar.getAllSubcomponents('vtimezone').map((one) => [one.getFirstPropertyValue('tzid'), new ICAL.Timezone(one)]));

function instants(property) {
  if (property === null) return [];
  const time = property.getFirstValue();
  const name = property.getFirstParameter('tzid');
  if (name !== undefined && !zones.has(name)) throw new Error(`${name} is not in the calendar`);
  if (name === undefined && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${time} is nobody's time`);
  const zoned = time.clone();
  if (name !== undefined) zoned.zone = zones.get(name);
  return [utc(zoned.toUnixTime())];
}

const events = calendar.getAllSubcomponents('vevent').map((event) => ({
  uid: event.getFirstPropertyValue('uid'),
  title: event.getFirstPropertyValue('summary'),
  text: event.getFirstPropertyValue('description') ?? '',
  starts: instants(event.getFirstProperty('dtstart')),
  ends: instants(event.getFirstProperty('dtend')),
  alarms: event.getAllSubcomponents('valarm').map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds()),
  zoned: event.getFirstProperty('dtstart').getFirstParameter('tzid') !== undefined,
}));
process.stdout.write(JSON.stringify(events));

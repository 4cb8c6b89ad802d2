/** Photos as they are told: by day, by name, and which of them can be compared best. */
import type { Photo, PhotoPlan, Photos } from './contract';
import { clock, localDate } from './moments';
import { treatmentName } from './treatments';
import { formatTag, t } from './words';

/** The photos of a treatment by day; none of them has a treatment where none is entered. */
export type Series = { treatment: PhotoPlan | null; days: Photo[][] };

/** At most so many days apart, two photos of two treatments are of about the same day. */
const ABOUT = 3;

/** The photos of each treatment by day, in the order in which they come. */
export function byTreatment({ photos, procedures }: Photos): Series[] {
  const series = new Map<string | null, Map<string, Photo[]>>();
  for (const photo of photos) {
    const days = series.get(photo.procedure) ?? new Map<string, Photo[]>();
    const date = photo.wall.slice(0, 10);
    series.set(photo.procedure, days.set(date, [...(days.get(date) ?? []), photo]));
  }
  return [...series].map(([id, days]) => ({ treatment: procedures.find((one) => one.id === id) ?? null, days: [...days.values()] }));
}

/** Which day it is of its treatment, and its date: `Day 3 · 28 March`. */
export function dateOf(photo: Photo, { now, zone }: Photos): string {
  const date = localDate(photo.wall.slice(0, 10), Date.parse(now), zone, formatTag());
  if (photo.day === null) return date;
  return [photo.day > 0 ? t('photos-day', { day: photo.day }) : t('photos-before'), date].join(t('list-dot'));
}

/** The same with the treatment, where there are several: `Session 2 · Day 3 · 28 March`. */
export function dayOf(photo: Photo, all: Photos): string {
  const { now, zone, procedures } = all;
  const treatment = procedures.find((one) => one.id === photo.procedure);
  if (!treatment || procedures.length === 1) return dateOf(photo, all);
  // Two treatments of the same session are told apart by where and when they were.
  const alone = procedures.filter((one) => one.session === treatment.session).length === 1;
  const name = alone ? t('photos-session', { session: treatment.session }) : treatmentName(treatment, { now: Date.parse(now), zone });
  return [name, dateOf(photo, all)].join(t('list-dot'));
}

/** The same with the time. */
export const nameOf = (photo: Photo, all: Photos): string => [dayOf(photo, all), clock(photo.at, all.zone, formatTag())].join(t('list-comma'));

/** The photos of other treatments that are of about the same day as this one: of each treatment the nearest, the exact ones first. */
export function alike(photo: Photo, { photos }: Photos): Photo[] {
  const { day, procedure } = photo;
  if (day === null) return [];
  const apart = (other: Photo) => Math.abs((other.day ?? Infinity) - day);
  const nearest = new Map<string, Photo>();
  for (const other of photos) {
    if (other.procedure === null || other.procedure === procedure || apart(other) > ABOUT) continue;
    const best = nearest.get(other.procedure);
    if (!best || apart(other) < apart(best)) nearest.set(other.procedure, other);
  }
  return [...nearest.values()].sort((one, other) => apart(one) - apart(other));
}

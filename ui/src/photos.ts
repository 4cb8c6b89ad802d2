/** Photos as they are told: by day, by name, and which of them can be compared best. */
import type { Photo, Photos } from './contract';
import { clock, localDate } from './moments';
import { treatmentName } from './treatments';
import { formatTag, t } from './words';

/** The photos of one day and one treatment. */
export type Group = { key: string; photos: Photo[] };

/** At most so many days apart, two photos of two treatments are of about the same day. */
const ABOUT = 3;

/** The photos by day and treatment, in the order in which they come. */
export function byDay(photos: Photo[]): Group[] {
  const groups = new Map<string, Photo[]>();
  for (const photo of photos) {
    const key = `${photo.wall.slice(0, 10)} ${photo.procedure ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(photo);
    else groups.set(key, [photo]);
  }
  return [...groups].map(([key, photos]) => ({ key, photos }));
}

/** Which day it is of which treatment, and its date: `Session 2 · Day 3 · 28 March`. */
export function dayOf(photo: Photo, { now, zone, procedures }: Photos): string {
  const treatment = procedures.find((one) => one.id === photo.procedure);
  const date = localDate(photo.wall.slice(0, 10), Date.parse(now), zone, formatTag());
  const parts = [date];
  if (photo.day !== null) parts.unshift(photo.day > 0 ? t('photos-day', { day: photo.day }) : t('photos-before'));
  if (treatment && procedures.length > 1) {
    // Two treatments of the same session are told apart by where and when they were.
    const alone = procedures.filter((one) => one.session === treatment.session).length === 1;
    parts.unshift(alone ? t('photos-session', { session: treatment.session }) : treatmentName(treatment, { now: Date.parse(now), zone }));
  }
  return parts.join(t('list-dot'));
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

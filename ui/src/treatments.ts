/** How treatments are told apart where one is chosen. */
import type { Here } from './fates';
import { shortDate } from './moments';
import { areaName } from './names';
import { formatTag, t } from './words';

/** A treatment by its areas and its day: `Face, Neck · 27 Mar`. */
export function treatmentName({ areas, ended }: { areas: string[]; ended: string }, { zone }: Here): string {
  const where = areas.map((area) => areaName(area, t)).join(t('list-comma'));
  return [where, shortDate(ended, zone, formatTag())].join(t('list-dot'));
}

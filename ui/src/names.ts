/** The words for what a protocol names by id. A clinic's own id that has no words is shown as the clinic wrote it. */

type Say = (id: string) => string;

const devices: Record<string, string> = {
  pen: 'device-pen',
  roller: 'device-roller',
  stamp: 'device-stamp',
  'radio-frequency': 'device-radio-frequency',
};

const areas: Record<string, string> = {
  face: 'area-face',
  neck: 'area-neck',
  decolletage: 'area-decolletage',
  hands: 'area-hands',
  scalp: 'area-scalp',
  body: 'area-body',
};

const deviceHints: Record<string, string> = {
  pen: 'device-pen-hint',
  roller: 'device-roller-hint',
  stamp: 'device-stamp-hint',
  'radio-frequency': 'device-radio-frequency-hint',
};

export const deviceName = (id: string, say: Say): string => named(devices, id, say);
export const areaName = (id: string, say: Say): string => named(areas, id, say);
export const deviceHint = (id: string, say: Say): string | null => (deviceHints[id] ? say(deviceHints[id]) : null);

function named(words: Record<string, string>, id: string, say: Say): string {
  const word = words[id];
  return word ? say(word) : id;
}

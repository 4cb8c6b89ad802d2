/** Treatments and moments of the fake that Today is looked at in. */
import type { ProcedureForm } from './contract';

export const ZONE = 'Europe/Berlin';

export const face: ProcedureForm = {
  ended: '2026-03-27T15:10',
  zone: ZONE,
  device: 'pen',
  depth_mm: 1.5,
  areas: ['face'],
  prp: false,
  antibiotic: false,
  pih_prone: false,
  session: 2,
  sessions: 4,
  next_session: null,
};
const neck: ProcedureForm = { ...face, ended: '2026-03-22T11:00', areas: ['neck', 'decolletage'], device: 'roller', depth_mm: 0.5 };
const hands: ProcedureForm = { ...face, ended: '2026-03-26T09:30', areas: ['hands'], device: 'stamp', depth_mm: null, session: 1, sessions: 1 };

export const evening = '2026-03-28T19:06:00Z';

/** More of a story than its name: `treatments` newest first; `finished`: everything due is done. */
export const days: Record<string, { now: string; treatments: ProcedureForm[]; done?: string[]; finished?: boolean; out?: string }> = {
  'day-1': { now: '2026-03-27T16:40:00Z', treatments: [face] },
  'day-2': { now: evening, treatments: [face], done: ['bottled-water', 'soothe'] },
  'day-2-morning': { now: '2026-03-28T07:16:00Z', treatments: [face] },
  'all-done': { now: evening, treatments: [face], finished: true },
  'last-hour': { now: '2026-03-29T13:45:20Z', treatments: [face] },
  release: { now: '2026-03-29T14:09:50Z', treatments: [face] },
  'day-3': { now: '2026-03-29T16:00:00Z', treatments: [face] },
  'day-9': { now: '2026-04-04T07:10:00Z', treatments: [face] },
  'day-16': { now: '2026-04-11T16:00:00Z', treatments: [{ ...face, next_session: '2026-05-05T10:00' }] },
  'day-16-unbooked': { now: '2026-04-11T16:00:00Z', treatments: [face] },
  'day-30': { now: '2026-04-25T16:00:00Z', treatments: [{ ...face, next_session: '2026-05-05T10:00' }] },
  'day-200': { now: '2026-10-14T16:00:00Z', treatments: [face] },
  two: { now: evening, treatments: [face, neck] },
  'two-done': { now: evening, treatments: [face, neck], finished: true },
  'two-release': { now: '2026-04-05T08:59:50Z', treatments: [face, neck] },
  'two-same': { now: evening, treatments: [face, { ...face, ended: '2026-03-22T11:00', session: 1 }] },
  'two-ended': { now: evening, treatments: [face, { ...neck, ended: '2026-03-05T11:00' }] },
  'two-out': { now: '2026-04-02T09:20:00Z', treatments: [face, neck], out: '2026-04-02T08:02:00Z' },
  three: { now: evening, treatments: [face, hands, neck] },
};

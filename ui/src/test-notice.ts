/** How far the last test notice came. */
import type { Health, Test } from './contract';

export type TestState = 'untested' | 'waiting' | 'shown' | 'seen' | 'unseen' | 'refused' | 'over';

/** What the patient said counts most: who saw it, saw it, whatever the notification server reported. */
export function stateOf(test: Test | null): TestState {
  if (test === null) return 'untested';
  if (test.seen !== null) return test.seen ? 'seen' : 'unseen';
  if (test.shown !== null) return 'shown';
  if (test.refused !== null) return 'refused';
  return test.over ? 'over' : 'waiting';
}

/** Health is asked for anew after this long; sooner while a test notice is under way. In milliseconds. */
export const healthWait = (health: Health | null): number => (stateOf(health?.test ?? null) === 'waiting' ? 1000 : 30_000);

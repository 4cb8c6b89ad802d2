/** What the fake knows of settings: times of day, the look, what a reminder says, and everything deleted. */
import type { Look, Problem, QuietHours, Settings, Theme, Times } from './contract';

export type Choosing = {
  times?: Partial<Times>;
  look?: Partial<Look>;
  /** What deleting cannot take away. */
  left?: Problem[];
};

const NIGHT: QuietHours = { from: '21:30', until: '07:30' };
const MOST = 14;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export class Chosen {
  times: Times;
  look: Look;
  details = true;

  constructor({ times, look }: Choosing) {
    this.times = { morning: null, evening: null, quiet: null, ...times };
    this.look = { theme: 'system', text_size: 100, ...look };
  }

  settings(folder: string): Settings {
    const plan = { morning: '08:00', evening: '20:00', quiet: NIGHT };
    return { details: this.details, look: this.look, text_sizes: [100, 115, 130, 150, 200], times: this.times, plan, quiet_most: MOST, folder };
  }

  chooseTimes(times: Times): void {
    if ((times.morning ?? '08:00') >= (times.evening ?? '20:00')) {
      throw refusal('times-order', times.evening === null ? 'morning' : 'evening');
    }
    if (times.quiet && (minutes(times.quiet.until) - minutes(times.quiet.from) + 1440) % 1440 > MOST * 60) {
      throw { ...refusal('quiet-too-long', 'quiet'), detail: { most: String(MOST) } };
    }
    this.times = times;
  }

  chooseLook(theme: Theme, text_size: number): void {
    this.look = { theme, text_size };
  }
}

function refusal(code: string, field: string): Problem {
  return { code, field, detail: {} };
}

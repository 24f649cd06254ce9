import { pageTiming, type Timing } from './timing';

/** What a clock may drift against the server's, as a share: 50 parts in a million is a poor quartz. */
const DRIFT = 50e-6;
/** A page that is just being read hears answers late, and would date its recording by half of that wrong. */
const SURE_MILLIS = 100;

/**
 * The server's time, learnt from its answers. Between two answers it rests on the monotonic clock of the page, so that
 * nobody gains a minute by turning the device's clock.
 */
export interface Clock {
  /** Server time in milliseconds since 1970; the device's own belief until the server was heard. */
  now(): number;
  /** Server time of a moment of `performance.now()`. */
  at(moment: number): number;
  /** Whether the server was heard in this page life, and since the device slept. */
  known(): boolean;
  /** Whether `now()` is right to a tenth of a second. */
  sure(): boolean;
  /** How far off `now()` may be; Infinity before the server was heard. */
  uncertaintyMillis(): number;
  /** Takes in the server time of an answer to a question asked at `asked` and answered at `answered`. */
  learn(serverTime: string, asked: number, answered: number): void;
  /** The device slept, and its monotonic clock with it: what was learnt before is worth nothing. */
  doubt(): void;
}

interface Sample {
  offset: number;
  error: number;
  moment: number;
}

export function createClock(timing: Timing = pageTiming, origin: number = performance.timeOrigin): Clock {
  let best: Sample | undefined;
  let believed = origin;
  const errorAt = (sample: Sample, moment: number): number => sample.error + Math.abs(moment - sample.moment) * DRIFT;
  const at = (moment: number): number => moment + (best?.offset ?? believed);
  const uncertaintyMillis = (): number => (best === undefined ? Infinity : errorAt(best, timing.now()));
  return {
    at,
    now: () => at(timing.now()),
    known: () => best !== undefined,
    sure: () => uncertaintyMillis() <= SURE_MILLIS,
    uncertaintyMillis,
    doubt() {
      believed = best?.offset ?? believed;
      best = undefined;
    },
    learn(serverTime, asked, answered) {
      const server = Date.parse(serverTime);
      if (Number.isNaN(server)) return;
      const middle = (asked + answered) / 2;
      // A millisecond more, because the server's time is cut to whole ones.
      const sample = { offset: server - middle, error: (answered - asked) / 2 + 1, moment: answered };
      if (best === undefined || betters(sample, best, errorAt(best, answered))) best = sample;
    },
  };
}

/** A sample wins when it is the surer one, or when both can't be true: then the page slept and its clock stood still. */
function betters(sample: Sample, best: Sample, bestError: number): boolean {
  return sample.error <= bestError || Math.abs(sample.offset - best.offset) > sample.error + bestError;
}

/** The RFC 3339 form of a server time, as the REST API takes it. */
export function toIso(millis: number): string {
  return new Date(millis).toISOString();
}

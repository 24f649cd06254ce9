import type { Clock } from '../kernel/clock';
import type { Timing } from '../kernel/timing';
import type { TakeWriter } from './take-writer';

/** A page that was not looked at for this long slept, and its recorder with it. */
const ASLEEP_MILLIS = 10_000;
/** The server's clock moved this much against ours: the device slept while its monotonic clock stood still. */
const JUMP_MILLIS = 2_000;

export interface Sleep {
  /** Whether the device slept since this was last asked. What is recorded after it must not carry the time from before. */
  was(writer: Pick<TakeWriter, 'heardMoment' | 'startedAt'> | undefined): boolean;
}

// eslint-disable-next-line no-restricted-properties -- It is asked only whether it went on while ours stood still.
const deviceWall = (): number => Date.now();

/** `wall`: the device's own clock, which goes on while it sleeps and is trusted with nothing else. */
export function watchSleep(timing: Timing, clock: Clock, wall = deviceWall): Sleep {
  let looked = timing.now();
  let ahead = wall() - looked;
  let dated: { writer: object; at: number } | undefined;
  return {
    was(writer) {
      const now = timing.now();
      const stopped = now - Math.max(looked, writer?.heardMoment ?? 0) > ASLEEP_MILLIS;
      const turned = wall() - now - ahead > ASLEEP_MILLIS;
      looked = now;
      ahead = wall() - now;
      if (turned) clock.doubt();
      if (writer === undefined || !clock.known()) return stopped || turned;
      if (dated?.writer !== writer) dated = { writer, at: writer.startedAt() };
      return stopped || turned || Math.abs(writer.startedAt() - dated.at) > JUMP_MILLIS;
    },
  };
}

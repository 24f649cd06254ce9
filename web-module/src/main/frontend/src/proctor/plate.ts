import { timeOfDay } from '../kernel/words';
import type { WatchState } from '../live/watcher';
import { isOver, type Tile } from './tile';

/** What stands where no picture is. */
export interface Plate {
  icon: string;
  words: string;
}

/** What is known of a tile's picture. */
export interface Sight {
  watch: WatchState | undefined;
  code?: string;
  /** When the newest frame was shown, by the server's clock. */
  frameAt?: number;
}

/** A frozen picture lies; older than this it is covered. */
export const FROZEN_MILLIS = 5_000;

const refusals: Record<string, string> = {
  WATCHERS_FULL: 'Enough proctors watch already. Trying again',
  NOT_ON_DUTY: 'You are not on duty here any more',
  WATCH_REFUSED: 'Can’t be watched now',
  ATTEMPT_ENDED: 'The exam has ended',
};

/** The plate that covers the picture, or undefined while frames come: they prove more than any state. */
export function plateOf(tile: Tile, sight: Sight, now: number): Plate | undefined {
  if (sight.frameAt !== undefined && now - sight.frameAt <= FROZEN_MILLIS) return undefined;
  return byTile(tile) ?? byWatch(sight) ?? byFrames(tile, sight);
}

function byTile(tile: Tile): Plate | undefined {
  if (tile.state === 'AWAITING') return { icon: 'id', words: 'Waits to be let in' };
  if (isOver(tile)) return { icon: 'check', words: 'The exam has ended' };
  if (tile.presence === 'GONE') return { icon: 'gone', words: `Left at ${seenAt(tile)}` };
  return undefined;
}

function byWatch({ watch, code = '' }: Sight): Plate | undefined {
  if (watch !== 'REFUSED' && watch !== 'ENDED') return undefined;
  return { icon: 'eyeoff', words: refusals[code] ?? `Can’t be watched (${code})` };
}

function byFrames(tile: Tile, { watch, frameAt }: Sight): Plate {
  if (tile.presence === 'MISSING') {
    const since = frameAt === undefined ? seenAt(tile) : timeOfDay(frameAt);
    return { icon: 'half', words: `No picture since ${since}` };
  }
  if (frameAt !== undefined) return { icon: 'cam', words: `No picture since ${timeOfDay(frameAt, true)}` };
  return { icon: 'cam', words: watch === 'CONNECTED' ? 'No picture yet' : 'Connecting' };
}

function seenAt({ presenceSince, joinedAt }: Tile): string {
  return timeOfDay(Date.parse(presenceSince ?? joinedAt));
}

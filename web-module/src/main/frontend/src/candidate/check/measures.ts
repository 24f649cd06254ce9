import { size } from '../../kernel/words';
import { policyFor, type RecordingPolicy, type Track } from '../../media/policy';
import { LOW_HOURS, type Space } from '../../media/space';
import { good, type Help, type Verdict } from './verdicts';

/** What the line was found to do. */
export interface Line {
  bitsPerSecond: number;
  /** DIRECT: this browser reaches the store. RELAYED: only our server does. AWAY: the store does not answer anybody. */
  store: 'DIRECT' | 'RELAYED' | 'AWAY';
}

/** What live media takes for one proctor who watches. */
const LIVE_BITS = 224_000;

/** Bits a second that the exam sends: the recording, and one who watches. */
export function needed(policy: RecordingPolicy, tracks: readonly Track[]): number {
  return tracks
    .map((track) => policyFor(track, policy))
    .reduce((sum, one) => sum + one.videoBitsPerSecond + one.audioBitsPerSecond, LIVE_BITS);
}

export function lineVerdict({ bitsPerSecond, store }: Line, need: number): Verdict {
  const value = speed(bitsPerSecond);
  if (store === 'AWAY') {
    const detail = 'Our store for recordings does not answer right now.';
    return { outcome: 'HELP', value, detail, help: storeAway };
  }
  if (bitsPerSecond < need) return { outcome: 'HELP', value, detail: `The exam sends ${speed(need)}.`, help: slow };
  const way = store === 'RELAYED' ? 'Enough. Your recording goes through our server' : 'Enough for picture and sound';
  return good(value, way);
}

const storeAway: Help = {
  title: 'You can start all the same.',
  steps: ['Your recording waits on this device and is sent when the store is back. You need do nothing.'],
  again: 'Try again',
};
const slow: Help = {
  title: 'Your connection is slow.',
  steps: [
    'Go nearer to your Wi-Fi, or use a cable.',
    'Stop downloads, videos and calls, also on other devices.',
    'If it stays slow, you can start: what is not sent in time waits on this device and is sent afterwards.',
  ],
  again: 'Try again',
};

/** Nobody answered. */
export const noLine: Verdict = {
  outcome: 'HELP',
  value: 'No answer',
  detail: 'We could not reach the exam server.',
  help: {
    title: 'You seem to be offline.',
    steps: ['Check your network or Wi-Fi.', 'Then press Try again.'],
    again: 'Try again',
  },
};

export function speed(bitsPerSecond: number): string {
  const mega = bitsPerSecond / 1_000_000;
  return `${mega < 10 ? mega.toFixed(1) : Math.round(mega)} Mbit/s`;
}

/** Below this, a lost network in the middle of an exam could fill the device. */
const ENOUGH_HOURS = 2;

export function spaceVerdict({ freeBytes, hoursLeft }: Space): Verdict {
  const value = `${size(freeBytes)} free`;
  if (hoursLeft >= ENOUGH_HOURS) return good(value, `For about ${hours(hoursLeft)} without network`);
  const detail = hoursLeft < LOW_HOURS ? 'This device is almost full.' : `For ${hours(hoursLeft)} without network.`;
  return {
    outcome: 'HELP',
    value,
    detail,
    help: {
      title: 'Make some room.',
      steps: [
        'Delete what you don’t need, for instance in Downloads; about 500 MB are plenty.',
        'You can start all the same: with a network, your recording does not stay here for long.',
      ],
      again: 'I made room',
    },
  };
}

function hours(value: number): string {
  if (value > 99) return '99 hours';
  if (value < 1) return `${Math.max(1, Math.floor(value * 60))} minutes`;
  return value < 2 ? '1 hour' : `${Math.floor(value)} hours`;
}

/** What a measured upload says: the time of an empty one is the line's way there and back, and counts for nothing. */
export function bitsPerSecond(bytes: number, millis: number, emptyMillis: number): number {
  return (bytes * 8_000) / Math.max(1, millis - emptyMillis);
}

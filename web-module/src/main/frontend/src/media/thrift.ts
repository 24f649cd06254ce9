import type { RecordingPolicy, Track } from './policy';

/** What a recording is under. */
export interface Strain {
  /** By the monotonic clock. */
  now: number;
  /** How long this device could record without any network, were nothing saved. */
  hoursLeft: number | undefined;
  /** How much of the recording waits here to be uploaded. */
  waitingMillis: number;
  /** Whether something was held lately: a line that is away is not made better by a smaller picture. */
  flows: boolean;
}

const LEAST_BITS = 60_000;
const LEAST_HEIGHT = 180;
const LEAST_FRAMES = 5;
/** Key frames are most of a small recording; a second is what a killed browser may cost at most. */
const LONGEST_KEY_MILLIS = 1_000;

type Save = (policy: RecordingPolicy) => Partial<RecordingPolicy>;
const half = (bits: number): number => Math.max(LEAST_BITS, Math.round(bits / 2));

const screenSaves: Save[] = [
  ({ screenBitsPerSecond, screenFrameRate }) => ({
    screenBitsPerSecond: half(screenBitsPerSecond),
    screenFrameRate: Math.max(1, Math.round(screenFrameRate / 2)),
    screenKeyFrameMillis: LONGEST_KEY_MILLIS,
  }),
  () => ({ screenBitsPerSecond: LEAST_BITS, screenFrameRate: 1 }),
];
const cameraSaves: Save[] = [
  ({ videoBitsPerSecond, frameRate, keyFrameMillis }) => ({
    videoBitsPerSecond: half(videoBitsPerSecond),
    frameRate: Math.max(LEAST_FRAMES, Math.round(frameRate / 2)),
    keyFrameMillis: Math.max(keyFrameMillis, LONGEST_KEY_MILLIS / 2),
  }),
  ({ height, width }) => ({
    videoBitsPerSecond: LEAST_BITS,
    frameRate: LEAST_FRAMES,
    keyFrameMillis: LONGEST_KEY_MILLIS,
    height: Math.min(height, LEAST_HEIGHT),
    width: Math.round((width * Math.min(height, LEAST_HEIGHT)) / height),
  }),
];

function savesFor(tracks: readonly Track[]): Save[] {
  return tracks.includes('screen') ? [...screenSaves, ...cameraSaves] : cameraSaves;
}

/** The policy with so many steps saved: first of all at the screen, then at the camera, and never down to nothing. */
export function saving(policy: RecordingPolicy, steps: number, tracks: readonly Track[]): RecordingPolicy {
  return savesFor(tracks)
    .slice(0, steps)
    .reduce((sum, save) => ({ ...sum, ...save(sum) }), policy);
}

/** Storage below which the screen is made as small as it gets, and then the camera, too. */
const TIGHT_HOURS = 1;
const TIGHTEST_HOURS = 0.5;
/** More than this waiting, and still growing, is a line that can't carry it. */
const WAITING_MILLIS = 60_000;
const GROWN_MILLIS = 4_000;
const NOTHING_WAITING_MILLIS = 15_000;
/** How long a step is given to show what it does; and how long all must be well before one is taken back. */
const DOWN_MILLIS = 60_000;
const UP_MILLIS = 180_000;

/** Decides how many steps are saved. Each change begins a new take, so that it is slow, and slower to go back. */
export interface Thrift {
  heed(strain: Strain): number;
}

export function createThrift(tracks: readonly Track[]): Thrift {
  const most = savesFor(tracks).length;
  const room = watchRoom(most);
  const line = watchLine(most);
  return {
    heed: (strain) => Math.max(room(strain.hoursLeft), line(strain)),
  };
}

function watchRoom(most: number): (hoursLeft: number | undefined) => number {
  let steps = 0;
  return (hoursLeft) => {
    if (hoursLeft === undefined) return steps;
    const tight = hoursLeft < TIGHT_HOURS ? most - cameraSaves.length : 0;
    const wanted = hoursLeft < TIGHTEST_HOURS ? most : tight;
    const relieved = hoursLeft > 2 * (steps === most ? TIGHTEST_HOURS : TIGHT_HOURS);
    if (wanted > steps || relieved) steps = wanted;
    return steps;
  };
}

function watchLine(most: number): (strain: Strain) => number {
  let steps = 0;
  let looked: { at: number; waiting: number } | undefined;
  let wellSince: number | undefined;

  const back = (now: number): void => {
    wellSince ??= now;
    if (now - wellSince < UP_MILLIS) return;
    steps = Math.max(0, steps - 1);
    wellSince = now;
  };
  return ({ now, waitingMillis, flows }) => {
    if (waitingMillis <= NOTHING_WAITING_MILLIS) back(now);
    else wellSince = undefined;
    if (!flows || waitingMillis <= WAITING_MILLIS) looked = undefined;
    else {
      looked ??= { at: now, waiting: waitingMillis };
      if (now - looked.at < DOWN_MILLIS) return steps;
      if (waitingMillis > looked.waiting + GROWN_MILLIS) steps = Math.min(most, steps + 1);
      looked = { at: now, waiting: waitingMillis };
    }
    return steps;
  };
}

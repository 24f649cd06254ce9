import { counted, figure, span } from '../kernel/words';
import type { Cause } from '../media/policy';
import type { Progress } from '../media/progress';
import { LOW_HOURS } from '../media/space';

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'idle' | 'waiting' | 'hand';

/** A state as a candidate reads it: a shape, a word, a tone. `more` explains and may change every second. */
export interface Saying {
  tone: Tone;
  icon: string;
  word: string;
  more: string;
}

/** What decides the words of the two lines under the own picture. */
export interface Standing {
  line: 'CONNECTING' | 'OPEN' | 'LOST';
  /** Whether the picture is being recorded at this moment. */
  recording: boolean;
  progress: Progress | undefined;
  /** Server time, and how long recording has been going on in this page. */
  now: number;
  recordingForMillis: number;
  segmentMillis: number;
}

/** A page that has just come back opens the camera; that is no trouble yet. */
export const OPENING_MILLIS = 3_000;
/** Nothing saved for so long is worth a word. */
const STALE_MILLIS = 20_000;
/** So many parts waiting are a backlog; fewer are on their way. */
const BACKLOG = 5;

export function connectionSaying({ line, progress, now }: Standing): Saying {
  if (line === 'OPEN') return { tone: 'ok', icon: 'wifi', word: 'Connected', more: 'to your proctor' };
  if (line === 'CONNECTING') return { tone: 'idle', icon: 'wifi', word: 'Connecting', more: 'to your proctor' };
  if (progress?.lastHeldAt !== undefined && now - progress.lastHeldAt < STALE_MILLIS) {
    return { tone: 'warn', icon: 'half', word: 'Not live.', more: 'Messages have to wait. Your recording arrives.' };
  }
  return {
    tone: 'warn',
    icon: 'half',
    word: 'Connection lost.',
    more: 'Recording goes on here. Go on with your exam: it is kept on this device and sent later.',
  };
}

export function recordingSaying(standing: Standing): Saying {
  const { recording, progress, recordingForMillis } = standing;
  if (!recording) {
    return recordingForMillis < OPENING_MILLIS
      ? { tone: 'info', icon: 'rec', word: 'Recording starts', more: 'Your camera is being opened.' }
      : { tone: 'warn', icon: 'alert', word: 'Not recording', more: 'See below what to do.' };
  }
  if (progress !== undefined && (progress.state === 'REFUSED' || progress.mismatched > 0)) {
    return {
      tone: 'bad',
      icon: 'alert',
      word: 'Part of the recording is missing',
      more: 'Go on with your exam, and tell your proctor.',
    };
  }
  return savedSaying(standing, progress);
}

function savedSaying(standing: Standing, progress: Progress | undefined): Saying {
  const { now, recordingForMillis, segmentMillis } = standing;
  const left = progress === undefined ? 0 : progress.segmentsKept - progress.segmentsHeld;
  const saved = progress?.lastHeldAt;
  const quiet = saved === undefined ? recordingForMillis : now - saved;
  if (progress?.state === 'WAITING' || quiet > Math.max(STALE_MILLIS, 4 * segmentMillis)) {
    return { tone: 'warn', icon: 'silent', word: 'Recording waits on this device', more: waits(left) };
  }
  if (left > BACKLOG && progress?.state === 'UPLOADING') {
    return { tone: 'info', icon: 'recover', word: partsUploaded(progress), more: 'The rest is on its way.' };
  }
  if (saved === undefined) {
    return { tone: 'info', icon: 'rec', word: 'Recording', more: 'The first part is on its way.' };
  }
  return {
    tone: 'ok',
    icon: 'check',
    word: 'Recording is safe',
    more: `Last part saved ${quiet < 2_000 ? 'just now' : `${span(quiet)} ago`}`,
  };
}

function waits(left: number): string {
  const parts = left === 0 ? 'It is' : `${counted(left, 'part')} ${left === 1 ? 'is' : 'are'}`;
  return `${parts} sent as soon as the connection is back.`;
}

/** `1,318 of 1,402 parts uploaded`. */
export function partsUploaded({ segmentsHeld, segmentsKept }: Pick<Progress, 'segmentsHeld' | 'segmentsKept'>): string {
  return `${figure(segmentsHeld)} of ${counted(segmentsKept, 'part')} uploaded`;
}

/** Something that the candidate can mend, with the next step. */
export interface Trouble {
  title: string;
  text: string;
  act: string;
  kind: 'CAMERA' | 'MICROPHONE' | 'SCREEN' | 'SPACE' | 'RECORDER';
}

export interface Hardware {
  /** `madeBy`: the software that its name points to. */
  camera: { recorded: boolean; sound: boolean; cause: Cause | undefined; madeBy?: string | undefined };
  /** Undefined when the exam does not record it. */
  screen: { shared: boolean } | undefined;
  hoursLeft: number | undefined;
}

/** The most urgent one; undefined when all is well. */
export function troubleOf({ camera, screen, hoursLeft }: Hardware): Trouble | undefined {
  if (!camera.recorded) return cameraTrouble(camera.cause);
  if (hoursLeft !== undefined && hoursLeft < LOW_HOURS) return almostFull;
  if (screen?.shared === false) return screenTrouble;
  return camera.sound ? undefined : microphoneTrouble;
}

function cameraTrouble(cause: Cause | undefined): Trouble {
  if (cause === 'DEVICE_DENIED') return deniedTrouble;
  if (cause === 'DEVICE_MUTED') return mutedTrouble;
  if (cause === 'STORAGE_FULL') return fullTrouble;
  return cause === 'RECORDER_ERROR' ? recorderTrouble : unpluggedTrouble;
}

const deniedTrouble: Trouble = {
  kind: 'CAMERA',
  title: 'The camera is not allowed any more',
  text: 'Press the camera sign in the address bar, choose Allow, then try again. Your exam goes on.',
  act: 'Try again',
};
const unpluggedTrouble: Trouble = {
  kind: 'CAMERA',
  title: 'Your camera is gone',
  text: 'Plug it in again, or close the program that took it. Recording then goes on by itself.',
  act: 'Try again',
};
const mutedTrouble: Trouble = {
  kind: 'CAMERA',
  title: 'Your camera gives no picture',
  text: 'Open its cover or slide its shutter aside, or press the camera key. Recording then goes on by itself.',
  act: 'Try again',
};
const microphoneTrouble: Trouble = {
  kind: 'MICROPHONE',
  title: 'Your microphone is gone',
  text: 'Plug it in again, or switch it on. Your picture is still recorded.',
  act: 'Try again',
};
const screenTrouble: Trouble = {
  kind: 'SCREEN',
  title: 'Your screen is not shared',
  text: 'This exam records your screen. Share the whole screen again; your exam goes on.',
  act: 'Share my screen',
};
const almostFull: Trouble = {
  kind: 'SPACE',
  title: 'This device is almost full',
  text: 'Free about 200 MB, for instance in Downloads. Your recording goes on and is safe so far.',
  act: 'I made room',
};
const fullTrouble: Trouble = {
  kind: 'SPACE',
  title: 'This device is full',
  text: 'Free about 200 MB, for instance in Downloads. What was recorded is safe; recording goes on once there is room.',
  act: 'I made room',
};
const recorderTrouble: Trouble = {
  kind: 'RECORDER',
  title: 'Recording has stopped',
  text: 'It starts again by itself. If it does not within a minute, reload this page: nothing is lost.',
  act: 'Reload the page',
};

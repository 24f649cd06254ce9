import { pageTiming, pause } from '../kernel/timing';
import { chooseForm, policyFor, type RecordingPolicy } from './policy';
import { RunningRecorder } from './running-recorder';
import { TOGETHER_MILLIS, type Kind } from './source';

export type Wishes = Record<Kind, MediaTrackConstraints>;

interface Early {
  asked: Record<Kind, Promise<MediaStream> | undefined>;
  begun: Promise<RunningRecorder | undefined>;
  recorder?: RunningRecorder | undefined;
  tooLate: boolean;
}

declare global {
  interface Window {
    /** What a page that comes back began before its script had been read. */
    knightsWatchEarly?: Early;
    /** Settles when what the browser forgot is known again. */
    knightsWatchNotes?: Promise<void>;
  }
}

/** So long the page leaves the machine to the camera. */
const CAMERA_FIRST_MILLIS = 600;

/** Asks for camera and microphone, each by itself, and records as soon as there is a picture. */
export function beginEarly(policy: RecordingPolicy, { video, audio }: Wishes): void {
  const asked = {
    video: navigator.mediaDevices.getUserMedia({ video }),
    audio: navigator.mediaDevices.getUserMedia({ audio }),
  };
  for (const device of Object.values(asked)) device.catch(() => undefined); // Heard by whoever takes it over.
  const early: Early = { asked, begun: Promise.resolve(undefined), tooLate: false };
  early.begun = record(early, asked, policy).catch(() => undefined);
  window.knightsWatchEarly = early;
}

async function record(
  early: Early,
  { video, audio }: Record<Kind, Promise<MediaStream>>,
  policy: RecordingPolicy,
): Promise<RunningRecorder | undefined> {
  const picture = await video;
  const sound = await Promise.race([audio.catch(() => undefined), pause(pageTiming, TOGETHER_MILLIS)]);
  const form = chooseForm();
  if (early.tooLate || form === undefined) return undefined;
  const stream = new MediaStream([...picture.getTracks(), ...(sound?.getTracks() ?? [])]);
  early.recorder = new RunningRecorder(stream, form, policyFor('camera', policy), pageTiming);
  return early.recorder;
}

/** Resolves when the camera records, or there is no use in waiting for it any longer. */
export async function cameraFirst(): Promise<void> {
  const early = window.knightsWatchEarly;
  if (early === undefined) return;
  await Promise.race([early.begun, pause(pageTiming, CAMERA_FIRST_MILLIS)]);
  early.tooLate = true;
}

/** What was asked for early of exactly this one kind, the first time that somebody wants it. */
export function askedEarly(kinds: readonly Kind[]): Promise<MediaStream> | undefined {
  const [kind] = kinds;
  const asked = window.knightsWatchEarly?.asked;
  if (kind === undefined || kinds.length > 1 || asked === undefined) return undefined;
  const found = asked[kind];
  asked[kind] = undefined;
  return found;
}

/** The recorder that runs already, the first time that somebody wants it. */
export function begunEarly(): RunningRecorder | undefined {
  const early = window.knightsWatchEarly;
  const recorder = early?.recorder;
  if (early !== undefined) early.recorder = undefined;
  return recorder?.recorder.state === 'recording' ? recorder : undefined;
}

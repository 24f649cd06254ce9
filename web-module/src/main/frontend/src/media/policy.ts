export type Track = 'camera' | 'screen';

/** Why nothing was recorded for a while, as far as this browser can know. */
export type Cause =
  | 'PAGE_RELOAD'
  | 'BROWSER_GONE'
  | 'DEVICE_ENDED'
  | 'DEVICE_DENIED'
  | 'DEVICE_MUTED'
  | 'DEVICE_ASLEEP'
  | 'STORAGE_FULL'
  | 'RECORDER_ERROR';

/** Why a take ended. */
export type CloseReason = 'FINISHED' | 'TRACK_ENDED' | 'PAGE_LEFT' | 'RECORDER_ERROR' | 'POLICY';

/** What the candidate's page tells the proctor over the socket. */
export type FactKind =
  | 'DEVICE_ENDED'
  | 'DEVICE_DENIED'
  | 'DEVICE_MUTED'
  | 'DEVICE_BACK'
  | 'STORAGE_LOW'
  | 'STORAGE_FULL'
  | 'RECORDER_ERROR'
  | 'VIRTUAL_CAMERA'
  | 'PAGE_LEFT';

export interface Fact {
  kind: FactKind;
  track?: Track;
  detail?: string;
}

/** How recording is done. The server may set any of it; the rest stays as measured best. */
export interface RecordingPolicy {
  /** How often the recorder hands over what it has: what a killed browser may lose. */
  sliceMillis: number;
  /** Length of an uploaded segment. */
  segmentMillis: number;
  /** A fragment of fMP4 closes only on a key frame, so this is the greater part of what may be lost. */
  keyFrameMillis: number;
  videoBitsPerSecond: number;
  audioBitsPerSecond: number;
  width: number;
  height: number;
  frameRate: number;
  /** The shared screen, in place of the camera's. */
  screenBitsPerSecond: number;
  screenHeight: number;
  screenFrameRate: number;
  screenKeyFrameMillis: number;
  /** Uploads at the same time; few, so that live media keeps its share. */
  parallelUploads: number;
  /** How long an uploaded segment may wait for others before it is committed. */
  commitMillis: number;
  /** How long after the end of an attempt the server still takes something. */
  lateMillis: number;
}

/** Slices and key frames as `tests/recorder-lab` measured them: shorter ones save little and cost picture. */
export const defaultPolicy: RecordingPolicy = {
  sliceMillis: 100,
  segmentMillis: 4_000,
  keyFrameMillis: 250,
  videoBitsPerSecond: 220_000,
  audioBitsPerSecond: 32_000,
  width: 640,
  height: 360,
  frameRate: 15,
  screenBitsPerSecond: 400_000,
  screenHeight: 1080,
  screenFrameRate: 5,
  screenKeyFrameMillis: 500,
  parallelUploads: 3,
  commitMillis: 2_000,
  lateMillis: 72 * 3_600_000,
};

/** What the server says of it when an invitation is opened. */
export interface ServerPolicy {
  cameraKilobits: number;
  screenKilobits: number;
  cameraHeight: number;
  cameraFrames: number;
  screenHeight: number;
  screenFrames: number;
  segmentMillis: number;
  sliceMillis: number;
  lateHours: number;
}

/** The server's wishes in place of ours. A commit waits for half a segment, so that each is held before the next but one. */
export function policyOf(server: ServerPolicy): RecordingPolicy {
  const { segmentMillis, sliceMillis } = server;
  return {
    ...defaultPolicy,
    videoBitsPerSecond: server.cameraKilobits * 1000 - defaultPolicy.audioBitsPerSecond,
    width: wide(server.cameraHeight),
    height: server.cameraHeight,
    frameRate: server.cameraFrames,
    screenBitsPerSecond: server.screenKilobits * 1000,
    screenHeight: server.screenHeight,
    screenFrameRate: server.screenFrames,
    segmentMillis,
    sliceMillis,
    commitMillis: segmentMillis / 2,
    lateMillis: server.lateHours * 3_600_000,
  };
}

/** The width of a picture of 16:9. */
export function wide(height: number): number {
  return Math.round((height * 16) / 9);
}

/** How a track is recorded: the screen has a picture of its own and no sound. */
export function policyFor(track: Track, policy: RecordingPolicy): RecordingPolicy {
  if (track === 'camera') return policy;
  return {
    ...policy,
    keyFrameMillis: policy.screenKeyFrameMillis,
    videoBitsPerSecond: policy.screenBitsPerSecond,
    audioBitsPerSecond: 0,
    width: wide(policy.screenHeight),
    height: policy.screenHeight,
    frameRate: policy.screenFrameRate,
  };
}

/** The picture that is asked of a track's device. */
export function pictureOf({ width, height, frameRate }: RecordingPolicy, track: Track): MediaTrackConstraints {
  if (track === 'screen') return { width: { max: width }, height: { max: height }, frameRate: { max: frameRate } };
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } };
}

/** Forms we can cut and the archiver can read, best first; the last two are for browsers that like none above. */
const forms = [
  'video/mp4;codecs=avc1,opus',
  'video/webm;codecs=vp8,opus',
  'video/mp4;codecs=avc1,mp4a.40.2',
  'video/webm',
  'video/mp4',
];

/** The form this browser records in; undefined when it can't record at all. */
export function chooseForm(
  supported: (form: string) => boolean = (form) => MediaRecorder.isTypeSupported(form),
): string | undefined {
  return forms.find(supported);
}

/** WebM hands over every block; there a key frame only begins the clusters at which segments are cut. */
const CLUSTER_MILLIS = 2_000;

/** How the browser's recorder is set up for a form under a policy. */
export function recorderOptions(form: string, policy: RecordingPolicy): MediaRecorderOptions {
  return {
    mimeType: form,
    videoBitsPerSecond: policy.videoBitsPerSecond,
    ...(policy.audioBitsPerSecond > 0 ? { audioBitsPerSecond: policy.audioBitsPerSecond } : {}),
    videoKeyFrameIntervalDuration: form.includes('mp4')
      ? policy.keyFrameMillis
      : Math.max(CLUSTER_MILLIS, policy.keyFrameMillis),
  };
}

export type Track = 'camera' | 'screen';

/** Why nothing was recorded for a while, as far as this browser can know. */
export type Cause =
  'PAGE_RELOAD' | 'BROWSER_GONE' | 'DEVICE_ENDED' | 'DEVICE_DENIED' | 'STORAGE_FULL' | 'RECORDER_ERROR';

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
  /** The shared screen, in place of the camera's two. */
  screenBitsPerSecond: number;
  width: number;
  height: number;
  frameRate: number;
  /** Uploads at the same time; few, so that live media keeps its share. */
  parallelUploads: number;
  /** How long an uploaded segment may wait for others before it is committed. */
  commitMillis: number;
}

/** Slices and key frames as `tests/recorder-lab` measured them: shorter ones save little and cost picture. */
export const defaultPolicy: RecordingPolicy = {
  sliceMillis: 100,
  segmentMillis: 4_000,
  keyFrameMillis: 250,
  videoBitsPerSecond: 220_000,
  audioBitsPerSecond: 32_000,
  screenBitsPerSecond: 400_000,
  width: 640,
  height: 360,
  frameRate: 15,
  parallelUploads: 3,
  commitMillis: 2_000,
};

/** What the server says of it when an invitation is opened. */
export interface ServerPolicy {
  cameraKilobits: number;
  screenKilobits: number;
  segmentMillis: number;
  sliceMillis: number;
}

/** The server's wishes in place of ours. A commit waits for half a segment, so that each is held before the next but one. */
export function policyOf({
  cameraKilobits,
  screenKilobits,
  segmentMillis,
  sliceMillis,
}: ServerPolicy): RecordingPolicy {
  return {
    ...defaultPolicy,
    videoBitsPerSecond: cameraKilobits * 1000 - defaultPolicy.audioBitsPerSecond,
    screenBitsPerSecond: screenKilobits * 1000,
    segmentMillis,
    sliceMillis,
    commitMillis: segmentMillis / 2,
  };
}

/** How a track is recorded: the screen has a bitrate of its own and no sound. */
export function policyFor(track: Track, policy: RecordingPolicy): RecordingPolicy {
  return track === 'camera'
    ? policy
    : { ...policy, videoBitsPerSecond: policy.screenBitsPerSecond, audioBitsPerSecond: 0 };
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

/** Of the MediaRecorder specification, and not in TypeScript's own description of it yet. */
interface MediaRecorderOptions {
  videoKeyFrameIntervalDuration?: number;
}

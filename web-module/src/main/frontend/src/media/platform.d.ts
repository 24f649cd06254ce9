/** Of the MediaRecorder specification, and not in TypeScript's own description of it yet. */
interface MediaRecorderOptions {
  videoKeyFrameIntervalDuration?: number;
}

/** Of the Screen Capture specification, in the same way. */
interface DisplayMediaStreamOptions {
  monitorTypeSurfaces?: 'include' | 'exclude';
  selfBrowserSurface?: 'include' | 'exclude';
  surfaceSwitching?: 'include' | 'exclude';
}

/** A MediaRecorder that hands over what a test gives it. */
export class FakeRecorder extends EventTarget {
  static readonly made: FakeRecorder[] = [];
  static refuses = false;
  state: RecordingState = 'inactive';
  readonly mimeType: string;

  constructor(
    readonly stream: MediaStream,
    readonly options: MediaRecorderOptions,
  ) {
    super();
    if (FakeRecorder.refuses) throw new DOMException('No encoder', 'NotSupportedError');
    this.mimeType = options.mimeType ?? '';
    FakeRecorder.made.push(this);
  }

  static latest(): FakeRecorder {
    const latest = FakeRecorder.made.at(-1);
    if (latest === undefined) throw new Error('No recorder was made');
    return latest;
  }

  start(): void {
    this.state = 'recording';
    this.dispatchEvent(new Event('start'));
  }

  give(bytes: Uint8Array): void {
    this.dispatchEvent(
      Object.assign(new Event('dataavailable'), { data: new Blob([bytes as Uint8Array<ArrayBuffer>]) }),
    );
  }

  requestData(): void {
    this.give(new Uint8Array());
  }

  stop(): void {
    if (this.state === 'inactive') return;
    this.state = 'inactive';
    this.give(new Uint8Array());
    this.dispatchEvent(new Event('stop'));
  }
}

/** A track that a test can end and mute. */
export class FakeTrack extends EventTarget {
  muted = false;
  readyState: MediaStreamTrackState = 'live';
  constraints: MediaTrackConstraints | undefined;

  constructor(readonly kind: 'video' | 'audio') {
    super();
  }

  mute(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  stop(): void {
    this.readyState = 'ended';
  }

  applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.constraints = constraints;
    return Promise.resolve();
  }
}

/** What the browser's own settings say of camera and microphone. */
class FakePermission extends EventTarget {
  state: PermissionState = 'granted';

  becomes(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

export class FakeStream {
  constructor(readonly tracks: FakeTrack[] = []) {}

  getTracks(): FakeTrack[] {
    return this.tracks;
  }
}

export const devices = new EventTarget();
export const permission = new FakePermission();
const permissions = { query: () => Promise.resolve(permission) };

Object.assign(globalThis, { MediaRecorder: FakeRecorder, MediaStream: FakeStream });
Object.defineProperty(globalThis, 'navigator', {
  value: { mediaDevices: devices, permissions },
  configurable: true,
});

import type { Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import type { Fact, RecordingPolicy, Track } from '../media/policy';
import type { Progress } from '../media/progress';
import { Recording } from '../media/recording';
import type { Source } from '../media/source';
import type { Space } from '../media/space';
import { virtualCamera } from '../media/virtual-cameras';
import type { Hardware } from './status';

export interface Sources {
  camera: Source;
  screen?: Source;
}

export interface CaptureOptions {
  attemptId: string;
  /** Without any, only what earlier pages left is brought up. */
  sources?: Sources;
  policy: RecordingPolicy;
  clock: Clock;
  onFact?: (fact: Fact) => void;
  /** Something of it changed: ask anew. */
  onNews: () => void;
}

/** An attempt's devices and what is recorded of them, and the way up. */
export class Capture {
  readonly #options: CaptureOptions;
  readonly #all: Source[];
  #recording: Recording | undefined;
  #hoursLeft: number | undefined;
  #progress: Progress | undefined;

  constructor(options: CaptureOptions) {
    this.#options = options;
    const { camera, screen } = options.sources ?? {};
    this.#all = [camera, screen].filter((source) => source !== undefined);
    for (const source of this.#all) source.onChange(options.onNews);
  }

  /** Begins to record, once; nothing before it is kept. */
  begin(): void {
    const { attemptId, policy, clock, onFact, onNews } = this.#options;
    this.#recording ??= new Recording({
      attemptId,
      sources: this.#all,
      policy,
      clock,
      ...(onFact === undefined ? {} : { onFact }),
      onChange: onNews,
      onProgress: (progress) => {
        this.#progress = progress;
        onNews();
      },
      onSpace: (space) => this.#took(space),
    });
  }

  /** Begins to upload what was recorded, also by earlier pages. */
  async connect(api: Api): Promise<void> {
    await this.#recording?.connect(api);
  }

  progress(): Progress | undefined {
    return this.#progress;
  }

  stream(): MediaStream | undefined {
    return this.#options.sources?.camera.stream();
  }

  hardware(): Hardware {
    const { camera, screen } = this.#options.sources ?? {};
    const tracks = camera?.stream()?.getTracks() ?? [];
    const picture = tracks.some(({ kind }) => kind === 'video');
    return {
      camera: {
        recorded: picture && this.#recording?.isRecording('camera') === true,
        sound: tracks.some(({ kind, muted }) => kind === 'audio' && !muted),
        cause: picture ? this.#recording?.waitingFor('camera') : camera?.lostBy(),
        madeBy: virtualCamera(tracks.find(({ kind }) => kind === 'video')?.label ?? ''),
      },
      screen: screen === undefined ? undefined : { shared: screen.stream() !== undefined },
      hoursLeft: this.#hoursLeft,
    };
  }

  /** Asks for a lost device again; for the screen from a click only. */
  async reopen(track: Track): Promise<void> {
    await this.#options.sources?.[track]?.open();
  }

  /** Looks at once how much room there is. */
  async look(): Promise<void> {
    if (this.#recording !== undefined) this.#took(await this.#recording.measureSpace());
  }

  /** Tries to upload at once. */
  wake(): void {
    this.#recording?.wake();
  }

  /** Deletes what this browser keeps of it. */
  async forget(): Promise<void> {
    await this.#recording?.forget();
  }

  /** Ends recording and lets the devices go; uploading goes on. */
  async stop(reason: 'FINISHED' | 'POLICY'): Promise<void> {
    const stopped = this.#recording?.stop(reason);
    for (const source of this.#all) source.close();
    await stopped;
  }

  #took({ hoursLeft }: Space): void {
    this.#hoursLeft = hoursLeft;
    this.#options.onNews();
  }
}

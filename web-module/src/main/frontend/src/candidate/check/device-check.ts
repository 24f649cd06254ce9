import { pageTiming } from '../../kernel/timing';
import { cameraSource, type Devices } from '../../media/devices';
import type { Fact, RecordingPolicy } from '../../media/policy';
import type { Kind, Source } from '../../media/source';
import { LevelMeter } from './level';
import { cameraVerdict, looking, microphoneVerdict, refusalVerdict, type Verdict } from './verdicts';

export interface DeviceCheckOptions {
  policy: RecordingPolicy;
  devices: Devices;
  onFact: (fact: Fact) => void;
  onVerdict: (kind: Kind, verdict: Verdict) => void;
  onLevel: (level: number) => void;
  /** What the camera shows now, and which devices there are to choose from. */
  onStream: (stream: MediaStream | undefined) => void;
  onInputs: (inputs: MediaDeviceInfo[]) => void;
}

const JUDGE_MILLIS = 500;
const kinds: Record<Kind, { input: MediaDeviceKind; right: PermissionName }> = {
  video: { input: 'videoinput', right: 'camera' },
  audio: { input: 'audioinput', right: 'microphone' },
};

/** Opens camera and microphone and says how they do, until the source is taken over for the exam. */
export class DeviceCheck {
  readonly #options: DeviceCheckOptions;
  readonly #refusals = new Map<Kind, string>();
  #source: Source;
  #meter: LevelMeter | undefined;
  #heard: MediaStreamTrack | undefined;
  #inputs: MediaDeviceInfo[] = [];
  #unsubscribe: () => void = () => undefined;
  #cancel: () => void = () => undefined;

  constructor(options: DeviceCheckOptions) {
    this.#options = options;
    this.#source = this.#begin(options.devices);
    this.#judgeLater();
  }

  /** Asks for what is missing: again after a refusal, too. To be called from a click, if there was one. */
  async open(): Promise<void> {
    this.#refusals.clear();
    this.#meter?.wake();
    this.#options.onVerdict('video', looking('Your browser asks you: choose Allow.'));
    this.#options.onVerdict('audio', looking('Your browser asks you: choose Allow.'));
    await this.#source.open().catch((refusal: unknown) => this.#openApart(nameOf(refusal)));
    await this.#look();
  }

  /** Listens anew, from the first sample. */
  async listen(): Promise<void> {
    this.#heard = undefined;
    await this.open();
    this.#meter?.wake();
  }

  async choose(devices: Devices): Promise<void> {
    this.#drop();
    this.#source = this.#begin(devices);
    await this.open();
  }

  source(): Source {
    return this.#source;
  }

  /** Lets go of the source: it belongs to whoever took it. */
  release(): void {
    this.#stopLooking();
  }

  close(): void {
    this.#stopLooking();
    this.#source.close();
  }

  #begin(devices: Devices): Source {
    const source = cameraSource(this.#options.policy, devices, this.#options.onFact);
    this.#unsubscribe = source.onChange(() => void this.#look());
    return source;
  }

  #drop(): void {
    this.#unsubscribe();
    this.#source.close();
  }

  #stopLooking(): void {
    this.#unsubscribe();
    this.#cancel();
    this.#meter?.close();
    this.#meter = undefined;
  }

  /** One of the two may be there although the browser refused both. Who only closed the question is not asked twice. */
  async #openApart(name: string): Promise<void> {
    const denied = name === 'NotAllowedError';
    const granted = await Promise.all([isGranted('video'), isGranted('audio')]);
    const refusal = denied && !granted.includes(true) ? name : await this.#source.openApart().then(nothing, nameOf);
    const there = this.#source.stream()?.getTracks() ?? [];
    for (const kind of Object.keys(kinds) as Kind[]) {
      if (refusal !== undefined && !there.some((track) => track.kind === kind)) this.#refusals.set(kind, refusal);
    }
  }

  async #look(): Promise<void> {
    this.#inputs = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    this.#options.onInputs(this.#inputs);
    this.#options.onStream(this.#source.stream());
    this.#judge();
  }

  #judgeLater(): void {
    this.#cancel = pageTiming.after(JUDGE_MILLIS, () => {
      this.#judge();
      this.#judgeLater();
    });
  }

  #judge(): void {
    const tracks = this.#source.stream()?.getTracks() ?? [];
    const picture = tracks.find(({ kind }) => kind === 'video');
    const sound = tracks.find(({ kind }) => kind === 'audio');
    this.#hear(sound);
    if (picture !== undefined) this.#refusals.delete('video');
    if (sound !== undefined) this.#refusals.delete('audio');
    this.#tell('video', picture === undefined ? undefined : cameraVerdict(pictureOf(picture)));
    this.#tell('audio', sound === undefined ? undefined : microphoneVerdict(this.#soundOf(sound)));
  }

  #tell(kind: Kind, verdict: Verdict | undefined): void {
    const refusal = this.#refusals.get(kind);
    if (verdict !== undefined) this.#options.onVerdict(kind, verdict);
    else if (refusal !== undefined) this.#options.onVerdict(kind, refusalVerdict(kind, refusal));
    else if (this.#source.lostBy() !== undefined) this.#options.onVerdict(kind, this.#lostVerdict(kind));
  }

  /** It was there a moment ago. */
  #lostVerdict(kind: Kind): Verdict {
    const covered = { label: '', width: undefined, height: undefined, muted: true };
    const left = this.#inputs.some((input) => input.kind === kinds[kind].input);
    return left && kind === 'video' ? cameraVerdict(covered) : refusalVerdict(kind, 'NotFoundError');
  }

  #hear(track: MediaStreamTrack | undefined): void {
    if (track === this.#heard) return;
    this.#heard = track;
    this.#meter?.close();
    this.#meter =
      track === undefined
        ? undefined
        : new LevelMeter(new MediaStream([track]), (level) => this.#options.onLevel(level));
  }

  #soundOf({ label, muted }: MediaStreamTrack): Parameters<typeof microphoneVerdict>[0] {
    return { label, muted, peak: this.#meter?.peak(), listenedMillis: this.#meter?.listenedMillis() ?? 0 };
  }
}

function pictureOf(track: MediaStreamTrack): Parameters<typeof cameraVerdict>[0] {
  const { width, height } = track.getSettings();
  return { label: track.label, width, height, muted: track.muted };
}

function isGranted(kind: Kind): Promise<boolean> {
  return navigator.permissions.query({ name: kinds[kind].right }).then(
    ({ state }) => state === 'granted',
    () => false,
  );
}

function nameOf(refusal: unknown): string {
  return refusal instanceof DOMException ? refusal.name : 'NotFoundError';
}

function nothing(): undefined {
  return undefined;
}

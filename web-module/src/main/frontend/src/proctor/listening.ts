import { element } from '../kernel/dom';
import { LiveRefusal, type Line } from '../live/frames';

export interface ListeningOptions {
  line: Line;
  onChange: () => void;
  /** The server took it not: nobody listens unless it is written down. */
  onRefused: (attemptId: string, problem: unknown) => void;
  /** The browser holds the sound back until the next click or key. */
  onHeldBack: () => void;
}

/** Whom this proctor hears. The server is told first, for who listened to whom can be asked later. */
export class Listening {
  readonly #options: ListeningOptions;
  readonly #voices = new Map<string, HTMLAudioElement>();
  readonly #ended = new AbortController();

  constructor(options: ListeningOptions) {
    this.#options = options;
    const { signal } = this.#ended;
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => this.#play(), { signal });
  }

  has(attemptId: string): boolean {
    return this.#voices.has(attemptId);
  }

  all(): string[] {
    return [...this.#voices.keys()];
  }

  toggle(attemptId: string): void {
    if (this.has(attemptId)) this.stop(attemptId);
    else void this.#begin(attemptId);
  }

  /** This one and nobody else. */
  only(attemptId: string): void {
    for (const id of this.all()) if (id !== attemptId) this.stop(id);
    if (!this.has(attemptId)) void this.#begin(attemptId);
  }

  stop(attemptId: string): void {
    const voice = this.#voices.get(attemptId);
    if (voice === undefined) return;
    voice.srcObject = null;
    voice.remove();
    this.#voices.delete(attemptId);
    this.#options.line.request('listen', { attempt: attemptId, on: false }).catch(() => undefined);
    this.#options.onChange();
  }

  /** Gives the sound of those who are heard; of somebody without a stream nothing is heard for the time being. */
  follow(streamOf: (attemptId: string) => MediaStream | undefined): void {
    for (const [id, voice] of this.#voices) {
      const stream = streamOf(id) ?? null;
      if (voice.srcObject === stream) continue;
      voice.srcObject = stream;
      this.#start(voice);
    }
  }

  /** A new connection of the socket: what was said on the old one ended with it. */
  welcome(): void {
    for (const id of this.all()) {
      this.#say(id).catch((problem: unknown) => {
        if (problem instanceof LiveRefusal) this.stop(id);
      });
    }
  }

  close(): void {
    this.#ended.abort();
    for (const id of this.all()) this.stop(id);
  }

  async #begin(attemptId: string): Promise<void> {
    try {
      await this.#say(attemptId);
      const voice = element('audio', { attributes: { 'data-voice': attemptId } });
      document.body.append(voice);
      this.#voices.set(attemptId, voice);
      this.#options.onChange();
    } catch (problem) {
      this.#options.onRefused(attemptId, problem);
    }
  }

  #say(attemptId: string): Promise<unknown> {
    return this.#options.line.request('listen', { attempt: attemptId, on: true });
  }

  #play(): void {
    for (const voice of this.#voices.values()) if (voice.paused) this.#start(voice);
  }

  #start(voice: HTMLAudioElement): void {
    if (voice.srcObject === null) return;
    voice.play().catch((problem: unknown) => {
      if (problem instanceof DOMException && problem.name === 'NotAllowedError') this.#options.onHeldBack();
    });
  }
}

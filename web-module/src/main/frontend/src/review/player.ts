import { pageTiming, type Timing } from '../kernel/timing';
import type { Span, Stretch } from './line';
import type { Trouble } from './take-media';

/** One track as the player needs it. */
export interface Playable {
  readonly trouble: Trouble | undefined;
  stretchAt(at: number): Stretch | undefined;
  nextFrom(at: number): number | undefined;
  /** Whether the take that has a moment is loaded. */
  isLoaded(at: number): boolean;
  goTo(at: number): void;
  run(playing: boolean, rate: number): void;
  /** The moment reached; undefined while it is being looked for. */
  position(): number | undefined;
  /** Whether enough is loaded to go on from there. */
  isFlowing(): boolean;
  /** Whether the stretch of a moment has been shown to its end. */
  isAtEnd(at: number): boolean;
  close(): void;
}

export const speeds = [0.5, 1, 1.5, 2, 4, 8] as const;

export type PlayerState = 'paused' | 'playing' | 'loading' | 'gap' | 'edge' | 'ended' | 'away';

export interface PlayerOptions<T extends Playable> {
  tracks: readonly T[];
  onChange: () => void;
  timing?: Timing;
}

const TICK_MILLIS = 100;
/** A shorter hole between two stretches is not worth showing. */
const HOP_MILLIS = 1_000;
/** Tracks further apart than this, in seconds of the exam at normal speed, are brought together again. */
const STEP_MILLIS = 400;
/** Nobody can look at the very end; this much before it is the last picture. */
const END_MILLIS = 200;

/**
 * Plays all tracks along one line of exam time. The first track that has the moment leads, the others follow it; where
 * none has it, the gap is skipped or waited through.
 */
export class Player<T extends Playable> {
  readonly #options: PlayerOptions<T>;
  readonly #timing: Timing;
  #span: Span = { from: 0, to: 0 };
  #at = 0;
  #playing = false;
  #rate = 1;
  #growing = false;
  #skipping = true;
  #state: PlayerState = 'paused';
  #last: number;
  #cancel: () => void = () => undefined;

  constructor(options: PlayerOptions<T>) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.#last = this.#timing.now();
    this.#tick();
  }

  get at(): number {
    return this.#at;
  }
  get state(): PlayerState {
    return this.#state;
  }
  get playing(): boolean {
    return this.#playing;
  }
  get rate(): number {
    return this.#rate;
  }
  get skipping(): boolean {
    return this.#skipping;
  }

  /** The track whose picture sets the time. */
  get lead(): T | undefined {
    return this.#options.tracks.find((track) => track.stretchAt(this.#at) !== undefined);
  }

  /** What there is to play; growing: more will come. */
  extend(span: Span, growing: boolean): void {
    const first = this.#span.to === 0;
    this.#span = span;
    this.#growing = growing;
    if (first) this.seek(this.#next(span.from - 1) ?? span.from);
  }

  play(): void {
    if (this.#state === 'ended') this.seek(this.#next(this.#span.from - 1) ?? this.#span.from);
    this.#playing = true;
    this.#last = this.#timing.now();
    this.#step();
  }

  pause(): void {
    this.#playing = false;
    this.#step();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  seek(at: number): void {
    this.#goTo(at);
    this.#state = this.lead === undefined ? 'gap' : 'loading';
    this.#options.onChange();
  }

  setRate(rate: number): void {
    this.#rate = rate;
    this.#step();
  }

  setSkipping(skipping: boolean): void {
    this.#skipping = skipping;
    this.#step();
  }

  close(): void {
    this.#cancel();
    for (const track of this.#options.tracks) track.close();
  }

  #tick(): void {
    this.#step();
    this.#cancel = this.#timing.after(TICK_MILLIS, () => this.#tick());
  }

  #step(): void {
    const now = this.#timing.now();
    const passed = now - this.#last;
    this.#last = now;
    const lead = this.lead;
    this.#state = lead === undefined ? this.#between(passed) : this.#follow(lead);
    for (const track of this.#options.tracks) this.#bring(track);
    this.#options.onChange();
  }

  #follow(lead: T): PlayerState {
    const reached = lead.isLoaded(this.#at) ? lead.position() : undefined;
    const position = reached === undefined ? undefined : Math.max(reached, lead.stretchAt(this.#at)?.from ?? 0);
    if (lead.trouble !== undefined && position === undefined) return 'away';
    if (position === undefined) return 'loading';
    if (!this.#playing) return 'paused';
    this.#at = position;
    if (!lead.isAtEnd(position)) return lead.isFlowing() ? 'playing' : 'loading';
    this.#at = lead.stretchAt(position)?.to ?? position;
    return this.#between(0);
  }

  /** The moment lies in no stretch of the lead any more. */
  #between(passed: number): PlayerState {
    if (!this.#playing) return this.#state === 'ended' ? 'ended' : 'gap';
    if (this.lead !== undefined) return this.#land(this.#at);
    const next = this.#next(this.#at);
    if (next === undefined) return this.#stop();
    if (this.#skipping || next - this.#at < HOP_MILLIS) return this.#land(next);
    const reached = this.#at + passed * this.#rate;
    if (reached >= next) return this.#land(next);
    this.#at = reached;
    return 'gap';
  }

  #land(at: number): PlayerState {
    this.#goTo(at);
    return 'loading';
  }

  #goTo(at: number): void {
    this.#at = Math.max(Math.min(at, this.#span.to - END_MILLIS), this.#span.from);
    for (const track of this.#options.tracks) track.goTo(this.#at);
  }

  #stop(): PlayerState {
    if (this.#growing) return 'edge';
    this.#playing = false;
    return 'ended';
  }

  /** Where it goes on after a moment: tracks that begin within a second of each other begin together. */
  #next(at: number): number | undefined {
    const starts = this.#options.tracks.map((track) => track.nextFrom(at)).filter((from) => from !== undefined);
    if (starts.length === 0) return undefined;
    const first = Math.min(...starts);
    return Math.max(...starts.filter((start) => start < first + HOP_MILLIS));
  }

  #bring(track: T): void {
    const covered = track.stretchAt(this.#at) !== undefined;
    if (covered && !track.isLoaded(this.#at)) track.goTo(this.#at);
    track.run(this.#playing && covered && this.#state !== 'gap', this.#rate);
    if (!covered || track === this.lead) return;
    const position = track.position();
    const apart = position === undefined ? 0 : Math.abs(position - this.#at);
    if (apart > STEP_MILLIS * Math.max(1, this.#rate)) track.goTo(this.#at);
  }
}

import type { Api } from '../kernel/api';
import { createBackoff } from '../kernel/backoff';
import { ApiProblem, isPassing } from '../kernel/problems';
import { pageTiming, pause, type Timing } from '../kernel/timing';
import type { Track } from '../media/policy';
import type { RecordingState, TakeIndex, Timeline, TrackReport } from './facts';
import { stretchesOf, type Stretch } from './line';
import type { Trouble } from './take-media';

export interface WatchOptions {
  api: Api;
  attemptId: string;
  onFacts: (timeline: Timeline, stretches: ReadonlyMap<Track, Stretch[]>) => void;
  onTrouble: (trouble: Trouble | undefined) => void;
  timing?: Timing;
}

/** How often it is asked what is new; others may write notes and verdicts at any time. */
const INTERVALS: Record<RecordingState, number> = {
  OPEN: 4_000,
  RECOVERING: 15_000,
  COMPLETE: 60_000,
  INCOMPLETE: 60_000,
};

/** Keeps up with what is known of an attempt, while it runs and afterwards. */
export class Watch {
  readonly #options: WatchOptions;
  readonly #timing: Timing;
  readonly #closing = new AbortController();
  readonly #backoff = createBackoff({ firstMillis: 1_000, capMillis: 10_000 });
  readonly #stretches = new Map<Track, Stretch[]>();
  readonly #seen = new Map<Track, string>();
  #waiting = new AbortController();

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    void this.#run();
  }

  /** Asks at once. */
  refresh(): void {
    this.#waiting.abort();
  }

  close(): void {
    this.#closing.abort();
    this.#waiting.abort();
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const millis = await this.#ask().catch((problem: unknown) => this.#failed(problem));
      if (millis === undefined) return;
      this.#waiting = new AbortController();
      await pause(this.#timing, millis, AbortSignal.any([this.#closing.signal, this.#waiting.signal]));
    }
  }

  async #ask(): Promise<number> {
    const { api, attemptId, onFacts, onTrouble } = this.#options;
    const timeline = (await api.get(`/attempts/${attemptId}/timeline`)) as Timeline;
    for (const report of timeline.tracks) await this.#index(report);
    if (this.#closing.signal.aborted) return 0;
    this.#backoff.reset();
    onTrouble(undefined);
    onFacts(timeline, this.#stretches);
    return Math.min(...timeline.tracks.map((report) => INTERVALS[report.state]), INTERVALS.COMPLETE);
  }

  /** The list of segments is long: it is only asked for when the report says that there is something new in it. */
  async #index({ track, takes, playlistVersion }: TrackReport): Promise<void> {
    const seen = JSON.stringify([takes, playlistVersion]);
    if (this.#seen.get(track) === seen) return;
    const { api, attemptId } = this.#options;
    const index = (await api.get(`/attempts/${attemptId}/recording/${track}/takes`)) as TakeIndex[];
    this.#stretches.set(track, stretchesOf(index));
    this.#seen.set(track, seen);
  }

  #failed(problem: unknown): number | undefined {
    const signedOut = problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403);
    this.#options.onTrouble(signedOut ? 'SIGNED_OUT' : 'SERVER_AWAY');
    if (signedOut) return undefined;
    return isPassing(problem) ? this.#backoff.next() : INTERVALS.COMPLETE;
  }
}

import { toIso, type Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import type { Timing } from '../kernel/timing';
import type { RecordingPolicy } from './policy';
import type { Kept } from './progress';
import type { Commitment, RecordingApi } from './recording-api';
import { startedAt, type Announcement, type Segment, type Take } from './take';
import type { Takes } from './takes';
import { transfer, type TransferOptions } from './transfer';

export const LOT = 12;
const BATCH = 64;
/** What is younger goes first, so that it counts as live; the backlog after it, oldest first. */
const LIVE_MILLIS = 20_000;
const REFUSED_FOR_MILLIS = 300_000;
/** What the server is told of a take's start stays, so it waits this long for a clock that is sure. */
const UNSURE_MILLIS = 10_000;

export interface PassOptions extends TransferOptions {
  clock: Clock;
  policy: RecordingPolicy;
  onHeld: () => void;
}

/** One uploader's memory of what it sent and what was refused; everything else stands in the store. */
export class UploadPass {
  readonly #options: PassOptions;
  readonly #api: RecordingApi;
  readonly #takes: Takes;
  readonly #timing: Timing;
  readonly #sent = new Map<string, { segment: Segment; moment: number }>();
  readonly #refused = new Map<string, { code: string; until: number }>();
  readonly #seen = new Set<string>();
  /** Segments that an earlier page, or a call that got no answer, may have brought to the store. */
  readonly #doubtful = new Set<string>();
  readonly #begunMoment: number;

  constructor(options: PassOptions) {
    this.#options = options;
    this.#api = options.api;
    this.#takes = options.takes;
    this.#timing = options.timing;
    this.#begunMoment = options.timing.now();
  }

  refusals(): string[] {
    return [...new Set([...this.#refused.values()].map((refusal) => refusal.code))];
  }

  /** Milliseconds until a commit is due; undefined when nothing waits for one. */
  commitDueIn(): number | undefined {
    const [oldest] = this.#sent.values();
    return oldest === undefined
      ? undefined
      : Math.max(0, oldest.moment + this.#options.policy.commitMillis - this.#timing.now());
  }

  /** Does the next piece of work; answers whether there may be more at once. Throws what waiting may heal. */
  async step(kept: Kept[]): Promise<boolean> {
    for (const { take, segments } of kept) {
      if (!this.#seen.has(take.takeId) && take.announced === true) this.#doubt(segments);
      this.#seen.add(take.takeId);
      await this.#unlessRefused(take, () => this.#tell(take));
    }
    const lot = this.#nextLot(kept.filter(({ take }) => this.#open(take)));
    if (lot.length > 0) await this.#send(kept, lot);
    return (await this.#commitDue(kept)) || lot.length > 0;
  }

  async #tell(take: Take): Promise<void> {
    if (take.nextSequence === 0 && take.ended === undefined) return; // It may turn out to be nothing.
    if (take.nextSequence === 0 && take.announced !== true) {
      await this.#takes.forget(take.takeId);
      return;
    }
    if (take.announced !== true) {
      if (this.#cannotDate(take)) return;
      await this.#announce(take);
    }
    if (take.ended !== undefined && take.closed !== true) await this.#close(take, take.ended);
  }

  #cannotDate({ startedAt, announcement }: Take): boolean {
    const { clock } = this.#options;
    const dated = startedAt !== undefined || announcement !== undefined;
    return !dated && clock.known() && !clock.sure() && this.#timing.now() - this.#begunMoment < UNSURE_MILLIS;
  }

  async #announce(take: Take): Promise<void> {
    take.announcement ??= announcementOf(take, this.#options.clock);
    const { announcement } = take;
    // On a full disk the words can't be kept; then they are said all the same, and once more if this page dies.
    await this.#takes.update(take.takeId, { announcement }).catch(() => undefined);
    await this.#api.announce(take.takeId, announcement);
    await this.#note(take, { announced: true });
  }

  async #close(take: Take, { lastSequence, reason }: NonNullable<Take['ended']>): Promise<void> {
    await this.#api.close(take.takeId, lastSequence, reason).catch((problem: unknown) => {
      // Closed otherwise before: the server's word stands, and what is left goes up as far as it fits.
      if (!(problem instanceof ApiProblem) || problem.code !== 'TAKE_CLOSED') throw problem;
    });
    await this.#note(take, { closed: true });
  }

  async #note(take: Take, change: Partial<Take>): Promise<void> {
    Object.assign(take, change);
    await this.#takes.update(take.takeId, change).catch(() => undefined);
  }

  #nextLot(kept: Kept[]): Segment[] {
    const { clock } = this.#options;
    const waiting = kept.flatMap(({ take, segments }) =>
      segments
        .filter((segment) => segment.mismatch === undefined && !this.#sent.has(keyOf(segment)))
        .map((segment) => ({ segment, at: startedAt(take, clock) + segment.startMillis + segment.durationMillis })),
    );
    const live = clock.now() - LIVE_MILLIS;
    waiting.sort((a, b) => Number(b.at >= live) - Number(a.at >= live) || a.at - b.at);
    const first = waiting[0]?.segment.takeId;
    return waiting
      .map(({ segment }) => segment)
      .filter((segment) => segment.takeId === first)
      .slice(0, LOT);
  }

  async #send(kept: Kept[], lot: Segment[]): Promise<void> {
    const take = kept.find((one) => one.take.takeId === lot[0]?.takeId)?.take;
    if (take === undefined) return;
    const doubtful = lot.filter((segment) => this.#doubtful.has(keyOf(segment)));
    await this.#unlessRefused(take, () => (doubtful.length > 0 ? this.#look(take, doubtful) : this.#bring(lot)));
  }

  async #bring(lot: Segment[]): Promise<void> {
    this.#doubt(lot);
    const { sent, problem } = await transfer(this.#options, lot);
    const moment = this.#timing.now();
    for (const segment of sent) {
      this.#doubtful.delete(keyOf(segment));
      this.#sent.set(keyOf(segment), { segment, moment });
    }
    if (problem !== undefined) throw problem;
  }

  #doubt(segments: Segment[]): void {
    for (const segment of segments) this.#doubtful.add(keyOf(segment));
  }

  /** Asks before sending twice: the store would refuse it, and the browser's console call that an error. */
  async #look(take: Take, doubtful: Segment[]): Promise<void> {
    await this.#keep(take, await this.#api.commit(take.takeId, doubtful));
    for (const segment of doubtful) this.#doubtful.delete(keyOf(segment));
  }

  async #commitDue(kept: Kept[]): Promise<boolean> {
    let committed = false;
    for (const { take, segments } of kept) {
      const sent = [...this.#sent.values()].filter(({ segment }) => segment.takeId === take.takeId);
      const due = sent.some(({ moment }) => this.#timing.now() - moment >= this.#options.policy.commitMillis);
      const all = take.ended !== undefined && sent.length === segments.length;
      if (sent.length === 0 || !(due || all || sent.length >= BATCH)) continue;
      await this.#unlessRefused(take, () =>
        this.#commit(
          take,
          sent.slice(0, BATCH).map(({ segment }) => segment),
        ),
      );
      committed = true;
    }
    return committed;
  }

  async #commit(take: Take, batch: Segment[]): Promise<void> {
    const answers = await this.#api.commit(take.takeId, batch);
    for (const segment of batch) this.#sent.delete(keyOf(segment));
    await this.#keep(take, answers);
    if (answers.length < batch.length || answers.some(({ status }) => status === 'MISSING')) {
      throw new ApiProblem(503, 'SEGMENT_MISSING', 'The store does not show it yet');
    }
  }

  async #keep(take: Take, answers: Commitment[]): Promise<void> {
    const held = answers.filter(({ status }) => status === 'HELD').map(({ sequence }) => sequence);
    if (held.length > 0) {
      await this.#takes.held(take.takeId, held);
      this.#options.onHeld();
    }
    for (const { sequence, status, heldSha256 } of answers) {
      if (status === 'MISMATCH') await this.#takes.mismatched(take.takeId, sequence, heldSha256 ?? '');
    }
  }

  #open(take: Take): boolean {
    return take.announced === true && !this.#isRefused(take);
  }

  #isRefused(take: Take): boolean {
    return (this.#refused.get(take.takeId)?.until ?? 0) > this.#timing.now();
  }

  /** A take that the server does not want must not hold up the others; it is offered again later. */
  async #unlessRefused(take: Take, work: () => Promise<void>): Promise<void> {
    if (this.#isRefused(take)) return;
    try {
      await work();
      this.#refused.delete(take.takeId);
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.passing || problem.status === 401) throw problem;
      if (problem.code === 'TAKE_UNKNOWN') await this.#note(take, { announced: false, closed: false });
      this.#refused.set(take.takeId, { code: problem.code, until: this.#timing.now() + REFUSED_FOR_MILLIS });
    }
  }
}

function keyOf({ takeId, sequence }: Segment): string {
  return `${takeId}/${sequence}`;
}

function announcementOf(take: Take, clock: Clock): Announcement {
  const { track, mimeType, sliceMillis, before } = take;
  const words = { track, mimeType, startedAt: toIso(startedAt(take, clock)), sliceMillis };
  return before === undefined ? words : { ...words, before: { cause: before.cause, at: toIso(before.at) } };
}

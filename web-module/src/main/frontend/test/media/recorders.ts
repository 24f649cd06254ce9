import '../browser';
import { defaultPolicy, type Cause, type Fact } from '../../src/media/policy';
import { Recorder } from '../../src/media/recorder';
import type { RunningRecorder } from '../../src/media/running-recorder';
import type { Source } from '../../src/media/source';
import type { Take } from '../../src/media/take';
import { Takes } from '../../src/media/takes';
import { FakeLocks } from '../fake-locks';
import { FakeStream } from '../fake-media';
import { FakeTiming, settled } from '../fake-timing';
import { aClock, aStore, ATTEMPT } from './stories';

/** A camera that can be taken away. */
export class FakeSource {
  readonly track = 'camera';
  wantsClick = false;
  cause: Cause | undefined;
  now: MediaStream | undefined = new FakeStream() as unknown as MediaStream;
  early: RunningRecorder | undefined;
  #tell: () => void = () => undefined;

  begun(): RunningRecorder | undefined {
    const early = this.early;
    this.early = undefined;
    return early;
  }

  stream(): MediaStream | undefined {
    return this.now;
  }

  lostBy(): Cause | undefined {
    return this.cause;
  }

  onChange(listener: () => void): () => void {
    this.#tell = listener;
    return () => undefined;
  }

  becomes(stream: MediaStream | undefined, cause?: Cause): void {
    this.now = stream;
    this.cause = cause;
    this.#tell();
  }
}

class FullTakes extends Takes {
  full = false;

  override addSlice(...args: Parameters<Takes['addSlice']>): Promise<void> {
    return this.full ? Promise.reject(new DOMException('Full', 'QuotaExceededError')) : super.addSlice(...args);
  }
}

/** A recorder of a camera, with all that a test may want to do to either. */
export async function aRecorder(
  prepare: (source: FakeSource, timing: FakeTiming) => void = () => undefined,
  makeRoom?: () => Promise<boolean>,
) {
  const timing = new FakeTiming();
  const clock = aClock(timing);
  const { name, takes: unused } = aStore();
  await unused.close();
  const takes = new FullTakes(name);
  const source = new FakeSource();
  prepare(source, timing);
  const facts: Fact[] = [];
  const recorder = new Recorder({
    attemptId: ATTEMPT,
    source: source as unknown as Source,
    form: 'video/mp4;codecs=avc1,opus',
    policy: defaultPolicy,
    takes,
    clock,
    timing,
    locks: new FakeLocks(),
    onFact: (fact) => facts.push(fact),
    ...(makeRoom === undefined ? {} : { makeRoom }),
  });
  await settled();
  const kept = async (): Promise<Take[]> => (await takes.all()).sort((a, b) => a.startedByDevice - b.startedByDevice);
  const stop = async (): Promise<void> => {
    await Promise.all([recorder.close('FINISHED'), timing.pass(5_000)]);
  };
  const leave = async (): Promise<void> => {
    await stop();
    await takes.close();
  };
  return { timing, clock, takes, source, facts, recorder, kept, stop, leave };
}

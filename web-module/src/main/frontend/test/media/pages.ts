import { createApi } from '../../src/kernel/api';
import type { Clock } from '../../src/kernel/clock';
import type { TokenSupplier } from '../../src/kernel/token';
import type { Progress } from '../../src/media/progress';
import { Takes } from '../../src/media/takes';
import { Uploader } from '../../src/media/uploader';
import { FakeLocks } from '../fake-locks';
import type { FakeServer } from '../fake-server';
import { FakeTiming } from '../fake-timing';
import { aClock, aStore, ATTEMPT, recorded } from './stories';

const close: (() => Promise<void>)[] = [];

/** Ends every page that a test has opened. */
export async function closePages(): Promise<void> {
  for (const one of close.splice(0).reverse()) await one();
}

/** A page of the candidate's browser that uploads; pages with the same store are tabs, or one after the other. */
export function aPage(
  name: string,
  server: FakeServer,
  options: { timing?: FakeTiming; locks?: FakeLocks; token?: TokenSupplier; clock?: Clock; random?: () => number } = {},
) {
  const timing = options.timing ?? new FakeTiming();
  const takes = new Takes(name);
  const clock = options.clock ?? aClock(timing);
  const token = options.token ?? { current: () => 'good', renew: () => Promise.resolve(undefined) };
  const api = createApi({ base: 'https://exam.example/api/v1', token, clock, timing, fetch: server.fetch });
  const told: Progress[] = [];
  const uploader = new Uploader({
    attemptId: ATTEMPT,
    takes,
    api,
    clock,
    timing,
    locks: options.locks ?? new FakeLocks(),
    fetch: server.fetch,
    ...(options.random === undefined ? {} : { random: options.random }),
    onProgress: (progress) => told.push(progress),
  });
  const leave = async (): Promise<void> => {
    await uploader.close();
    await takes.close();
  };
  close.push(leave);
  const state = (): string | undefined => uploader.progress()?.state;
  return { timing, takes, uploader, told, leave, complete: () => state() === 'COMPLETE', state };
}

export async function aStoreWith(count: number, ended = true, startedAt?: null): Promise<string> {
  const { name, takes } = aStore();
  await recorded(takes, 'take-a', count, ended, startedAt);
  await takes.close();
  return name;
}

import { policyFor, type RecordingPolicy, type Track } from './policy';

/** How long this device can record without any network. */
export interface Space {
  freeBytes: number;
  /** At the policy's bitrate, all tracks together. */
  hoursLeft: number;
  /** Whether the browser promised not to clear it by itself. */
  persisted: boolean;
}

/** Below this candidate and proctor are warned: late enough to be true, and with more than ten minutes to do something. */
export const LOW_HOURS = 0.25;

export async function measureSpace(
  policy: RecordingPolicy,
  tracks: Iterable<Track> = ['camera'],
  storage: StorageManager = navigator.storage,
): Promise<Space> {
  const { quota = 0, usage = 0 } = await storage.estimate();
  const freeBytes = Math.max(0, quota - usage);
  return { freeBytes, hoursLeft: freeBytes / bytesPerHour(policy, tracks), persisted: await storage.persisted() };
}

/** Asks that the browser never clears what we keep. Some ask the candidate, some decide by themselves. */
export async function askToPersist(storage: StorageManager = navigator.storage): Promise<boolean> {
  return (await storage.persisted()) || (await storage.persist().catch(() => false));
}

/** What a recording takes. */
export function bytesPerHour(policy: RecordingPolicy, tracks: Iterable<Track>): number {
  const each = [...tracks].map((track) => policyFor(track, policy));
  const bits = each.reduce(
    (sum, { videoBitsPerSecond, audioBitsPerSecond }) => sum + videoBitsPerSecond + audioBitsPerSecond,
    0,
  );
  return (bits / 8) * 3600;
}

/** The device is full: nothing that waits for its upload is dropped for that, so new things must wait. */
export function isFull(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'QuotaExceededError';
}

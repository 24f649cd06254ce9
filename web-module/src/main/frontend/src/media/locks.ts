/** What we need of the Web Locks API: locks that end with the page that holds them, however it ends. */
export type Locks = Pick<LockManager, 'request'>;

/** Waits for the lock; the answer releases it. Rejects when `signal` is aborted before. */
export function hold(locks: Locks, name: string, signal?: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const options = signal === undefined ? {} : { signal };
    locks.request(name, options, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

/** Takes the lock if nobody has it; the answer releases it, or is undefined. */
export function holdIfFree(locks: Locks, name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}

/** Held for as long as a page records the take: nobody else may finish it meanwhile. */
export const takeLock = (takeId: string): string => `kw-take-${takeId}`;

/** Held by the one page that uploads for the attempt. */
export const uploadLock = (attemptId: string): string => `kw-upload-${attemptId}`;

import type { Locks } from '../src/media/locks';

type Granted = (lock: Lock | null) => unknown;

/** The Web Locks of one browser, for exclusive locks. */
export class FakeLocks implements Locks {
  readonly #queues = new Map<string, (() => Promise<void>)[]>();

  request(name: string, ...rest: unknown[]): Promise<never> {
    const granted = rest.at(-1) as Granted;
    const { ifAvailable = false, signal } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const queue = this.#queues.get(name) ?? [];
    if (ifAvailable && queue.length > 0) return Promise.resolve(granted(null)) as Promise<never>;
    this.#queues.set(name, queue);
    return new Promise<unknown>((resolve, reject) => {
      const turn = async (): Promise<void> => {
        if (signal?.aborted !== true) await Promise.resolve(granted({ name, mode: 'exclusive' })).then(resolve, reject);
        queue.shift();
        void queue[0]?.();
      };
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      queue.push(turn);
      if (queue.length === 1) void turn();
    }) as Promise<never>;
  }

  /** As if the page that holds it had gone. */
  forget(name: string): void {
    const queue = this.#queues.get(name);
    queue?.shift();
    void queue?.[0]?.();
  }
}

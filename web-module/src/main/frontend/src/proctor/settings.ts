import type { Order } from './order';

/** How this proctor likes the wall; kept in the browser. */
export interface Settings {
  perPage: number;
  order: Order;
  /** Whether letters work as keys. */
  letters: boolean;
}

const usual: Settings = { perPage: 25, order: 'need', letters: true };

export function readSettings(): Settings {
  return { ...usual, ...(read(() => localStorage, 'kw-wall') as Partial<Settings>) };
}

export function keepSettings(settings: Settings): void {
  write(() => localStorage, 'kw-wall', settings);
}

/** Which flags were looked at, by attempt; for this tab only. */
export const seenFlags = {
  get: () => read(() => sessionStorage, 'kw-wall-seen') as Record<string, string>,
  set: (seen: Record<string, string>) => write(() => sessionStorage, 'kw-wall-seen', seen),
};

function read(store: () => Storage, key: string): object {
  try {
    return (JSON.parse(store().getItem(key) ?? '{}') ?? {}) as object;
  } catch {
    return {}; // The storage may be closed, or hold what is not ours.
  }
}

function write(store: () => Storage, key: string, value: object): void {
  try {
    store().setItem(key, JSON.stringify(value));
  } catch {
    // The storage may be closed; it holds for this page all the same.
  }
}

import type { Devices } from '../media/devices';
import type { Opened } from './entrance';
import type { AttemptClock } from './time';

/** What a page that comes back shows before the server has answered. */
export interface Remembered {
  opened: Opened;
  clock?: AttemptClock;
  /** What the server's clock is ahead of the device's, as it was last known. */
  offsetMillis?: number;
}

/** This browser's memory of one exam. A closed storage forgets everything, and all works without it. */
export interface Memory {
  recall: () => Remembered | undefined;
  keep: (change: Partial<Remembered>) => void;
  forget: () => void;
  devices: () => Devices;
  keepDevices: (devices: Devices) => void;
  /** This page takes part from now on; earlier pages of this browser are no longer the newest. */
  claim: () => void;
  isNewest: () => boolean;
  /** A random mark of this browser, for this exam alone; undefined where nothing can be kept. */
  browser: () => string | undefined;
}

const me = Math.random().toString(36).slice(2);

export function createMemory(key: string, storage: () => Storage = () => localStorage): Memory {
  const exam = shelf<Remembered>(`kw-exam-${key}`, storage);
  const newest = shelf<string>(`kw-page-${key}`, storage);
  const browser = shelf<string>(`kw-browser-${key}`, storage);
  const devices = shelf<Devices>('kw-devices', storage);
  return {
    recall: exam.read,
    keep: (change) => {
      const known = { ...exam.read(), ...change };
      if (known.opened !== undefined) exam.write({ ...known, opened: known.opened });
    },
    forget: () => {
      exam.write(undefined);
      newest.write(undefined);
      browser.write(undefined);
    },
    devices: () => devices.read() ?? {},
    keepDevices: devices.write,
    claim: () => newest.write(me),
    isNewest: () => [me, undefined].includes(newest.read()),
    browser: () => {
      if (browser.read() === undefined) browser.write(randomMark());
      return browser.read();
    },
  };
}

/** 128 bits in hex. */
function randomMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Shelf<T> {
  read: () => T | undefined;
  write: (value: T | undefined) => void;
}

function shelf<T>(name: string, storage: () => Storage): Shelf<T> {
  return {
    read: () => {
      try {
        return (JSON.parse(storage().getItem(name) ?? 'null') as T | null) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      try {
        if (value === undefined) storage().removeItem(name);
        else storage().setItem(name, JSON.stringify(value));
      } catch {
        // Full or closed.
      }
    },
  };
}

import type { Kind } from './source';

export type Wishes = Record<Kind, MediaTrackConstraints>;

declare global {
  interface Window {
    /** What a page that comes back asked for before its script had been read. */
    knightsWatchDevices?: Partial<Record<Kind, Promise<MediaStream>>> | undefined;
  }
}

/** Asks for the devices at once, each by itself; the page's script takes them over. */
export function askEarly({ video, audio }: Wishes): void {
  const asked = {
    video: navigator.mediaDevices.getUserMedia({ video }),
    audio: navigator.mediaDevices.getUserMedia({ audio }),
  };
  for (const device of Object.values(asked)) device.catch(() => undefined); // Heard by whoever takes it over.
  window.knightsWatchDevices = asked;
}

/** What was asked for early of exactly this one kind, the first time that somebody wants it. */
export function askedEarly(kinds: readonly Kind[]): Promise<MediaStream> | undefined {
  const [kind] = kinds;
  const asked = window.knightsWatchDevices;
  if (kind === undefined || kinds.length > 1 || asked === undefined) return undefined;
  const found = asked[kind];
  window.knightsWatchDevices = { ...asked, [kind]: undefined };
  return found;
}

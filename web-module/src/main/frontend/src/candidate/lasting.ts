import { pageTiming, type Timing } from '../kernel/timing';
import type { Fact } from '../media/policy';
import { LOW_HOURS } from '../media/space';
import type { Hardware } from './status';

/** So long the candidate has to mend what a reload broke. */
const LASTS_MILLIS = 20_000;

export interface Lasting {
  look(hardware: Hardware, heard: boolean): void;
}

/**
 * Tells the proctor what is wrong and stays wrong, once in each connection: when it went wrong, nobody may have heard it,
 * or another page lived.
 */
export function createLasting(tell: (fact: Fact) => void, timing: Timing = pageTiming): Lasting {
  const since = new Map<string, number>();
  const told = new Set<string>();
  const heed = (name: string, fact: Fact | undefined, heard: boolean, lasts = LASTS_MILLIS): void => {
    if (fact === undefined) {
      since.delete(name);
      told.delete(name);
      return;
    }
    const begun = since.get(name) ?? timing.now();
    since.set(name, begun);
    if (!heard || told.has(name) || timing.now() - begun < lasts) return;
    told.add(name);
    tell(fact);
  };
  return {
    look({ camera, screen, hoursLeft }, heard) {
      if (!heard) told.clear();
      heed('screen', screen?.shared === false ? { kind: 'DEVICE_DENIED', track: 'screen' } : undefined, heard);
      heed('camera', camera.recorded ? undefined : cameraFact(camera.cause), heard);
      heed('virtual', madeBy(camera.madeBy), heard, 0);
      heed('space', hoursLeft === undefined || hoursLeft >= LOW_HOURS ? undefined : low(hoursLeft), heard, 0);
    },
  };
}

function cameraFact(cause: Hardware['camera']['cause']): Fact | undefined {
  if (cause !== 'DEVICE_DENIED' && cause !== 'DEVICE_ENDED' && cause !== 'DEVICE_MUTED') return undefined;
  return { kind: cause, track: 'camera' };
}

function madeBy(software: string | undefined): Fact | undefined {
  return software === undefined ? undefined : { kind: 'VIRTUAL_CAMERA', track: 'camera', detail: software };
}

function low(hoursLeft: number): Fact {
  return { kind: 'STORAGE_LOW', detail: `${Math.floor(hoursLeft * 60)} minutes` };
}

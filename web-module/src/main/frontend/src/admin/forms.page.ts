import { startCommon } from './common';

/** Every page of administrators that has no script of its own. */
export function start(): void {
  startCommon();
}

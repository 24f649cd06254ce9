import { must } from '../kernel/dom';
import { startCommon } from './common';
import { RosterImport } from './roster-import';

export function start(): void {
  startCommon();
  new RosterImport(must(document, '[data-import]', HTMLElement));
}

import { must, show } from '../kernel/dom';
import { tie } from './controls';
import { startDuties } from './duties';
import { tieLeaving } from './leaving';
import { Wall } from './wall';

/** The wall of the exam that the page names; without one, the proctor's duties. */
export function start(root: HTMLElement): void {
  const exam = root.dataset['exam'];
  if (exam === undefined) {
    startDuties(root);
    return;
  }
  const wall = new Wall(root, exam, (why) => {
    untie();
    if (why === 'OFF_DUTY') location.reload();
    else signedOut(root);
  });
  const untie = tie(root, wall);
  tieLeaving(root, exam);
}

/** Whoever signs in again comes back to this very wall. */
function signedOut(root: HTMLElement): void {
  const over = must(root, '#session-over', HTMLElement);
  const way = must(over, 'a', HTMLAnchorElement);
  way.href = `/login?expired=true&next=${encodeURIComponent(location.pathname + location.search)}`;
  for (const part of root.children) if (part instanceof HTMLElement && part !== over) part.inert = true;
  show(over, true);
  way.focus();
}

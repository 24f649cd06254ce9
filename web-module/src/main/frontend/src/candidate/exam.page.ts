import { cameraFirst } from '../media/early';
import { runningAttempt } from '../media/running';
import { keyOf } from './entrance';
import { showNotice, unknownLink } from './notices';
import { Opener } from './opener';
import { createStage, type Stage } from './stage';
import { Way } from './way';

/** `/candidate/exam#<invitation>`: an exam that runs in this browser goes on at once, else the invitation is opened. */
export function start(root: HTMLElement): void {
  addEventListener('hashchange', () => location.reload());
  const invitation = decodeURIComponent(location.hash.slice(1));
  const opener = new Opener();
  addEventListener('message', (event) => opener.hear(event));
  const stage = createStage(root, opener);
  if (invitation === '') {
    showNotice(stage.section('notice'), unknownLink);
    stage.show('notice', unknownLink.title, unknownLink.name);
    return;
  }
  void go(root, stage, invitation);
}

async function go(root: HTMLElement, stage: Stage, invitation: string): Promise<void> {
  await window.knightsWatchNotes;
  const way = new Way(root, stage, invitation);
  const running = runningAttempt(keyOf(invitation));
  if (running === undefined) {
    await way.open();
    return;
  }
  await cameraFirst();
  way.comeBack(running);
}

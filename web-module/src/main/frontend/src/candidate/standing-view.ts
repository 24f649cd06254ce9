import { must, say, show } from '../kernel/dom';
import { showPicture } from './picture';
import type { Saying, Trouble } from './status';

/** What the side of the exam shows about camera, line and recording. */
export interface Side {
  stream: MediaStream | undefined;
  recorded: boolean;
  connection: Saying;
  recording: Saying;
  hand: Saying | undefined;
  trouble: Trouble | undefined;
}

export function showSide(root: HTMLElement, side: Side): void {
  const { stream, recorded, connection, recording, hand, trouble } = side;
  showPicture(root, stream, trouble?.kind === 'CAMERA' ? trouble.title : 'No picture');
  show(must(root, '[data-recording]', HTMLElement), recorded);
  showSaying(root, 'connection', connection);
  showSaying(root, 'recording', recording);
  showSaying(root, 'hand', hand);
  const note = must(root, '[data-trouble]', HTMLElement);
  show(note, trouble !== undefined);
  if (trouble === undefined) return;
  note.dataset['trouble'] = trouble.kind;
  say(must(note, '[data-trouble-title]', HTMLElement), trouble.title);
  say(must(note, '[data-trouble-text]', HTMLElement), trouble.text);
  say(must(note, '[data-trouble-act]', HTMLElement), trouble.act);
}

function showSaying(root: HTMLElement, name: string, saying: Saying | undefined): void {
  const line = must(root, `[data-state="${name}"]`, HTMLElement);
  show(line, saying !== undefined);
  if (saying === undefined) return;
  const { tone, icon, word, more } = saying;
  line.className = `kw-s-${tone}`;
  must(line, '.kw-i', HTMLElement).className = `kw-i kw-i-${icon}`;
  say(must(line, 'b', HTMLElement), word);
  say(must(line, 'span', HTMLElement), more);
}

import type { Api } from '../../kernel/api';
import { element, must, say, show } from '../../kernel/dom';
import { counted } from '../../kernel/words';
import { pageTiming } from '../../kernel/timing';
import type { CandidateLine } from './answer';

const PAUSE_MILLIS = 250;
/** The server names no more. */
const MOST = 20;

/** Looks for candidates while somebody types. The answer looks again. */
export function createSearch(
  root: HTMLElement,
  api: Api,
  exam: string,
  onMove: (candidate: CandidateLine) => void,
): () => void {
  const field = must(root, 'input', HTMLInputElement);
  const list = must(root, 'tbody', HTMLElement);
  let cancel = (): void => undefined;
  let asked = 0;
  const look = async (): Promise<void> => {
    const part = field.value.trim();
    const mine = ++asked;
    const path = `/exams/${encodeURIComponent(exam)}/watching/candidates?part=${encodeURIComponent(part)}`;
    const found = part === '' ? [] : await api.get(path).catch(() => undefined);
    if (mine !== asked) return;
    const candidates = found as CandidateLine[] | undefined;
    list.replaceChildren(...(candidates ?? []).map((one) => row(one, onMove)));
    show(must(root, 'table', HTMLElement), (candidates ?? []).length > 0);
    say(must(root, '[data-part="found"]', HTMLElement), foundWords(part, candidates?.length));
  };
  field.addEventListener('input', () => {
    cancel();
    cancel = pageTiming.after(PAUSE_MILLIS, () => void look());
  });
  return () => void look();
}

export function foundWords(part: string, count: number | undefined): string {
  if (part === '') return 'By name or id, to seat somebody in another room.';
  if (count === undefined) return 'The server did not answer. Type again.';
  if (count === 0) return 'Nobody who takes part now has this in their name or id.';
  return count < MOST ? counted(count, 'candidate') : `The first ${MOST}. Type more to find others.`;
}

function row(one: CandidateLine, onMove: (candidate: CandidateLine) => void): HTMLElement {
  const label = `Move… ${one.name} to another room`;
  const button = element('button', {
    class: 'kw-btn kw-btn-s',
    text: 'Move…',
    attributes: { type: 'button', 'aria-label': label },
  });
  button.addEventListener('click', () => onMove(one));
  const name = element('th', { attributes: { scope: 'row' } }, element('bdi', { text: one.name }));
  return element(
    'tr',
    { attributes: { 'data-candidate': one.candidateId } },
    name,
    element('td', { class: 'kw-mono kw-faint', text: one.candidateId }),
    element('td', { class: 'kw-nowrap', text: `Room ${one.room}, seat ${one.seat}` }),
    element('td', { class: 'kw-num' }, button),
  );
}

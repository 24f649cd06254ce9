import type { Api } from '../kernel/api';
import { ApiProblem } from '../kernel/problems';
import { element, say } from '../kernel/dom';
import { handoverWords } from './rooms/words';
import type { Handover } from './tile';

/** What goes with the rooms that the proctor took over. It stays until it is acknowledged, and covers nothing. */
export class TakenOver {
  readonly #root: HTMLElement;
  readonly #api: Api;
  readonly #made = new Map<string, HTMLElement>();
  readonly #done = new Set<string>();

  constructor(root: HTMLElement, api: Api) {
    this.#root = root;
    this.#api = api;
  }

  show(handovers: readonly Handover[]): void {
    const wanted = handovers.filter(({ id }) => !this.#done.has(id));
    for (const [id, made] of this.#made) {
      if (wanted.some((handover) => handover.id === id)) continue;
      made.remove();
      this.#made.delete(id);
    }
    for (const handover of wanted) if (!this.#made.has(handover.id)) this.#add(handover);
    this.#root.hidden = this.#made.size === 0;
  }

  #add(handover: Handover): void {
    const { room, from, note } = handover;
    const title = element('strong', {}, `You took over room ${room} from `);
    title.append(from === undefined ? 'nobody' : element('bdi', { text: from }));
    const button = element('button', {
      class: 'kw-btn kw-btn-s',
      text: 'Acknowledge',
      attributes: { type: 'button', 'aria-label': `Acknowledge room ${room}` },
    });
    const words = element('p', { text: handoverWords(handover) });
    const made = element('div', { class: 'kw-note kw-s-info', attributes: { 'data-handover': handover.id } });
    made.append(element('i', { class: 'kw-i kw-i-swap', attributes: { 'aria-hidden': 'true' } }), title, words);
    if (note !== undefined)
      made.append(element('p', { class: 'kw-said', attributes: { dir: 'auto' }, text: `“${note}”` }));
    made.append(element('div', { class: 'kw-row' }, button));
    button.addEventListener('click', () => void this.#acknowledge(handover.id, button, words));
    this.#made.set(handover.id, made);
    this.#root.append(made);
  }

  async #acknowledge(id: string, button: HTMLButtonElement, words: HTMLElement): Promise<void> {
    button.disabled = true;
    try {
      await this.#api.post(`/handovers/${id}/acknowledge`);
      this.#forget(id);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404)
        this.#forget(id); // Somebody else has the room by now.
      else say(words, 'The server did not answer, so it still waits to be acknowledged. Try again.');
      button.disabled = false;
    }
  }

  #forget(id: string): void {
    this.#done.add(id);
    this.#made.get(id)?.remove();
    this.#made.delete(id);
    this.#root.hidden = this.#made.size === 0;
  }
}

import { element, say, show } from '../kernel/dom';
import { timeOfDay } from '../kernel/words';
import type { Still } from './facts';
import { icon } from './mark-list';

/** The moment shown is that of the still, as far as a person can tell. */
const SAME_MILLIS = 2_000;

/** The still that is nearest to a moment, and its neighbours. */
export function around(stills: readonly Still[], at: number): { here?: Still; earlier?: Still; later?: Still } {
  const distance = (still: Still): number => Math.abs(Date.parse(still.at) - at);
  const here = [...stills].sort((a, b) => distance(a) - distance(b))[0];
  if (here === undefined) return {};
  const index = stills.indexOf(here);
  const [earlier, later] = [stills[index - 1], stills[index + 1]];
  return { here, ...(earlier === undefined ? {} : { earlier }), ...(later === undefined ? {} : { later }) };
}

/** Beside the recording: what a proctor's wall showed at about the same moment, for a person to compare. */
export class StillPlate {
  readonly element: HTMLElement;
  readonly #image = element('img', { attributes: { alt: 'What the wall showed of the candidate', 'data-still': '' } });
  readonly #jump = element('button', { class: 'kw-btn kw-btn-s', attributes: { type: 'button' } });
  readonly #by = element('span', { class: 'kw-small kw-muted' });
  readonly #earlier = step('back', 'Earlier still');
  readonly #later = step('play', 'Later still');
  readonly #base: string;
  #stills: readonly Still[] = [];

  constructor(pair: HTMLElement, base: string) {
    this.#base = base;
    const steps = element('span', { class: 'kw-group' }, this.#earlier, this.#later);
    const words = element('figcaption', {}, this.#jump, this.#by, steps);
    this.element = element('figure', { class: 'kw-still' }, this.#image, words);
    show(this.element, false);
    pair.append(this.element);
  }

  show(stills: readonly Still[]): void {
    this.#stills = stills;
    show(this.element, stills.length > 0);
  }

  follow(at: number): void {
    const { here, earlier, later } = around(this.#stills, at);
    if (here === undefined) return;
    const seen = Date.parse(here.at);
    const source = `${this.#base}/${here.id}`;
    if (this.#image.getAttribute('src') !== source) this.#image.src = source;
    const same = Math.abs(seen - at) <= SAME_MILLIS;
    this.element.classList.toggle('kw-is-now', same);
    say(this.#jump, `Seen on the wall at ${timeOfDay(seen, true)}`);
    say(this.#by, same ? `This moment, by ${person(here)}` : `By ${person(here)}`);
    aim(this.#jump, here);
    aim(this.#earlier, earlier);
    aim(this.#later, later);
  }
}

function person({ by }: Still): string {
  return by.replace(/^staff:/, '');
}

function step(sign: string, words: string): HTMLButtonElement {
  const attributes = { type: 'button', 'aria-label': words, title: words };
  return element('button', { class: 'kw-btn kw-btn-s kw-btn-icon', attributes }, icon(sign));
}

/** Buttons with a moment go there. */
function aim(button: HTMLButtonElement, still: Still | undefined): void {
  button.disabled = still === undefined;
  if (still !== undefined) button.dataset['at'] = String(Date.parse(still.at));
}

import { element } from '../kernel/dom';
import type { Mark } from './marks';
import { offset } from './moments';

const TONES: Record<Mark['tone'], string> = {
  info: 'kw-s-info',
  warn: 'kw-s-warn',
  bad: 'kw-s-bad',
  idle: 'kw-s-idle',
  ask: 'kw-s-hand',
  ok: 'kw-s-ok',
};

/** How long a mark stays the current one when nothing lasts longer. */
const CURRENT_MILLIS = 10_000;

/** A list of marks, each a button to its moment. */
export class MarkList {
  readonly #list: HTMLElement;
  readonly #empty: string;
  #marks: readonly Mark[] = [];
  #shown = '';

  constructor(list: HTMLElement, empty: string) {
    this.#list = list;
    this.#empty = empty;
  }

  /** Makes the rows anew only when something changed, so that the focus stays where it is. */
  show(marks: readonly Mark[], from: number): void {
    const wanted = JSON.stringify([from, marks]);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.#marks = marks;
    const rows = marks.map((mark) => row(mark, from));
    this.#list.replaceChildren(...(rows.length > 0 ? rows : [element('li', { class: 'kw-none', text: this.#empty })]));
  }

  /** Marks the row that the moment shown lies in. */
  follow(at: number): void {
    const current = this.#marks.filter((mark) => mark.at <= at && at <= (mark.to ?? mark.at + CURRENT_MILLIS)).at(-1);
    this.#marks.forEach((mark, index) => {
      const item = this.#list.children[index];
      if (mark === current) item?.setAttribute('aria-current', 'true');
      else item?.removeAttribute('aria-current');
    });
  }
}

export function jump(at: number, from: number): HTMLButtonElement {
  const time = element('time', { text: offset(at, from), attributes: { datetime: new Date(at).toISOString() } });
  return element('button', { class: 'kw-jump', attributes: { type: 'button', 'data-at': String(at) } }, time);
}

export function icon(name: string): HTMLElement {
  return element('i', { class: `kw-i kw-i-${name}`, attributes: { 'aria-hidden': 'true' } });
}

function row(mark: Mark, from: number): HTMLElement {
  const attributes = { 'data-kind': mark.kind, ...(mark.id === undefined ? {} : { 'data-mark': mark.id }) };
  const title = element('strong', { class: `kw-st ${TONES[mark.tone]}` }, icon(mark.icon), mark.title);
  const item = element('li', { class: 'kw-inc', attributes }, jump(mark.at, from), title);
  if (mark.word !== undefined)
    item.append(element('span', { class: `kw-st ${TONES[mark.tone]}` }, bars(mark.tone), mark.word));
  if (mark.text !== '') item.append(element('p', {}, element('bdi', { text: mark.text })));
  return item;
}

function bars(tone: Mark['tone']): HTMLElement {
  const count = tone === 'bad' ? 3 : tone === 'warn' ? 2 : 1;
  const parts = [element('i'), element('i'), element('i')];
  return element('span', { class: `kw-sev kw-sev-${count}`, attributes: { 'aria-hidden': 'true' } }, ...parts);
}

import { element, say, show } from '../../kernel/dom';
import type { RoomLine } from './answer';
import { presentWords, roomSign, seatWords, type Sign } from './words';

export interface BoardOptions {
  root: HTMLElement;
  /** Only for those who may move rooms. */
  onMove?: (room: RoomLine) => void;
}

interface Card {
  root: HTMLElement;
  seats: HTMLElement;
  sign: HTMLElement;
  watchers: HTMLElement;
  present: HTMLElement;
  move: HTMLButtonElement;
}

/** The rooms as cards. A card stays the same element, so that neither focus nor scroll is lost when it changes. */
export class Board {
  readonly #options: BoardOptions;
  readonly #cards = new Map<string, Card>();
  #rooms = new Map<string, RoomLine>();

  constructor(options: BoardOptions) {
    this.#options = options;
  }

  show(rooms: readonly RoomLine[], now: number): void {
    this.#rooms = new Map(rooms.map((room) => [room.id, room]));
    for (const [id, card] of this.#cards) {
      if (this.#rooms.has(id)) continue;
      card.root.remove();
      this.#cards.delete(id);
    }
    for (const room of rooms) this.#write(this.#cards.get(room.id) ?? this.#add(room), room, now);
    if (!this.#isTouched()) this.#order(rooms);
  }

  /** Nothing moves under the hand. */
  #isTouched(): boolean {
    const { root } = this.#options;
    return root.contains(document.activeElement) || root.matches(':hover');
  }

  #order(rooms: readonly RoomLine[]): void {
    rooms.forEach(({ id }, place) => {
      const card = this.#cards.get(id)?.root;
      const there = this.#options.root.children[place];
      if (card !== undefined && card !== there) this.#options.root.insertBefore(card, there ?? null);
    });
  }

  #write(card: Card, room: RoomLine, now: number): void {
    const sign = roomSign(room, now);
    card.root.className = `kw-card kw-room${sign?.tone === 'bad' ? ' kw-loud kw-s-bad' : ''}`;
    say(card.seats, seatWords(room) + (room.group === undefined ? '' : ` · ${room.group}`));
    show(card.sign, sign !== undefined);
    if (sign !== undefined) writeSign(card.sign, sign);
    this.#writeWatchers(card.watchers, room);
    say(card.present, presentWords(room));
  }

  #writeWatchers(place: HTMLElement, { proctors }: RoomLine): void {
    show(place, proctors.length > 0);
    const names = proctors.map(({ name }) => name);
    if (place.dataset['names'] === names.join('\n')) return;
    place.dataset['names'] = names.join('\n');
    place.replaceChildren(icon('eye'));
    names.forEach((name, i) => place.append(i === 0 ? '' : ', ', element('bdi', { text: name })));
  }

  #add({ id, number }: RoomLine): Card {
    const seats = element('small');
    const sign = element('span', { class: 'kw-st kw-chip' }, icon('eyeoff'), element('span'));
    const watchers = element('span', { class: 'kw-st kw-watchers' });
    const present = element('p', { class: 'kw-small kw-muted' });
    const attributes = { type: 'button', 'aria-label': `Give to… another proctor: room ${number}` };
    const move = element('button', { class: 'kw-btn kw-btn-s', text: 'Give to…', attributes });
    move.addEventListener('click', () => {
      const room = this.#rooms.get(id);
      if (room !== undefined) this.#options.onMove?.(room);
    });
    show(move, this.#options.onMove !== undefined);
    const foot = element('div', { class: 'kw-row' }, present, element('span', { class: 'kw-grow' }), move);
    const heading = element('h3', {}, `Room ${number} `, seats);
    const root = element('article', { attributes: { 'data-room': String(number) } }, heading, sign, watchers, foot);
    this.#options.root.append(root);
    const card = { root, seats, sign, watchers, present, move };
    this.#cards.set(id, card);
    return card;
  }
}

/** A state as shape, word and colour. */
export function writeSign(place: HTMLElement, { icon: name, tone, words }: Sign): void {
  const chip = place.classList.contains('kw-chip') ? ' kw-chip' : '';
  place.className = `kw-st${chip} kw-s-${tone}`;
  const shape = place.querySelector('.kw-i');
  if (shape !== null) shape.className = `kw-i kw-i-${name}`;
  const text = place.querySelector('span');
  if (text !== null) say(text, words);
}

export function sign(of: Sign, chip = false): HTMLElement {
  const made = element('span', { class: chip ? 'kw-st kw-chip' : 'kw-st' }, icon(of.icon), element('span'));
  writeSign(made, of);
  return made;
}

export function icon(name: string): HTMLElement {
  return element('i', { class: `kw-i kw-i-${name}`, attributes: { 'aria-hidden': 'true' } });
}

import { must, onEach, show } from '../kernel/dom';
import { Card, type Scene } from './card';
import type { Judged } from './condition';
import { layoutOf, moved, pageOf } from './layout';
import { Hold, settle } from './order';
import type { Tile } from './tile';

export interface GridOptions {
  root: HTMLElement;
  template: HTMLTemplateElement;
  now: () => number;
  onOpen: (attemptId: string) => void;
  onListen: (attemptId: string) => void;
  /** The order may change, or another page is wanted: everything is to be shown anew. */
  onMove: () => void;
}

/** What a tile shows, asked for each that is on the page. */
export type Describe = (attemptId: string) => [Judged, Scene];

/** The tiles: which of them are on the page, where, and the one that the keyboard is on. */
export class Grid {
  readonly #options: GridOptions;
  readonly #tiles: HTMLElement;
  readonly #cards = new Map<string, Card>();
  readonly #hold: Hold;
  readonly #watch: ResizeObserver;
  #order: string[] = [];
  #shown: string[] = [];
  #page = 0;
  #pages = 1;
  #columns = 1;
  #current: string | undefined;

  constructor(options: GridOptions) {
    this.#options = options;
    this.#tiles = must(options.root, '#tiles', HTMLElement);
    this.#hold = new Hold(options.onMove);
    this.#watch = new ResizeObserver(() => this.#layOut());
    this.#watch.observe(options.root);
    this.#listen();
  }

  /** What is on the page now; of everybody else nothing is drawn. */
  shown(): readonly string[] {
    return this.#shown;
  }

  page(): { page: number; pages: number } {
    return { page: this.#page, pages: this.#pages };
  }

  /** The tile that the keyboard is on. */
  current(): string | undefined {
    return this.#current;
  }

  hasKeyboard(): boolean {
    return this.#tiles.contains(document.activeElement);
  }

  card(attemptId: string): Card | undefined {
    return this.#cards.get(attemptId);
  }

  turn(step: number): void {
    this.#page += step;
    this.#options.onMove();
  }

  /** Brings somebody's page up and the keyboard to the tile. */
  goTo(attemptId: string, perPage: number): void {
    const at = this.#order.indexOf(attemptId);
    if (at < 0) return;
    this.#page = Math.floor(at / perPage);
    this.#current = attemptId;
    this.#options.onMove();
    if (this.hasKeyboard()) this.#cards.get(attemptId)?.open.focus();
  }

  /** Tiles go to their places, also under the hand. */
  sortAnew(): void {
    this.#order = [];
  }

  show(wanted: readonly string[], perPage: number, describe: Describe): void {
    this.#order = settle(this.#order, wanted, this.#hold.isHeld());
    const { shown, page, pages } = pageOf(this.#order, this.#page, perPage);
    this.#page = page;
    this.#pages = pages;
    this.#fill(shown, (id) => describe(id)[0].known.tile);
    for (const id of shown) this.#cards.get(id)?.show(...describe(id));
    show(this.#tiles, shown.length > 0);
  }

  close(): void {
    this.#watch.disconnect();
    this.#hold.close();
    for (const card of this.#cards.values()) card.close();
    this.#cards.clear();
  }

  #fill(shown: string[], tileOf: (attemptId: string) => Tile): void {
    for (const [id, card] of this.#cards) {
      if (shown.includes(id)) continue;
      card.close();
      this.#cards.delete(id);
    }
    for (const [index, id] of shown.entries()) {
      let card = this.#cards.get(id);
      if (card === undefined) {
        card = new Card(this.#options.template, tileOf(id), this.#options.now);
        this.#cards.set(id, card);
      }
      this.#put(card, index);
    }
    this.#shown = shown;
    this.#rove();
    this.#layOut();
  }

  /** Tiles are moved only when they must be: an element that is taken out stops playing and loses the focus. */
  #put(card: Card, index: number): void {
    const there = this.#tiles.children[index] ?? null;
    if (there === card.element) return;
    if ('moveBefore' in this.#tiles && card.element.parentNode === this.#tiles) {
      (this.#tiles as Element & { moveBefore: (node: Node, before: Node | null) => void }).moveBefore(
        card.element,
        there,
      );
    } else {
      this.#tiles.insertBefore(card.element, there);
      card.picture.play();
    }
  }

  /** The wall is one tab stop. */
  #rove(): void {
    if (this.#current === undefined || !this.#shown.includes(this.#current)) this.#current = this.#shown[0];
    for (const [id, card] of this.#cards) card.open.tabIndex = id === this.#current ? 0 : -1;
  }

  #layOut(): void {
    const { clientWidth: width, clientHeight } = this.#options.root;
    const scrolls = getComputedStyle(this.#options.root).getPropertyValue('--scrolls').trim() === '1';
    const { columns, row } = layoutOf(this.#shown.length, scrolls ? { width } : { width, height: clientHeight });
    this.#columns = columns;
    this.#tiles.style.setProperty('--columns', String(columns));
    this.#tiles.style.setProperty('--row', row === undefined ? 'auto' : `${row}px`);
  }

  #listen(): void {
    const { root } = this.#options;
    const held = (): boolean => this.#tiles.querySelector(':focus-visible') !== null;
    root.addEventListener('pointerenter', ({ pointerType }) => this.#hold.set('pointer', pointerType === 'mouse'));
    root.addEventListener('pointerleave', () => this.#hold.set('pointer', false));
    root.addEventListener('focusin', () => this.#hold.set('focus', held()));
    root.addEventListener('focusout', () => this.#hold.set('focus', false));
    onEach(this.#tiles, 'click', '.kw-tile', (tile, { target }) => {
      const { onListen, onOpen } = this.#options;
      this.#press(tile, target instanceof Element && target.closest('.kw-hear') !== null ? onListen : onOpen);
    });
    this.#tiles.addEventListener('keydown', (event) => this.#key(event));
  }

  #press(tile: HTMLElement, act: (attemptId: string) => void): void {
    const id = tile.dataset['attempt'];
    if (id === undefined) return;
    this.#current = id;
    this.#rove();
    act(id);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'PageDown' || event.key === 'PageUp') this.#turnTo(event.key === 'PageDown' ? 1 : -1);
    else if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') this.#step(event.key);
    else return;
    event.preventDefault();
  }

  #step(key: string): void {
    const from = this.#shown.indexOf(this.#current ?? '');
    this.#current = this.#shown[moved(from, key, this.#shown.length, this.#columns)];
    this.#rove();
    if (this.#current !== undefined) this.#cards.get(this.#current)?.open.focus();
  }

  #turnTo(step: number): void {
    this.turn(step);
    this.#current = this.#shown[0];
    this.#rove();
    if (this.#current !== undefined) this.#cards.get(this.#current)?.open.focus();
  }
}

import { must, onEach, say, show } from '../kernel/dom';
import { isShared, sightOf, type Scene } from './card';
import { Chat, type ChatOptions } from './chat';
import { savedWords, type Condition, type Judged } from './condition';
import { age, capital } from '../kernel/words';
import { interventions, isPossible, type Intervention } from './interventions';
import { chip, Picture, showLevel } from './picture';
import { plateOf } from './plate';
import { showSilence } from './silence';
import { showTakeover } from './takeover';
import { attemptWords, extraWords, isOver, place, type Tile } from './tile';

export type Tool = 'leave' | 'listen' | 'message' | 'flag' | 'screen' | 'lower' | Intervention;

export interface FocusOptions extends Omit<ChatOptions, 'root'> {
  root: HTMLElement;
  now: () => number;
  onTool: (tool: Tool) => void;
}

/** The one candidate that is large: picture, all that is so, the tools, and what is said. */
export class Focus {
  readonly chat: Chat;
  readonly #root: HTMLElement;
  readonly #picture: Picture;
  #attemptId: string | undefined;
  #screen = false;
  #chips = '';

  constructor(options: FocusOptions) {
    this.#root = options.root;
    this.#picture = new Picture(options.root, options.now);
    this.chat = new Chat(options);
    onEach(options.root, 'click', '[data-do]', (button) => options.onTool(button.dataset['do'] as Tool));
  }

  /** The screen instead of the camera, and back. */
  turnScreen(): void {
    this.#screen = !this.#screen;
  }

  clear(): void {
    this.#turnTo(undefined);
    this.#picture.show(undefined);
  }

  show(judged: Judged, scene: Scene): void {
    this.#turnTo(judged.known.tile);
    this.#showOne(judged, scene);
  }

  showLevel(level: number | undefined): void {
    show(this.#part('sound'), level !== undefined);
    if (level === undefined) return;
    const bars = must(this.#root, '.kw-lvl', HTMLElement);
    showLevel(bars, level);
    bars.setAttribute('aria-label', `Sound level ${level} of 5`);
  }

  close(): void {
    this.#picture.close();
    this.chat.close();
  }

  #turnTo(tile: Tile | undefined): void {
    if (this.#attemptId !== tile?.attemptId) this.#screen = false;
    this.#attemptId = tile?.attemptId;
    show(must(this.#root, '#focus-none', HTMLElement), tile === undefined);
    show(must(this.#root, '#focus-one', HTMLElement), tile !== undefined);
    this.chat.open(tile);
  }

  #showOne({ known: { tile }, conditions }: Judged, scene: Scene): void {
    const { view, now } = scene;
    say(must(this.#root, '#focus-name bdi', HTMLElement), tile.name);
    say(this.#part('seat'), capital(place(tile, scene.severalRooms)) + attemptWords(tile) + extraWords(tile));
    say(must(this.#part('saved'), 'span', HTMLElement), savedWords(tile, now));
    show(this.#part('listening'), scene.listening);
    this.#showChips(conditions, now);
    this.#showTools(tile.handUpSince !== undefined, scene);
    this.#showInterventions(tile);
    showTakeover(this.#root, tile, scene.still);
    showSilence(this.#root, tile, conditions, now);
    const screen = this.#screen && isShared(view.screen) ? view.screen : undefined;
    this.#picture.show(screen ?? view.camera);
    this.#picture.cover(plateOf(tile, sightOf(view, this.#picture), now));
    const size = this.#picture.size();
    show(this.#part('line'), size !== undefined);
    say(this.#part('line'), `${screen === undefined ? 'Camera' : 'Screen'} · ${size ?? ''}`);
  }

  /** What is not possible is not there. A button that goes while the keyboard is on it hands it to the next. */
  #showInterventions(tile: Tile): void {
    const row = must(this.#root, '[data-part="interventions"]', HTMLElement);
    const buttons = interventions.map((name) => must(row, `[data-do="${name}"]`, HTMLButtonElement));
    const held = buttons.find((button) => button === document.activeElement);
    for (const button of buttons) show(button, isPossible(button.dataset['do'] as Intervention, tile));
    show(row, !isOver(tile));
    if (held?.hidden === true) (buttons.find(({ hidden }) => !hidden) ?? this.#part('log')).focus();
  }

  #showTools(handUp: boolean, { view, listening }: Scene): void {
    const tool = (name: Tool): HTMLElement => must(this.#root, `[data-do="${name}"]`, HTMLElement);
    tool('listen').setAttribute('aria-pressed', String(listening));
    tool('screen').setAttribute('aria-pressed', String(this.#screen));
    show(tool('screen'), isShared(view.screen));
    show(tool('lower'), handUp);
  }

  #showChips(conditions: readonly Condition[], now: number): void {
    const words = conditions.map((one) =>
      one.since === undefined ? one.words : `${one.words} · ${age(now - one.since)}`,
    );
    const key = words.join('|');
    if (key === this.#chips) return;
    this.#chips = key;
    this.#part('states').replaceChildren(...conditions.map((one, i) => chip(one.icon, one.tone, words[i] ?? '')));
  }

  #part(name: string): HTMLElement {
    return must(this.#root, `[data-part="${name}"]`, HTMLElement);
  }
}

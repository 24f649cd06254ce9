import { element, must, say, show } from '../kernel/dom';
import type { WatchView } from '../live/watcher';
import { lineOf, nameOf, savedWords, type Condition, type Judged, type Known } from './condition';
import { Picture, showLevel } from './picture';
import { plateOf, type Sight } from './plate';
import { gravityOf, reasonWords } from './reasons';
import type { Still } from './takeover';
import { attemptWords, type Tile } from './tile';

/** All that a tile shows beside the candidate's own state. */
export interface Scene {
  now: number;
  severalRooms: boolean;
  view: WatchView;
  listening: boolean;
  focused: boolean;
  /** Of the moment when another browser came. */
  still: Still | undefined;
}

/** One tile of the wall. Alive only while it is shown: elsewhere nothing is drawn. */
export class Card {
  readonly element: HTMLElement;
  /** Brings the candidate into focus; the keyboard comes to it. */
  readonly open: HTMLButtonElement;
  readonly picture: Picture;
  readonly #hear: HTMLButtonElement;
  readonly #bars: HTMLElement;
  readonly #parts: Record<'saved' | 'signs' | 'sound', HTMLElement>;
  readonly #name: HTMLElement;
  readonly #seat: HTMLElement;
  readonly #state: HTMLElement;
  #kinds = '';
  #signs = '';

  constructor(template: HTMLTemplateElement, { attemptId, candidateId }: Tile, now: () => number) {
    const copy = document.importNode(template.content, true);
    this.element = must(copy, '.kw-tile', HTMLElement);
    this.element.dataset['attempt'] = attemptId;
    this.element.dataset['candidate'] = candidateId;
    this.open = must(this.element, '.kw-open', HTMLButtonElement);
    this.#hear = must(this.element, '.kw-hear', HTMLButtonElement);
    this.picture = new Picture(this.element, now);
    this.#bars = must(this.element, '.kw-lvl', HTMLElement);
    const part = (name: string): HTMLElement => must(this.element, `[data-part="${name}"]`, HTMLElement);
    this.#parts = { saved: part('saved'), signs: part('signs'), sound: part('sound') };
    this.#name = must(this.element, '.kw-nm bdi', HTMLElement);
    this.#seat = must(this.element, '.kw-nm span', HTMLElement);
    this.#state = must(this.element, '.kw-st', HTMLElement);
  }

  show({ known, conditions }: Judged, scene: Scene): void {
    const { tile } = known;
    say(this.#name, tile.name);
    this.#name.title = tile.name;
    const seat = scene.severalRooms ? `${tile.roomNumber} · ${tile.seat}` : `${tile.seat}`;
    say(this.#seat, seat + attemptWords(tile));
    this.#showState(known, conditions, scene);
    this.#showSigns(known, scene);
    this.picture.show(scene.view.camera);
    this.picture.cover(plateOf(tile, sightOf(scene.view, this.picture), scene.now));
    say(must(this.#parts.saved, 'span', HTMLElement), savedWords(tile, scene.now));
    show(this.#parts.saved, tile.state === 'RUNNING');
    this.open.setAttribute('aria-current', String(scene.focused));
    this.#showListening(tile, scene.listening);
  }

  /** Undefined: nobody knows. */
  showLevel(level: number | undefined): void {
    show(this.#parts.sound, level !== undefined);
    if (level !== undefined) showLevel(this.#bars, level);
  }

  close(): void {
    this.picture.close();
    this.element.remove();
  }

  #showState({ tile }: Known, conditions: Condition[], scene: Scene): void {
    const first = conditions[0];
    if (first === undefined) return;
    const line = lineOf(tile, first, scene.now);
    const focus = scene.focused ? ' kw-is-focus' : '';
    look(this.element, `kw-tile kw-s-${first.tone}${first.loud ? ' kw-loud' : ''}${focus}`);
    look(this.#state, `kw-st kw-s-${first.tone}${first.loud ? '' : ' kw-calm'}`);
    look(must(this.#state, 'i', HTMLElement), `kw-i kw-i-${first.icon}`);
    this.#state.title = line;
    say(must(this.#state, 'span', HTMLElement), line);
    this.#showName(nameOf(tile, conditions, scene.now, scene.severalRooms), conditions);
  }

  #showListening({ name }: Tile, listening: boolean): void {
    this.#hear.setAttribute('aria-pressed', String(listening));
    this.#hear.setAttribute('aria-label', `${listening ? 'Listening' : 'Listen'} to ${name}`);
    say(must(this.#hear, 'span', HTMLElement), listening ? 'Listening' : 'Listen');
  }

  /** Ages are not announced: the name changes with what is so, or when somebody comes to the tile. */
  #showName(name: string, conditions: Condition[]): void {
    const kinds = conditions.map(({ kind, words }) => kind + words).join();
    if (kinds === this.#kinds && document.activeElement === this.open) return;
    this.#kinds = kinds;
    this.open.setAttribute('aria-label', name);
  }

  /** On the picture: what is shared, and a flag that was looked at. */
  #showSigns({ tile, flagSeen }: Known, { view }: Scene): void {
    const flag = tile.flag !== undefined && flagSeen === tile.flag.at ? tile.flag : undefined;
    const wanted = [
      ...(flag === undefined ? [] : [['flag', `${gravityOf(flag.severity)}, ${reasonWords(flag.reason)}`]]),
      ...(isShared(view.screen) ? [['screen', 'Screen shared']] : []),
    ];
    const key = JSON.stringify(wanted);
    if (key === this.#signs) return;
    this.#signs = key;
    show(this.#parts.signs, wanted.length > 0);
    this.#parts.signs.replaceChildren(
      ...wanted.map(([icon, title]) =>
        element('i', { class: `kw-i kw-i-${icon ?? ''}`, attributes: { title: title ?? '', 'aria-hidden': 'true' } }),
      ),
    );
  }
}

/** What is known of a picture: how it is watched, and its newest frame. */
export function sightOf({ state, code }: WatchView, picture: Picture): Sight {
  const frameAt = picture.frameAt();
  return { watch: state, ...(code === undefined ? {} : { code }), ...(frameAt === undefined ? {} : { frameAt }) };
}

/** Whether something comes by a screen's track: the lane is there also while nothing is shared. */
export function isShared(screen: MediaStream | undefined): screen is MediaStream {
  return screen?.getVideoTracks().some(({ muted, readyState }) => !muted && readyState === 'live') === true;
}

/** Classes are written only when they change: every second a whole wall is. */
function look(target: HTMLElement, classes: string): void {
  if (target.className !== classes) target.className = classes;
}

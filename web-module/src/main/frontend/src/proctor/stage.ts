import { must, say, show } from '../kernel/dom';
import type { Frame } from '../live/frames';
import type { WatchView } from '../live/watcher';
import { createBars, emptyOf } from './bars';
import type { Scene } from './card';
import { isPressing, type Judged } from './condition';
import { Focus, type FocusOptions } from './focus';
import { Grid, type GridOptions } from './grid';
import { sorted } from './order';
import type { Picture } from './picture';
import { RegularStills } from './regular-stills';
import type { Settings } from './settings';
import { Meters } from './sound';
import { TakenOver } from './taken-over';
import { createTally, emptyWords, fits, tallyOf, type Filter } from './tally';
import { Stills, type Still } from './takeover';
import type { Flag, WallAnswer } from './tile';

/** All that there is to draw. */
export interface Play {
  judged: ReadonlyMap<string, Judged>;
  answer: WallAnswer | undefined;
  severalRooms: boolean;
  /** Server time now, and the moment that the tiles are of: earlier while the line is away. */
  now: number;
  trueAt: number;
  live: boolean;
  factAt: number | undefined;
  focused: string | undefined;
  filter: Filter;
  settings: Settings;
  listening: readonly string[];
  viewOf: (attemptId: string) => WatchView;
}

export interface StageOptions {
  root: HTMLElement;
  now: () => number;
  grid: Pick<GridOptions, 'onOpen' | 'onListen' | 'onMove'>;
  focus: Omit<FocusOptions, 'root' | 'now'>;
  onFilter: (filter: Filter) => void;
}

/** Everything of the wall that is seen: counts, tiles, the one in focus, and the bars around them. */
export class Stage {
  readonly grid: Grid;
  readonly focus: Focus;
  readonly #root: HTMLElement;
  readonly #meters: Meters;
  readonly #bars: ReturnType<typeof createBars>;
  readonly #tally: ReturnType<typeof createTally>;
  readonly #stills = new Stills();
  readonly #takenOver: TakenOver;
  readonly #regular: RegularStills;
  #focused: string | undefined;
  #wish = '';

  constructor({ root, now, grid, focus, onFilter }: StageOptions) {
    this.#root = root;
    const template = must(root, '#tile', HTMLTemplateElement);
    this.grid = new Grid({ root: must(root, '#grid', HTMLElement), template, now, ...grid });
    this.focus = new Focus({ root: must(root, '#focus', HTMLElement), now, ...focus });
    this.#meters = new Meters((id, level) => this.#showLevel(id, level));
    this.#bars = createBars(root);
    const everyMillis = Number(root.dataset['stillMillis'] ?? 0);
    this.#regular = new RegularStills({ api: focus.api, everyMillis, now });
    this.#takenOver = new TakenOver(must(root, '#handovers', HTMLElement), focus.api);
    this.#tally = createTally(must(root, '#tally', HTMLElement), onFilter);
  }

  /** What is said of somebody, whether they are in focus or not. Answers whether it was that. */
  heed(frame: Frame): boolean {
    const attemptId = frame['attempt'] as string;
    if (frame.t === 'flag') this.#stills.heed(attemptId, frame['flag'] as Flag, () => this.#stillOf(attemptId));
    return this.focus.chat.heed(frame);
  }

  draw(play: Play): void {
    const all = [...play.judged.values()];
    const wanted = sorted(
      all.filter((one) => fits(play.filter, one)),
      play.settings.order,
    );
    this.#focused = play.focused;
    this.#heedWish(`${play.filter} ${play.settings.order}`);
    this.grid.show(wanted, play.settings.perPage, (id) => [judgedOf(play, id), this.#scene(play, id)]);
    for (const { known } of all) this.#stills.follow(known.tile, () => this.#stillOf(known.tile.attemptId));
    this.#drawFocus(play);
    this.#tally(tallyOf(all), play.filter);
    this.#drawEmpty(play, wanted.length);
    const pressing = all.filter(({ conditions }) => isPressing(conditions)).length;
    this.#bars({
      ...play,
      ...this.grid.page(),
      shown: this.grid.shown().length,
      tiles: all.length,
      pressing,
      listening: play.listening.length,
    });
    this.#takenOver.show(play.answer?.handovers ?? []);
    this.#drawLevels(play);
    this.#regular.look(this.#pictures(play));
  }

  close(): void {
    this.#meters.close();
    this.grid.close();
    this.focus.close();
  }

  /** What the proctor asks for stands at once, wherever the hand is. */
  #heedWish(wish: string): void {
    if (wish !== this.#wish) this.grid.sortAnew();
    this.#wish = wish;
  }

  #drawFocus(play: Play): void {
    const { focused } = play;
    if (focused === undefined) this.focus.clear();
    else this.focus.show(judgedOf(play, focused), this.#scene(play, focused));
  }

  #scene({ trueAt, severalRooms, viewOf, listening, focused }: Play, id: string): Scene {
    const mine = { view: viewOf(id), listening: listening.includes(id), focused: id === focused };
    return { now: trueAt, severalRooms, ...mine, still: this.#stills.of(id) };
  }

  #stillOf(attemptId: string): Still | undefined {
    const card = this.grid.card(attemptId);
    const [picture, at] = [card?.picture.still(), card?.picture.frameAt()];
    return picture === undefined || at === undefined ? undefined : { picture, at };
  }

  /** Of those on the page whose exam goes on. */
  #pictures({ judged }: Play): Map<string, Picture> {
    const pictures = new Map<string, Picture>();
    for (const id of this.grid.shown()) {
      const picture = this.grid.card(id)?.picture;
      if (picture !== undefined && judged.get(id)?.known.tile.state === 'RUNNING') pictures.set(id, picture);
    }
    return pictures;
  }

  #drawEmpty({ answer, filter }: Play, count: number): void {
    const empty = must(this.#root, '#no-tiles', HTMLElement);
    const { title, text } = emptyOf(answer, filter === 'all' ? undefined : emptyWords(filter));
    show(empty, count === 0);
    say(must(empty, 'h2', HTMLElement), title);
    say(must(empty, 'p', HTMLElement), text);
  }

  /** Sound of those that are on the page, and of the one in focus. */
  #drawLevels({ viewOf, focused }: Play): void {
    const ids = new Set([...this.grid.shown(), ...(focused === undefined ? [] : [focused])]);
    const streams = new Map<string, MediaStream>();
    for (const id of ids) {
      const { camera, state } = viewOf(id);
      if (camera !== undefined && state === 'CONNECTED') streams.set(id, camera);
    }
    this.#meters.follow(streams);
    for (const id of ids) this.#showLevel(id, this.#meters.level(id));
  }

  #showLevel(attemptId: string, level: number | undefined): void {
    this.grid.card(attemptId)?.showLevel(level);
    if (attemptId === this.#focused) this.focus.showLevel(level);
  }
}

function judgedOf({ judged }: Play, id: string): Judged {
  const one = judged.get(id);
  if (one === undefined) throw new Error(`No tile ${id}`);
  return one;
}

import { staffApi, type Api } from '../kernel/api';
import { createClock } from '../kernel/clock';
import { must } from '../kernel/dom';
import { pageTiming } from '../kernel/timing';
import type { Frame } from '../live/frames';
import { createActs, type Acts } from './acts';
import { isPressing, judge } from './condition';
import type { Action } from './keys';
import { WallLine, type LineEnd } from './line';
import { Listening } from './listening';
import { Media } from './media';
import type { Changes } from './news';
import { createNotices, type Notices } from './notices';
import { nextInNeed, sorted } from './order';
import { keepSettings, readSettings, seenFlags, type Settings } from './settings';
import { Stage } from './stage';
import { createState } from './state';
import { fits, type Filter } from './tally';
import type { Message, Tile, WallAnswer } from './tile';
import { Toasts } from './toasts';
import { failed, heldBack } from './troubles';

/** What comes together is drawn together. */
const DRAW_MILLIS = 50;
/** Ages count on. */
const TICK_MILLIS = 1_000;

/** The wall of one exam: takes in what the server says and what the proctor does, and has both drawn. */
export class Wall {
  readonly settings: Settings = readSettings();
  readonly #clock = createClock();
  readonly #api: Api = staffApi({ clock: this.#clock });
  readonly #state = createState(seenFlags);
  readonly #toasts: Toasts;
  readonly #notices: Notices;
  readonly #line: WallLine;
  readonly #media: Media;
  readonly #listening: Listening;
  readonly #stage: Stage;
  readonly #acts: Acts;
  #focused: string | undefined;
  #filter: Filter = 'all';
  #factAt: number | undefined;
  #due = false;
  #cancel: () => void = () => undefined;

  constructor(root: HTMLElement, exam: string, onEnd: (why: LineEnd) => void) {
    this.#toasts = new Toasts(must(root, '#toasts', HTMLElement));
    this.#notices = createNotices(this.#toasts, (id) => this.open(id));
    this.#line = this.#makeLine(exam, onEnd);
    this.#media = new Media(this.#line, () => this.#drawSoon());
    this.#listening = this.#makeListening();
    this.#stage = this.#makeStage(root);
    this.#acts = createActs(this.#line, this.#toasts, root);
    this.#tick();
  }

  /** Does what a key or a button asks for. */
  do(action: Exclude<Action, 'keys'> | keyof Acts): void {
    const tile = this.#state.find(this.#target())?.tile;
    if (action === 'next') this.#openNext();
    else if (action === 'leave') this.#focused = undefined;
    else if (action === 'screen') this.#stage.focus.turnScreen();
    else if (tile !== undefined) this.#doTo(action, tile);
    this.#drawSoon();
  }

  /** Brings somebody into focus, on whatever page of the tiles they are. */
  open(attemptId: string): void {
    const known = this.#state.find(attemptId);
    if (known === undefined) return;
    if (!fits(this.#filter, judge(known, this.#line.now()))) this.#filter = 'all';
    this.#focused = attemptId;
    this.#draw();
    this.#stage.grid.goTo(attemptId, this.settings.perPage);
  }

  turn(step: number): void {
    this.#stage.grid.turn(step);
  }

  change(settings: Partial<Settings>): void {
    Object.assign(this.settings, settings);
    keepSettings(this.settings);
    this.#drawSoon();
  }

  /** Silence. */
  hush(): void {
    for (const id of this.#listening.all()) this.#listening.stop(id);
  }

  close(): void {
    this.#cancel();
    this.#listening.close();
    this.#media.close();
    this.#line.close();
    this.#stage.close();
    this.#toasts.clear();
  }

  #makeLine(exam: string, onEnd: (why: LineEnd) => void): WallLine {
    return new WallLine({
      exam,
      api: this.#api,
      clock: this.#clock,
      onWelcome: () => {
        this.#media.welcome();
        this.#listening.welcome();
        this.#stage.focus.chat.welcome();
      },
      onAnswer: (answer) => this.#take(answer),
      onFrame: (frame) => this.#heed(frame),
      onLive: () => this.#drawSoon(),
      onEnd: (why) => {
        this.close();
        onEnd(why);
      },
    });
  }

  #makeListening(): Listening {
    return new Listening({
      line: this.#line,
      onChange: () => this.#drawSoon(),
      onRefused: (id, problem) =>
        failed(this.#toasts, `listen:${id}`, 'Not listening', problem, () => this.#listening.toggle(id)),
      onHeldBack: () => heldBack(this.#toasts),
    });
  }

  #makeStage(root: HTMLElement): Stage {
    return new Stage({
      root,
      now: () => this.#clock.now(),
      grid: { onOpen: (id) => this.open(id), onListen: (id) => this.#listening.toggle(id), onMove: () => this.#draw() },
      focus: {
        api: this.#api,
        line: this.#line,
        me: document.querySelector('.kw-who .kw-nm')?.textContent ?? '',
        onTool: (tool) => this.do(tool),
        onFailed: (problem, again) => failed(this.#toasts, 'say', 'Message not sent', problem, again),
      },
      onFilter: (filter) => {
        this.#filter = filter;
        this.#draw();
      },
    });
  }

  #take(answer: WallAnswer): void {
    this.#changed(this.#state.take(answer));
    this.#media.follow(this.#state.all(), true);
  }

  #heed(frame: Frame): void {
    if (this.#media.heed(frame)) return;
    this.#factAt = this.#clock.now();
    if (frame.t === 'tile') {
      if (this.#state.find((frame['tile'] as Tile).attemptId) === undefined) this.#line.lookSoon();
      this.#changed(this.#state.heed(frame['tile'] as Tile, frame['at'] as string));
      this.#media.follow(this.#state.all(), false);
    } else if (frame.t === 'store') {
      this.#state.heedStore(frame['awaySince'] as string | undefined);
      this.#line.lookSoon();
    } else if (this.#stage.heed(frame) && frame.t === 'message') {
      this.#wrote(frame['attempt'] as string, frame['message'] as Message);
    }
  }

  #wrote(attemptId: string, message: Message): void {
    const tile = this.#state.find(attemptId)?.tile;
    if (tile === undefined || message.from !== 'CANDIDATE' || message.readAt !== undefined) return;
    if (!this.#isBefore(attemptId)) this.#notices.wrote(tile, message, this.#state.severalRooms());
  }

  #changed(changes: Changes): void {
    const begun = changes.begun.filter(({ kind, tile }) => kind !== 'message' || !this.#isBefore(tile.attemptId));
    this.#notices.changed({ begun, ended: changes.ended }, this.#state.severalRooms());
    this.#drawSoon();
  }

  /** Whether the proctor has somebody before them. */
  #isBefore(attemptId: string): boolean {
    return attemptId === this.#focused && !document.hidden;
  }

  #doTo(action: 'listen' | 'only' | 'message' | keyof Acts, tile: Tile): void {
    if (action === 'listen') this.#listening.toggle(tile.attemptId);
    else if (action === 'only') this.#listening.only(tile.attemptId);
    else if (action === 'message') {
      this.open(tile.attemptId);
      this.#stage.focus.chat.focus();
    } else void this.#acts[action](tile);
  }

  /** Whom a key means: the tile that the keyboard is on, else the one in focus. */
  #target(): string | undefined {
    return this.#stage.grid.hasKeyboard() ? this.#stage.grid.current() : this.#focused;
  }

  #openNext(): void {
    const pressing = this.#state.judged(this.#line.now()).filter(({ conditions }) => isPressing(conditions));
    const next = nextInNeed(sorted(pressing, 'need'), this.#focused);
    if (next !== undefined) this.open(next);
  }

  #tick(): void {
    this.#cancel = pageTiming.after(TICK_MILLIS, () => {
      this.#draw();
      this.#tick();
    });
  }

  #drawSoon(): void {
    if (this.#due) return;
    this.#due = true;
    pageTiming.after(DRAW_MILLIS, () => this.#draw());
  }

  #draw(): void {
    this.#due = false;
    if (this.#focused !== undefined && this.#isBefore(this.#focused)) this.#look(this.#focused);
    const judged = new Map(this.#state.judged(this.#line.now()).map((one) => [one.known.tile.attemptId, one]));
    this.#stage.draw({
      judged,
      answer: this.#state.answer(),
      severalRooms: this.#state.severalRooms(),
      now: this.#clock.now(),
      trueAt: this.#line.now(),
      live: this.#line.isLive(),
      factAt: this.#factAt,
      focused: this.#focused,
      filter: this.#filter,
      settings: this.settings,
      listening: this.#listening.all(),
      viewOf: (id) => this.#media.view(id),
    });
    this.#listening.follow((id) => this.#media.view(id).camera);
  }

  /** What stands there of the one in focus was seen. Who is there no more is in nobody's focus; a next attempt is. */
  #look(attemptId: string): void {
    this.#focused = this.#state.find(attemptId)?.tile.attemptId;
    this.#state.looked(attemptId);
    this.#notices.looked(attemptId);
  }
}

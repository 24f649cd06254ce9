import type { Api } from '../kernel/api';
import { must, onEach } from '../kernel/dom';
import { isPassing } from '../kernel/problems';
import { pageTiming } from '../kernel/timing';
import type { Frame, Line } from '../live/frames';
import { logOf, withFlag, withMessage, type Conversation } from './log';
import type { Flag, Message, Tile } from './tile';

export interface ChatOptions {
  root: HTMLElement;
  api: Api;
  line: Line;
  /** The name under which this proctor writes. */
  me: string;
  onFailed: (problem: unknown, again: () => void) => void;
}

const AGAIN_MILLIS = 5_000;

/** What is said between the proctor and the one in focus. Whoever has it before them has read it. */
export class Chat {
  readonly #options: ChatOptions;
  readonly #log: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #drafts = new Map<string, string>();
  #tile: Tile | undefined;
  #said: Conversation = { messages: [], flags: [] };
  readonly #ended = new AbortController();
  #cancel: () => void = () => undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#log = must(options.root, '.kw-log', HTMLElement);
    this.#field = must(options.root, '#message', HTMLInputElement);
    const form = must(options.root, '.kw-say', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    onEach(form, 'click', '.kw-phrases button', (phrase) => this.#write(phrase.textContent));
    document.addEventListener('visibilitychange', () => this.#read(), { signal: this.#ended.signal });
  }

  /** Turns to somebody; what was half written to the one before is kept. */
  open(tile: Tile | undefined): void {
    if (this.#tile?.attemptId === tile?.attemptId) {
      this.#tile = tile;
      return;
    }
    if (this.#tile !== undefined) this.#drafts.set(this.#tile.attemptId, this.#field.value);
    this.#cancel();
    this.#tile = tile;
    this.#said = { messages: [], flags: [] };
    this.#field.value = tile === undefined ? '' : (this.#drafts.get(tile.attemptId) ?? '');
    this.#field.placeholder = tile === undefined ? '' : `Message to ${tile.name}`;
    this.#draw();
    void this.#fetch();
  }

  /** To the field, as by a key. */
  focus(): void {
    this.#field.focus();
  }

  /** Takes in `message` and `flag`; answers whether the frame was one of them. */
  heed(frame: Frame): boolean {
    if (frame.t !== 'message' && frame.t !== 'flag') return false;
    if (frame['attempt'] !== this.#tile?.attemptId) return true;
    if (frame.t === 'flag') this.#said = withFlag(this.#said, frame['flag'] as Flag);
    else this.#said = withMessage(this.#said, frame['message'] as Message);
    this.#draw();
    this.#read();
    return true;
  }

  /** The line is back: something may have been said meanwhile. */
  welcome(): void {
    void this.#fetch();
  }

  close(): void {
    this.#ended.abort();
    this.#cancel();
  }

  #read(): void {
    const unread = this.#said.messages.some(({ from, readAt }) => from === 'CANDIDATE' && readAt === undefined);
    if (unread && !document.hidden) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const tile = this.#tile;
    if (tile === undefined || document.hidden) return;
    try {
      const said = (await this.#options.api.get(`/attempts/${tile.attemptId}/conversation`)) as Conversation;
      if (tile.attemptId !== this.#tile?.attemptId) return;
      this.#said = said;
      this.#draw();
    } catch (problem) {
      if (!isPassing(problem)) return;
      this.#cancel();
      this.#cancel = pageTiming.after(AGAIN_MILLIS, () => void this.#fetch());
    }
  }

  #write(text: string): void {
    this.#field.value = text;
    this.#field.focus();
  }

  async #send(): Promise<void> {
    const text = this.#field.value.trim();
    const attempt = this.#tile?.attemptId;
    if (text === '' || attempt === undefined) return;
    try {
      const answer = await this.#options.line.request('say', { attempt, text });
      if (this.#drafts.get(attempt) === text) this.#drafts.delete(attempt);
      if (attempt !== this.#tile?.attemptId) return;
      if (this.#field.value.trim() === text) this.#field.value = '';
      this.#said = withMessage(this.#said, answer['message'] as Message);
      this.#draw();
    } catch (problem) {
      this.#options.onFailed(problem, () => void this.#send());
    }
  }

  /** Who reads what is above is not taken away from it. */
  #draw(): void {
    const log = this.#log;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    log.replaceChildren(...(this.#tile === undefined ? [] : logOf(this.#tile, this.#said, this.#options.me)));
    if (atEnd) log.scrollTop = log.scrollHeight;
  }
}

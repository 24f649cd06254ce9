import { must } from '../kernel/dom';

/** The raised hand. Pressed without a line, it goes up as soon as there is one. */
export class Hand {
  readonly #button: HTMLButtonElement;
  readonly #tell: (up: boolean) => Promise<unknown>;
  readonly #closing = new AbortController();
  #up = false;
  #unheard: boolean | undefined;

  /** `tell` rejects when nobody heard. */
  constructor(root: HTMLElement, tell: (up: boolean) => Promise<unknown>) {
    this.#button = must(root, '[data-hand]', HTMLButtonElement);
    this.#tell = tell;
    this.#button.addEventListener('click', () => this.#press(), { signal: this.#closing.signal });
    this.#draw();
  }

  /** What the server says of it. */
  set(up: boolean): void {
    this.#up = up;
    this.#draw();
  }

  /** The line is back: a wish that nobody heard is said again. */
  async repeat(): Promise<void> {
    const wish = this.#unheard;
    if (wish === undefined) return;
    try {
      await this.#tell(wish);
    } catch {
      return;
    }
    if (this.#unheard === wish) this.#unheard = undefined;
    this.set(wish);
  }

  isUp(): boolean {
    return this.#unheard ?? this.#up;
  }

  /** Whether the server knows. */
  isHeard(): boolean {
    return this.#unheard === undefined;
  }

  close(): void {
    this.#closing.abort();
  }

  #press(): void {
    this.#unheard = !this.isUp();
    this.#draw();
    void this.repeat();
  }

  #draw(): void {
    this.#button.setAttribute('aria-pressed', String(this.isUp()));
  }
}

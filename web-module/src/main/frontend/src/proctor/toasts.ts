import { element } from '../kernel/dom';
import { pageTiming, type Timing } from '../kernel/timing';

export interface Toast {
  /** The same key again replaces what stands there. */
  key: string;
  icon: string;
  tone: string;
  /** A name of a person, in any script, and what is so with them; or a sentence. */
  name?: string;
  title: string;
  text: string;
  action?: { words: string; act: () => void };
  /** Said at once instead of politely. */
  error?: boolean;
}

/** Who reads more at once than this reads none. */
const MOST = 3;
const SHORT_MILLIS = 6_000;

/** Short news at the edge of the page. What holds an action or an error stays until it is dealt with. */
export class Toasts {
  readonly #root: HTMLElement;
  readonly #timing: Timing;
  readonly #standing = new Map<string, Toast>();
  readonly #made = new Map<Toast, HTMLElement>();

  constructor(root: HTMLElement, timing: Timing = pageTiming) {
    this.#root = root;
    this.#timing = timing;
  }

  tell(toast: Toast): void {
    this.#standing.delete(toast.key); // The newest comes last.
    this.#standing.set(toast.key, toast);
    this.#draw();
    if (toast.action === undefined && toast.error !== true) {
      this.#timing.after(SHORT_MILLIS, () => {
        if (this.#standing.get(toast.key) === toast) this.withdraw(toast.key);
      });
    }
  }

  has(key: string): boolean {
    return this.#standing.has(key);
  }

  withdraw(key: string): void {
    if (this.#standing.delete(key)) this.#draw();
  }

  clear(): void {
    this.#standing.clear();
    this.#draw();
  }

  #draw(): void {
    const all = [...this.#standing.values()];
    const shown = all.slice(-MOST);
    for (const [toast, made] of this.#made) {
      if (shown.includes(toast)) continue;
      made.remove();
      this.#made.delete(toast);
    }
    for (const toast of shown) {
      if (this.#made.has(toast)) continue;
      const made = this.#make(toast);
      this.#made.set(toast, made);
      this.#root.append(made);
    }
    this.#drawRest(all.length - shown.length);
  }

  #drawRest(count: number): void {
    this.#root.querySelector('[data-rest]')?.remove();
    if (count === 0) return;
    const clear = element('button', {
      class: 'kw-btn kw-btn-s kw-btn-quiet',
      text: 'Clear all',
      attributes: { type: 'button' },
    });
    clear.addEventListener('click', () => this.clear());
    this.#root.prepend(
      element(
        'div',
        { class: 'kw-toast kw-s-idle', attributes: { 'data-rest': '' } },
        sign('more'),
        `and ${count} more`,
        clear,
      ),
    );
  }

  #make(toast: Toast): HTMLElement {
    const title = element('strong');
    if (toast.name !== undefined) title.append(element('bdi', { text: toast.name }), ' ');
    title.append(toast.title);
    const button = element('button', {
      class: `kw-btn kw-btn-s kw-btn-quiet${toast.action === undefined ? ' kw-btn-icon' : ''}`,
      attributes: { type: 'button' },
    });
    if (toast.action === undefined) {
      button.append(sign('x'));
      button.setAttribute('aria-label', 'Take away');
    } else button.textContent = toast.action.words;
    button.addEventListener('click', () => {
      this.withdraw(toast.key);
      toast.action?.act();
    });
    const attributes = toast.error === true ? { role: 'alert' } : undefined;
    const made = element('div', {
      class: `kw-toast kw-s-${toast.tone}`,
      ...(attributes === undefined ? {} : { attributes }),
    });
    made.append(sign(toast.icon), title, button, element('p', { text: toast.text }));
    return made;
  }
}

function sign(icon: string): HTMLElement {
  return element('i', { class: `kw-i kw-i-${icon}`, attributes: { 'aria-hidden': 'true' } });
}

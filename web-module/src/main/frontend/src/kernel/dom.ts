type Kind<E extends Element> = new () => E;

/** The one element that the page's markup promises; its absence is our fault and says so. */
export function must<E extends Element>(root: ParentNode, selector: string, kind: Kind<E>): E {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} ${selector}`);
  return found;
}

export interface ElementParts {
  class?: string;
  text?: string;
  attributes?: Record<string, string>;
}

/** A new element. Data only ever becomes text or an attribute's value, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: ElementParts = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class !== undefined) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Writes a text only when it changed, so that screen readers hear no repetition. */
export function say(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

export function show(target: HTMLElement, visible: boolean): void {
  target.hidden = !visible;
}

/** A value that the server laid into `data-*`; an absent one is our fault and says so. */
export function given(target: HTMLElement, name: string): string {
  const value = target.dataset[name];
  if (value === undefined) throw new Error(`The page gives no data-${name}`);
  return value;
}

/** A click or other event on any element below `root` that fits `selector`, also on those that come later. */
export function onEach<K extends keyof HTMLElementEventMap>(
  root: HTMLElement,
  event: K,
  selector: string,
  act: (target: HTMLElement, event: HTMLElementEventMap[K]) => void,
  signal?: AbortSignal,
): void {
  const heed = (happened: HTMLElementEventMap[K]): void => {
    const target = happened.target instanceof Element ? happened.target.closest(selector) : null;
    if (target instanceof HTMLElement) act(target, happened);
  };
  root.addEventListener(event, heed, signal === undefined ? {} : { signal });
}

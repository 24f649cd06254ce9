import { layLanes, type Drawing, type LaneFacts, type Shape } from './lanes';
import { offset } from './moments';

const SVG = 'http://www.w3.org/2000/svg';

export interface TimelineViewOptions {
  root: HTMLElement;
  onSeek: (at: number) => void;
}

/** The timeline as a drawing that is also a slider. What it shows stands in words in the lists beside it. */
export class TimelineView {
  readonly #options: TimelineViewOptions;
  readonly #observer: ResizeObserver;
  #facts: LaneFacts | undefined;
  #drawing: Drawing | undefined;
  #head: SVGGElement | undefined;
  #at = 0;

  constructor(options: TimelineViewOptions) {
    this.#options = options;
    this.#observer = new ResizeObserver(() => this.#draw());
    this.#observer.observe(options.root);
    options.root.addEventListener('pointerdown', (event) => {
      options.root.setPointerCapture(event.pointerId);
      this.#seek(event);
    });
    options.root.addEventListener('pointermove', (event) => {
      if (options.root.hasPointerCapture(event.pointerId)) this.#seek(event);
    });
  }

  show(facts: LaneFacts): void {
    this.#facts = facts;
    this.#draw();
  }

  /** Moves the head; the words only by whole seconds, so that screen readers can follow. */
  move(at: number): void {
    this.#at = at;
    if (this.#facts === undefined || this.#drawing === undefined) return;
    const { from, to } = this.#facts.span;
    this.#head?.setAttribute('transform', `translate(${this.#drawing.scale.x(at).toFixed(1)} 0)`);
    const { root } = this.#options;
    const seconds = String(Math.floor((at - from) / 1000));
    if (root.getAttribute('aria-valuenow') === seconds && root.hasAttribute('aria-valuetext')) return;
    root.setAttribute('aria-valuemax', String(Math.max(0, Math.ceil((to - from) / 1000))));
    root.setAttribute('aria-valuenow', seconds);
    root.setAttribute('aria-valuetext', `${offset(at, from)} of ${offset(to, from)}`);
  }

  close(): void {
    this.#observer.disconnect();
  }

  #seek(event: PointerEvent): void {
    const left = this.#options.root.getBoundingClientRect().left;
    if (this.#drawing !== undefined) this.#options.onSeek(this.#drawing.scale.at(event.clientX - left));
  }

  #draw(): void {
    const width = Math.floor(this.#options.root.clientWidth);
    if (this.#facts === undefined || width === 0) return;
    this.#drawing = layLanes(this.#facts, width);
    const { height, shapes } = this.#drawing;
    this.#head = head(height);
    const svg = make('svg', { class: 'kw-lanes', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
    svg.append(hatches(), ...shapes.map(drawn), this.#head);
    this.#options.root.replaceChildren(svg);
    this.move(this.#at);
  }
}

function make<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function drawn(shape: Shape): SVGElement {
  const made = make(shape.tag, { class: shape.class });
  for (const [name, value] of Object.entries(shape.numbers))
    made.setAttribute(name, String(Math.round(value * 10) / 10));
  if (shape.path !== undefined) made.setAttribute('d', shape.path);
  if (shape.middle === true) made.setAttribute('text-anchor', 'middle');
  if (shape.text !== undefined) made.textContent = shape.text;
  if (shape.title !== undefined) {
    const title = make('title');
    title.textContent = shape.title;
    made.append(title);
  }
  return made;
}

function head(height: number): SVGGElement {
  const group = make('g', { class: 'kw-playhead' });
  group.append(
    make('line', { class: 'kw-head1', x1: '0', x2: '0', y1: '16', y2: String(height) }),
    make('path', { class: 'kw-headk', d: 'M-5 14h10v1l-5 5l-5-5z' }),
  );
  return group;
}

/** Gaps are hatched, so that they read without their colour. */
function hatches(): SVGDefsElement {
  const defs = make('defs');
  for (const [id, line] of [
    ['hatch', 'kw-h-warn'],
    ['hatchbad', 'kw-h-bad'],
  ] as const) {
    const size = { width: '6', height: '6' };
    const pattern = make('pattern', { id, ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    pattern.append(
      make('rect', { class: 'kw-h-bg', ...size }),
      make('line', { class: line, x1: '0', y1: '0', x2: '0', y2: '6' }),
    );
    defs.append(pattern);
  }
  return defs;
}

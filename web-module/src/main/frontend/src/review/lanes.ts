import type { Track } from '../media/policy';
import { lengthWords } from './gap-words';
import type { Span, Stretch } from './line';
import { trackNames, type Mark, type MarkKind } from './marks';
import { offset } from './moments';

/** One SVG element of the drawing. */
export interface Shape {
  tag: 'rect' | 'circle' | 'path' | 'text' | 'line';
  class: string;
  numbers: Record<string, number>;
  path?: string;
  text?: string;
  middle?: boolean;
  /** What it says when pointed at. */
  title?: string;
}

export interface Drawing {
  width: number;
  height: number;
  scale: Scale;
  shapes: Shape[];
}

export interface Scale {
  x(at: number): number;
  at(x: number): number;
}

export interface LaneFacts {
  span: Span;
  tracks: readonly { track: Track; stretches: readonly Stretch[] }[];
  marks: readonly Mark[];
}

const LANE = 24;
const TOP = 20;
const RIGHT = 16;
/** What is missing is drawn this wide at least, however short it was. */
const LEAST = 4;
const TICK_ROOM = 64;
const STEPS = [5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400].map((seconds) => seconds * 1000);

const eventLanes: { name: string; kinds: MarkKind[] }[] = [
  { name: 'Flags', kinds: ['flag'] },
  { name: 'Messages', kinds: ['message', 'pause'] },
  { name: 'Presence', kinds: ['presence', 'still'] },
  { name: 'Notes', kinds: ['note'] },
];

export function scaleOf(span: Span, width: number): Scale {
  const left = width < 560 ? 62 : 84;
  const room = Math.max(1, width - left - RIGHT);
  const length = Math.max(1, span.to - span.from);
  return {
    x: (at) => left + (Math.min(Math.max(at, span.from), span.to) - span.from) * (room / length),
    at: (x) => Math.round(span.from + Math.min(Math.max(x - left, 0), room) * (length / room)),
  };
}

/** Lays the whole timeline out for a width in pixels. */
export function layLanes(facts: LaneFacts, width: number): Drawing {
  const scale = scaleOf(facts.span, width);
  const lanes = facts.tracks.length + eventLanes.length;
  const height = TOP + lanes * LANE + 4;
  const shapes = ticks(facts.span, scale, width, height);
  facts.tracks.forEach(({ track, stretches }, index) => {
    shapes.push(...trackLane(track, stretches, facts, scale, TOP + index * LANE));
  });
  eventLanes.forEach(({ name, kinds }, index) => {
    const top = TOP + (facts.tracks.length + index) * LANE;
    const marks = facts.marks.filter((mark) => kinds.includes(mark.kind));
    shapes.push(label(name, top), ...marks.map((mark) => eventShape(mark, facts.span, scale, top)));
  });
  return { width, height, scale, shapes };
}

function ticks(span: Span, scale: Scale, width: number, height: number): Shape[] {
  const perMilli = (scale.x(span.to) - scale.x(span.from)) / Math.max(1, span.to - span.from);
  const step = STEPS.find((candidate) => candidate * perMilli >= TICK_ROOM) ?? STEPS.at(-1) ?? 1;
  const shapes: Shape[] = [];
  for (let at = span.from; at <= span.to; at += step) {
    const x = scale.x(at);
    shapes.push({ tag: 'line', class: 'kw-grid', numbers: { x1: x, x2: x, y1: TOP - 3, y2: height } });
    if (x + 24 > width) continue;
    shapes.push({ tag: 'text', class: 'kw-tick', numbers: { x, y: 12 }, text: offset(at, span.from), middle: true });
  }
  return shapes;
}

function label(text: string, top: number): Shape {
  return { tag: 'text', class: 'kw-lab', numbers: { x: 0, y: top + 12 }, text };
}

function trackLane(track: Track, stretches: readonly Stretch[], facts: LaneFacts, scale: Scale, top: number): Shape[] {
  const bar = track === 'camera' ? 'kw-track' : 'kw-track2';
  const recorded = stretches.map((stretch) => ({
    tag: 'rect' as const,
    class: bar,
    numbers: box(stretch.from, stretch.to, scale, top + 2, 1),
    title: `${trackNames[track]}, take ${stretch.number}: ${lengthWords((stretch.to - stretch.from) / 1000)}`,
  }));
  const missing = facts.marks.filter((mark) => mark.kind === 'gap' && mark.track === track);
  const gaps = missing.map((mark) => ({
    tag: 'rect' as const,
    class: mark.tone === 'bad' ? 'kw-gapbad' : 'kw-gapbox',
    numbers: box(mark.at, mark.to ?? mark.at, scale, top + 2, LEAST),
    title: `${offset(mark.at, facts.span.from)} ${mark.text}`,
  }));
  const copies = missing.flatMap(({ covers = [] }) =>
    covers.map(({ source, from, to }) => ({
      tag: 'rect' as const,
      class: 'kw-cover',
      numbers: { ...box(from, to, scale, top + 12, LEAST), height: 4, rx: 1 },
      title: `Copy by ${source}: ${lengthWords((to - from) / 1000)}`,
    })),
  );
  return [label(trackNames[track], top), ...recorded, ...gaps, ...copies];
}

function box(from: number, to: number, scale: Scale, y: number, least: number): Record<string, number> {
  const x = scale.x(from);
  return { x, y, width: Math.max(least, scale.x(to) - x), height: 14, rx: 2 };
}

const flagHeights: Partial<Record<Mark['tone'], number>> = { info: 8, warn: 13, bad: 18 };

function eventShape(mark: Mark, span: Span, scale: Scale, top: number): Shape {
  const x = scale.x(mark.at);
  const title = `${offset(mark.at, span.from)} ${mark.title}${mark.text === '' ? '' : `: ${mark.text}`}`;
  switch (mark.kind) {
    case 'flag': {
      const tall = flagHeights[mark.tone] ?? 8;
      const numbers = { x: x - 2.5, y: top + 18 - tall, width: 5, height: tall, rx: 1 };
      return { tag: 'rect', class: `kw-${mark.tone}`, numbers, title };
    }
    case 'pause':
      return {
        tag: 'rect',
        class: 'kw-pausebox',
        numbers: box(mark.at, mark.to ?? span.to, scale, top + 2, LEAST),
        title,
      };
    case 'still':
      return { tag: 'rect', class: 'kw-idle', numbers: { x: x - 1, y: top + 4, width: 2, height: 10 }, title };
    case 'note':
      return { tag: 'path', class: 'kw-idle', numbers: {}, path: `M${x - 5} ${top + 3}h10v7l-5 5l-5-5z`, title };
    default:
      return {
        tag: 'circle',
        class: `kw-${mark.tone}`,
        numbers: { cx: x, cy: top + 9, r: mark.kind === 'message' ? 5 : 4 },
        title,
      };
  }
}

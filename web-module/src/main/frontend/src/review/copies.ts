import { element } from '../kernel/dom';
import type { Gap, Source, TrackReport } from './facts';
import { lengthWords } from './gap-words';
import { icon } from './mark-list';

/** A part of a gap that a copy shows, made by somebody other than our recorder. */
export interface Cover {
  source: string;
  object: string;
  from: number;
  to: number;
  /** Seconds into the copy. */
  start: number;
}

/** What copies show of a gap, in the order of time. */
export function covers(gap: Gap, sources: readonly Source[]): Cover[] {
  return sources.flatMap(({ source, object, startMillis = 0, ...stretch }) => {
    const began = Date.parse(stretch.from);
    const from = Math.max(began, Date.parse(gap.from));
    const to = Math.min(Date.parse(stretch.to), Date.parse(gap.to));
    if (object === undefined || to <= from) return [];
    return [{ source, object, from, to, start: (startMillis + from - began) / 1000 }];
  });
}

/** Whose copies, and how much of the gap they show. */
export function coverWords(gap: Gap, sources: readonly Source[]): string {
  const by = [...new Set(covers(gap, sources).map(({ source }) => source))];
  if (by.length === 0) return '';
  const share = gap.seconds - gap.coveredSeconds < 0.1 ? 'all of it' : `${lengthWords(gap.coveredSeconds)} of it`;
  return `A copy by ${by.join(' and ')} shows ${share}.`;
}

/** Offers to see and to save each copy that shows something of a gap: exactly that copy, from that moment. */
export function copyRows(gap: Gap, { track, sources }: TrackReport, attempt: string): HTMLElement[] {
  return covers(gap, sources).map(({ source, object, from, to, start }) => {
    const href = `/api/v1/attempts/${attempt}/recording/${track}/archive/${object}`;
    const length = lengthWords((to - from) / 1000);
    return element(
      'div',
      { class: 'kw-row kw-copy', attributes: { 'data-copy': object } },
      element('span', { class: 'kw-st kw-s-info' }, icon('cam'), `Copy by ${source}, ${length}`),
      link('Play', `${href}?play=true#t=${start}`, `Play the copy by ${source} in a new tab`, '_blank'),
      link('Download', href, `Download the copy by ${source}`),
    );
  });
}

function link(text: string, href: string, label: string, target?: string): HTMLElement {
  const own = target === undefined ? {} : { target, rel: 'noopener' };
  return element('a', { attributes: { href, 'aria-label': label, ...own }, text });
}

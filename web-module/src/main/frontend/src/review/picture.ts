import { element, say, show } from '../kernel/dom';
import type { Track } from '../media/policy';
import { timeOfDay } from '../kernel/words';
import { trackNames } from './marks';

/** The picture of one track on its plate, with what belongs to it. */
export interface Picture {
  element: HTMLElement;
  video: HTMLVideoElement;
  /** Says what is shown; with a title, the plate covers the picture. */
  tell(view: { at: number; take?: number | undefined; title?: string; text?: string }): void;
}

export function makePicture(track: Track): Picture {
  const name = trackNames[track];
  const video = element('video', {
    attributes: { playsinline: '', 'aria-label': `${name} recording`, 'data-video': track },
  });
  const source = element('span', { class: 'kw-over kw-tl' });
  const clock = element('span', { class: 'kw-over kw-bl' });
  const title = element('strong');
  const text = element('span');
  const plate = element('div', { class: 'kw-plate', attributes: { 'data-plate': track } }, title, text);
  const shape = track === 'screen' ? 'kw-pic kw-screen' : 'kw-pic';
  const box = element('div', { class: shape, attributes: { 'data-track': track } }, video, plate, source, clock);
  return {
    element: box,
    video,
    tell(view) {
      say(source, view.take === undefined ? name : `${name} · take ${view.take}`);
      say(clock, timeOfDay(view.at, true));
      say(title, view.title ?? '');
      say(text, view.text ?? '');
      show(plate, view.title !== undefined);
    },
  };
}

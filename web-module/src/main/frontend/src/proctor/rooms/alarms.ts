import { element, must, say, show } from '../../kernel/dom';
import { storeWords } from '../silence';
import type { RoomsAnswer, SilenceLine } from './answer';
import { alarmWords, remedyWords, silenceWords, silentWords } from './words';

/** What somebody has to see to: rooms that nobody watches, recordings that nothing comes to, a store that is away. */
export function showAlarms(root: HTMLElement, answer: RoomsAnswer, now: number): void {
  const { rooms, proctors, storeAwaySince, silences } = answer;
  showNote(must(root, '#unwatched', HTMLElement), alarmWords(rooms), remedyWords(proctors));
  const away = must(root, '#store-away', HTMLElement);
  show(away, storeAwaySince !== undefined);
  if (storeAwaySince !== undefined) say(must(away, 'span', HTMLElement), storeWords(Date.parse(storeAwaySince)));
  const silent = must(root, '#silent', HTMLElement);
  showNote(
    silent,
    silentWords(rooms),
    'Nothing of them has come to the store for a while. Their proctors see it, too.',
  );
  showSilences(must(silent, 'ul', HTMLElement), silences, now);
}

function showNote(note: HTMLElement, title: string, text: string): void {
  show(note, title !== '');
  say(must(note, 'strong', HTMLElement), title);
  say(must(note, '[data-part="remedy"]', HTMLElement), text);
}

function showSilences(list: HTMLElement, silences: readonly SilenceLine[], now: number): void {
  list.replaceChildren(
    ...silences.map((one) =>
      element('li', {}, element('bdi', { text: one.candidate.name }), ` · ${silenceWords(one, now)}`),
    ),
  );
}

import { must, say, show } from '../kernel/dom';
import { age, timeOfDay } from '../kernel/words';
import type { Condition } from './condition';
import type { Tile } from './tile';

/** What is so while the server does not reach the store: nobody's fault, and nothing to do at any desk. */
export function storeWords(since: number): string {
  return (
    `The server has not reached the store since ${timeOfDay(since, true)}. Recordings stay on the candidates’ devices ` +
    'and are sent by themselves once it is back. Tell whoever runs the server; candidates need do nothing.'
  );
}

export interface SilenceWords {
  title: string;
  /** What it means, and what to do. */
  text: string;
}

export function silenceWords({ quiet }: Tile, since: number, now: number): SilenceWords {
  const what = quiet?.track === 'screen' ? 'the screen’s recording' : 'the recording';
  const ask =
    quiet?.track === 'screen'
      ? 'Ask whether the screen is still shared, and to share it again.'
      : 'Ask what their page says about the recording; if it says nothing, to reload it.';
  return {
    title: `Nothing of ${what} has come for ${age(now - since)}`,
    text: `It may be kept on the candidate’s device and come later, or nothing is recorded. ${ask} That loses nothing.`,
  };
}

/** Shows in the focus that a recording is silent. */
export function showSilence(root: HTMLElement, tile: Tile, conditions: readonly Condition[], now: number): void {
  const note = must(root, '[data-part="silence"]', HTMLElement);
  const since = conditions.find(({ kind }) => kind === 'silent')?.since;
  show(note, since !== undefined);
  if (since === undefined) return;
  const { title, text } = silenceWords(tile, since, now);
  say(must(note, 'strong', HTMLElement), title);
  say(must(note, 'p', HTMLElement), text);
}

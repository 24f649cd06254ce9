import { element } from '../kernel/dom';
import { capital, counted } from '../kernel/words';
import type { Challenge, Outcome } from './facts';

const HELP =
  'At moments of chance the candidate’s page plays a soft tone and shows a coloured bar, and the archiver looks for both in the recording. ' +
  'A tone that was heard speaks for a live room at that time. One that was not proves nothing: headphones, quiet loudspeakers ' +
  'and browsers that take out their own sounds are honest reasons. A colour is missed when the page lies behind a window or on another screen.';

/** What was found of tones and colours, in words; nothing where the page has shown none. */
export function challengeWords(challenges: readonly Challenge[]): string[] {
  if (challenges.length === 0) return [];
  const tones = challenges.map(({ toneFound }) => toneFound);
  const colours = challenges.map(({ colourFound }) => colourFound);
  const waiting = [...tones, ...colours].filter((one) => one === 'WAITING').length;
  const found = [share('Tones heard', tones), share('colours seen', colours)].filter((words) => words !== '');
  return [
    `The page showed ${counted(challenges.length, 'tone and bar', 'tones and bars')}.`,
    found.length === 0 ? '' : `${capital(found.join(', '))}.`,
    waiting === 0 ? '' : 'More is looked for when the recording is complete, or the time for late parts is over.',
    waiting === 0 && found.length === 0 ? 'Nothing of it could be looked for.' : '',
  ].filter((words) => words !== '');
}

export function challengePanel(challenges: readonly Challenge[]): HTMLElement[] {
  const words = challengeWords(challenges);
  if (words.length === 0) return [];
  return [
    element(
      'section',
      { class: 'kw-facts', attributes: { 'data-challenges': '' } },
      element('h2', { text: 'Tones and colours' }),
      ...words.map((text) => element('p', { text })),
      element('p', { class: 'kw-small kw-muted', text: HELP }),
    ),
  ];
}

/** Of those that were looked for. */
function share(what: string, outcomes: readonly Outcome[]): string {
  const looked = outcomes.filter((one) => one === 'FOUND' || one === 'NOT_FOUND');
  const found = looked.filter((one) => one === 'FOUND').length;
  return looked.length === 0 ? '' : `${what} ${found} of ${looked.length}`;
}

import { element, onEach, say, show } from '../kernel/dom';
import { counted, figure } from '../kernel/words';
import type { Condition, Judged, Known } from './condition';
import { isOver, type WallAnswer } from './tile';

/** A state that many are in; as a filter it leaves only those. */
export type Filter =
  'all' | 'connected' | 'missing' | 'gone' | 'silent' | 'flags' | 'hands' | 'messages' | 'waiting' | 'ended';

interface Kind {
  icon: string;
  tone: string;
  words: [one: string, many: string];
  /** Left out while there are none. */
  onlySome?: boolean;
  fits: (known: Known, conditions: Condition[]) => boolean;
}

const has =
  (...kinds: Condition['kind'][]) =>
  (_: Known, all: Condition[]) =>
    all.some(({ kind }) => kinds.includes(kind));

const kinds: Record<Filter, Kind> = {
  all: { icon: 'users', tone: 'idle', words: ['candidate', 'candidates'], fits: () => true },
  connected: { icon: 'dot', tone: 'connected', words: ['connected', 'connected'], fits: has('connected') },
  missing: { icon: 'half', tone: 'missing', words: ['missing', 'missing'], onlySome: true, fits: has('missing') },
  gone: { icon: 'gone', tone: 'gone', words: ['gone', 'gone'], onlySome: true, fits: has('gone') },
  silent: { icon: 'silent', tone: 'silent', words: ['silent', 'silent'], onlySome: true, fits: has('silent') },
  flags: {
    icon: 'flag',
    tone: 'concern',
    words: ['flag', 'flags'],
    onlySome: true,
    fits: has('concern', 'serious', 'notice'),
  },
  hands: { icon: 'hand', tone: 'hand', words: ['hand', 'hands'], onlySome: true, fits: has('hand') },
  messages: { icon: 'chat', tone: 'hand', words: ['wrote', 'wrote'], onlySome: true, fits: has('message') },
  waiting: {
    icon: 'id',
    tone: 'waiting',
    words: ['waiting', 'waiting'],
    onlySome: true,
    fits: has('waiting', 'browser'),
  },
  ended: { icon: 'check', tone: 'idle', words: ['ended', 'ended'], onlySome: true, fits: ({ tile }) => isOver(tile) },
};
const filters = Object.keys(kinds) as Filter[];

export function fits(filter: Filter, { known, conditions }: Judged): boolean {
  return kinds[filter].fits(known, conditions);
}

export function tallyOf(all: readonly Judged[]): Record<Filter, number> {
  const counts = filters.map((filter) => [filter, all.filter((one) => fits(filter, one)).length]);
  return Object.fromEntries(counts) as Record<Filter, number>;
}

/** Figures of the whole exam: `Exam: 612 candidates · 25 rooms · 24 proctors`. */
export function examWords({ candidates, rooms, proctors }: WallAnswer['counts']): string {
  return `Exam: ${[counted(candidates, 'candidate'), counted(rooms, 'room'), counted(proctors, 'proctor')].join(' · ')}`;
}

/** Why nothing is shown under a filter. */
export function emptyWords(filter: Filter): string {
  return `Nobody is under “${kinds[filter].words[1]}” now`;
}

interface Switch {
  button: HTMLButtonElement;
  count: HTMLElement;
  word: HTMLElement;
}

/** The counts above the tiles; each is a switch that leaves only those. The answer writes them. */
export function createTally(
  root: HTMLElement,
  onFilter: (filter: Filter) => void,
): (tally: Record<Filter, number>, now: Filter) => void {
  const switches = filters.map((filter) => [filter, makeSwitch(filter)] as const);
  root.append(...switches.map(([, { button }]) => button));
  onEach(root, 'click', 'button', (button) => {
    const pressed = button.getAttribute('aria-pressed') === 'true';
    onFilter(pressed ? 'all' : (button.dataset['filter'] as Filter));
  });
  return (tally, now) => {
    for (const [filter, { button, count, word }] of switches) {
      const { words, onlySome } = kinds[filter];
      show(button, onlySome !== true || tally[filter] > 0 || filter === now);
      button.setAttribute('aria-pressed', String(filter === now));
      say(count, figure(tally[filter]));
      say(word, tally[filter] === 1 ? words[0] : words[1]);
    }
  };
}

function makeSwitch(filter: Filter): Switch {
  const { icon, tone, onlySome } = kinds[filter];
  const sign = element('i', { class: `kw-i kw-i-${icon}`, attributes: { 'aria-hidden': 'true' } });
  const count = element('b');
  const word = element('span', { class: 'kw-word' });
  const loud = onlySome === true && filter !== 'ended' ? ' kw-loud' : '';
  const button = element(
    'button',
    { class: `kw-s-${tone}${loud}`, attributes: { type: 'button', 'data-filter': filter } },
    sign,
    count,
    ' ',
    word,
  );
  return { button, count, word };
}

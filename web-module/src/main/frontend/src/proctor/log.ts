import { element } from '../kernel/dom';
import { timeOfDay } from '../kernel/words';
import { gravityOf, reasonWords } from './reasons';
import type { Flag, Message, Tile } from './tile';

export interface Conversation {
  messages: Message[];
  flags: Flag[];
}

/** One entry of the log, by its moment. */
interface Entry {
  at: number;
  made: () => HTMLElement;
}

/** Adds a message, or puts it in the place of its older self: read now, for instance. */
export function withMessage({ messages, flags }: Conversation, message: Message): Conversation {
  return { flags, messages: [...messages.filter(({ id }) => id !== message.id), message] };
}

export function withFlag({ messages, flags }: Conversation, flag: Flag): Conversation {
  return { messages, flags: [...flags.filter(({ id }) => id !== flag.id), flag] };
}

/** What was said and marked, oldest first, as elements of the log. */
export function logOf(tile: Tile, { messages, flags }: Conversation, me: string): HTMLElement[] {
  const entries: Entry[] = [
    { at: Date.parse(tile.joinedAt), made: () => fact(tile.joinedAt, 'dot', 'idle', `Joined, seat ${tile.seat}`) },
    ...messages.map((message) => ({ at: Date.parse(message.at), made: () => bubble(message, me) })),
    ...flags.map((flag) => ({ at: Date.parse(flag.at), made: () => marked(flag) })),
  ];
  return entries.sort((a, b) => a.at - b.at).map(({ made }) => made());
}

function bubble(message: Message, me: string): HTMLElement {
  const mine = message.from === 'PROCTOR';
  const name = mine ? (message.name === me ? 'You' : (message.name ?? 'A proctor')) : 'Candidate';
  const read = mine ? ` · ${message.readAt === undefined ? 'not read yet' : 'read'}` : '';
  const head = element('header', {}, element('b', {}, element('bdi', { text: name })), moment(message.at, read));
  return element('div', { class: `kw-msg${mine ? ' kw-mine' : ''}` }, head, element('bdi', { text: message.text }));
}

function marked(flag: Flag): HTMLElement {
  const gravity = gravityOf(flag.severity);
  const by = flag.by.startsWith('staff:') ? `by ${flag.by.slice('staff:'.length)}` : `by rule ${flag.by}`;
  const words = element('span', {}, element('strong', { text: reasonWords(flag.reason) }), ` ${by}, ${gravity}`);
  if (flag.detail !== undefined) words.append(': ', element('bdi', { text: flag.detail }));
  return fact(flag.at, 'flag', gravity, words);
}

function fact(at: string, icon: string, tone: string, words: string | HTMLElement): HTMLElement {
  const sign = element('i', { class: `kw-i kw-i-${icon}`, attributes: { 'aria-hidden': 'true' } });
  return element(
    'div',
    { class: `kw-fact kw-s-${tone}` },
    moment(at),
    sign,
    typeof words === 'string' ? element('span', { text: words }) : words,
  );
}

function moment(at: string, after = ''): HTMLElement {
  return element('time', { text: `${timeOfDay(Date.parse(at))}${after}`, attributes: { datetime: at } });
}

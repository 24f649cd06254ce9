import { age, capital, counted, span } from '../kernel/words';
import { gravityOf, reasonWords } from './reasons';
import { takeoverOf } from './takeover';
import { attemptWords, isOver, place, type Tile } from './tile';

/** In the order of urgency; what comes after `concern` asks for nobody. */
const URGENCY = ['silent', 'serious', 'gone', 'missing', 'browser', 'hand', 'message', 'waiting', 'concern'] as const;
type Urgent = (typeof URGENCY)[number];
export type Kind = Urgent | 'notice' | 'paused' | 'over' | 'connected' | 'unknown';

/** Something that is so with a candidate: a shape, a word and a tone. */
export interface Condition {
  kind: Kind;
  icon: string;
  /** The name of a tone in the style sheets. */
  tone: string;
  words: string;
  /** Since when, where its age matters. */
  since?: number;
  /** Whether it wants somebody now. */
  loud: boolean;
}

/** What the wall knows of a candidate: the tile, and what it saw itself. */
export interface Known {
  tile: Tile;
  /** The moment of the flag that this proctor has looked at already. */
  flagSeen?: string;
  /** When the candidate came back, if that was seen here. */
  connectedSince?: number;
}

/** Somebody, and all that is so with them. */
export interface Judged {
  known: Known;
  conditions: Condition[];
}

/** Who was away has this long to send what was kept meanwhile. */
const RETURN_MILLIS = 10_000;

/** While the server does not reach the store, nobody is to blame for silence. */
export function judge(known: Known, now: number, storeAway = false): Judged {
  const all = conditionsOf(known, now);
  return { known, conditions: storeAway ? all.filter(({ kind }) => kind !== 'silent') : all };
}

/** All that is so, the most urgent first. */
export function conditionsOf(known: Known, now: number): Condition[] {
  const { tile } = known;
  if (isOver(tile)) return [...asked(known), over(tile)];
  const all = [...recording(known, now), ...browser(tile), ...asked(known), ...presence(tile)];
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Smaller is more urgent; equal for all who want nobody. Who has ended comes last. */
export function urgencyOf(conditions: Condition[]): number {
  const first = conditions[0];
  if (first === undefined || first.kind === 'over') return URGENCY.length + 1;
  return rank(first);
}

export function isPressing(conditions: Condition[]): boolean {
  return urgencyOf(conditions) < URGENCY.length;
}

function rank({ kind, loud }: Condition): number {
  return loud ? URGENCY.indexOf(kind as Urgent) : URGENCY.length;
}

function recording({ tile, connectedSince = 0 }: Known, now: number): Condition[] {
  const { quiet, presence } = tile;
  if (quiet === undefined || presence === 'MISSING' || presence === 'GONE') return [];
  if (now <= Date.parse(quiet.silentAt) || now - connectedSince <= RETURN_MILLIS) return [];
  const words = quiet.track === 'screen' ? 'Screen silent' : 'Silent';
  return [{ kind: 'silent', icon: 'silent', tone: 'silent', words, since: Date.parse(quiet.since), loud: true }];
}

/** It stays until somebody has decided. */
function browser(tile: Tile): Condition[] {
  const { waits = false, at = '' } = takeoverOf(tile) ?? {};
  if (!waits) return [];
  return [
    { kind: 'browser', icon: 'swap', tone: 'waiting', words: 'Second browser', since: Date.parse(at), loud: true },
  ];
}

/** What somebody wants: a flag seen, a hand answered and a message read want nobody any more. */
function asked({ tile, flagSeen }: Known): Condition[] {
  const found: Condition[] = [];
  if (tile.flag !== undefined) {
    const gravity = gravityOf(tile.flag.severity);
    const words = `${capital(gravity)} · ${reasonWords(tile.flag.reason)}`;
    const loud = gravity !== 'notice' && flagSeen !== tile.flag.at && !isOver(tile);
    found.push({ kind: gravity, icon: 'flag', tone: gravity, words, loud });
  }
  if (tile.handUpSince !== undefined && !isOver(tile)) {
    const since = Date.parse(tile.handUpSince);
    found.push({ kind: 'hand', icon: 'hand', tone: 'hand', words: 'Hand raised', since, loud: true });
  }
  if (tile.unread > 0) {
    const words = counted(tile.unread, 'message');
    found.push({ kind: 'message', icon: 'chat', tone: 'hand', words, loud: !isOver(tile) });
  }
  return found;
}

function presence(tile: Tile): Condition[] {
  if (tile.state === 'AWAITING') {
    return [
      { kind: 'waiting', icon: 'id', tone: 'waiting', words: 'Waiting', since: Date.parse(tile.joinedAt), loud: true },
    ];
  }
  const paused = tile.state === 'PAUSED' ? [pause(tile)] : [];
  const away = { since: Date.parse(tile.presenceSince ?? tile.joinedAt), loud: true };
  switch (tile.presence) {
    case 'GONE':
      return [{ kind: 'gone', icon: 'gone', tone: 'gone', words: 'Gone', ...away }, ...paused];
    case 'MISSING':
      return [{ kind: 'missing', icon: 'half', tone: 'missing', words: 'Missing', ...away }, ...paused];
    case 'CONNECTED':
      return [...paused, { kind: 'connected', icon: 'dot', tone: 'connected', words: 'Connected', loud: false }];
    default:
      return [...paused, { kind: 'unknown', icon: 'ring', tone: 'idle', words: 'Presence unknown', loud: false }];
  }
}

function pause({ pausedSince }: Tile): Condition {
  const since = pausedSince === undefined ? {} : { since: Date.parse(pausedSince) };
  return { kind: 'paused', icon: 'pause', tone: 'paused', words: 'Paused', ...since, loud: false };
}

function over(tile: Tile): Condition {
  const ended = capital(tile.state.toLowerCase());
  const [icon, tone, recorded] = {
    OPEN: ['rec', 'idle', 'uploading'] as const,
    RECOVERING: ['recover', 'recovering', 'recovering'] as const,
    COMPLETE: ['check', 'complete', 'recording complete'] as const,
    INCOMPLETE: ['alert', 'incomplete', 'recording incomplete'] as const,
  }[tile.recording];
  return { kind: 'over', icon, tone, words: `${ended} · ${recorded}`, loud: false };
}

/** The one line of a tile: the most urgent with its age, else that all is well, and what that rests on. */
export function lineOf(tile: Tile, condition: Condition, now: number): string {
  if (condition.since !== undefined) return `${condition.words} · ${age(now - condition.since)}`;
  if (condition.kind !== 'connected' && condition.kind !== 'unknown') return condition.words;
  if (tile.savedAt === undefined) return `${condition.words} · nothing saved yet`;
  return `${condition.words} · ${tile.recording === 'RECOVERING' ? 'recovering' : 'recording'}`;
}

/** How old what is saved is: a fact, where "recording" alone would be a belief. */
export function savedWords(tile: Tile, now: number): string {
  if (tile.savedAt === undefined) return 'Nothing saved yet';
  const millis = Math.max(0, now - Date.parse(tile.savedAt));
  const ago = millis < 60_000 ? `${Math.floor(millis / 1000)} s` : age(millis);
  return isOver(tile) ? `Last saved ${ago} ago` : `Recording · saved ${ago} ago`;
}

function silentWord({ quiet }: Tile): string {
  return quiet?.track === 'screen' ? "screen's recording silent" : 'recording silent';
}

/** "Bo Li, seat 19, connected, recording silent for 31 seconds": what a screen reader says of a tile. */
export function nameOf(tile: Tile, conditions: Condition[], now: number, severalRooms: boolean): string {
  const calmFirst = [...conditions].sort((a, b) => Number(a.loud) - Number(b.loud));
  const said = calmFirst.map(({ kind, words, since }) => {
    const word = kind === 'silent' ? silentWord(tile) : words.toLowerCase().replace(' · ', ', ');
    return since === undefined ? word : `${word} for ${span(now - since)}`;
  });
  return [tile.name, place(tile, severalRooms) + attemptWords(tile).replace(' · ', ', '), ...said].join(', ');
}

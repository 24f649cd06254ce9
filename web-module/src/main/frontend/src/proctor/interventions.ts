import { NetworkFailure } from '../kernel/problems';
import { counted, timeOfDay } from '../kernel/words';
import { takeoverOf } from './takeover';
import type { AttemptState, Tile } from './tile';

/** What a proctor does to the run of an exam, in the order of the buttons. */
export const interventions = ['admit', 'refuse', 'pause', 'resume', 'extend', 'end'] as const;
export type Intervention = (typeof interventions)[number];
/** Those that need a reason. */
export type Reasoned = Exclude<Intervention, 'admit' | 'resume'>;

const possible: Record<AttemptState, readonly Intervention[]> = {
  AWAITING: ['admit', 'end'],
  RUNNING: ['pause', 'extend', 'end'],
  PAUSED: ['resume', 'extend', 'end'],
  COMPLETED: [],
  TERMINATED: [],
  EXPIRED: [],
};

/** Who waits in another browser is let in or not, however the exam stands. */
export function isPossible(intervention: Intervention, tile: Tile): boolean {
  const asks = takeoverOf(tile)?.waits === true && (intervention === 'admit' || intervention === 'refuse');
  return asks || possible[tile.state].includes(intervention);
}

export interface Question {
  /** Goes before the candidate's name. */
  title: string;
  text: string;
  no: string;
  yes: string;
  /** What can't be undone is asked twice: this stands on the button then. */
  sure?: string;
}

export const questions: Record<Reasoned, Question> = {
  refuse: {
    title: 'Refuse the other browser of',
    text: 'The exam goes on where it is. The other browser reads that you did not let it in, and may ask again after a minute.',
    no: 'Don’t refuse',
    yes: 'Refuse',
  },
  pause: {
    title: 'Pause the exam of',
    text: 'The time stands still until you resume it. The recording goes on.',
    no: 'Don’t pause',
    yes: 'Pause exam',
  },
  extend: {
    title: 'More time for',
    text: 'It comes on top of what was given before, and can’t be taken back.',
    no: 'Don’t give time',
    yes: 'Give more time',
  },
  end: {
    title: 'End the exam of',
    text: 'It ends at once and can’t be taken up again. What is recorded is kept, and what is missing of it still uploads.',
    no: 'Don’t end',
    yes: 'End exam…',
    sure: 'Yes, end it for good',
  },
};

/** What the fields of a question hold. */
export interface Given {
  reason: string;
  minutes?: number;
}

export const MOST_MINUTES = 240;

/** What goes to the server, or what is wrong with which field. */
export type Read = { given: Given } | { field: 'reason' | 'minutes'; words: string };

export function read(intervention: Reasoned, reason: string, minutes: string): Read {
  const count = Number(minutes);
  if (intervention === 'extend' && !(Number.isInteger(count) && count >= 1 && count <= MOST_MINUTES)) {
    return { field: 'minutes', words: `Whole minutes, from 1 to ${MOST_MINUTES}.` };
  }
  const said = reason.trim();
  if (said === '') return { field: 'reason', words: 'Say why, in a few words.' };
  return { given: intervention === 'extend' ? { reason: said, minutes: count } : { reason: said } };
}

/** What the server has done, to be read behind the candidate's name. */
export function doneWords(
  intervention: Intervention,
  endsAt: string,
  minutes = 0,
): { icon: string; title: string; text: string } {
  const until = `The exam goes on until ${timeOfDay(Date.parse(endsAt))}.`;
  const words = {
    admit: { icon: 'check', title: 'is let in', text: until },
    refuse: { icon: 'x', title: 'was not let in elsewhere', text: 'The exam goes on where it is.' },
    pause: { icon: 'pause', title: 'is paused', text: 'The time stands still until you resume it.' },
    resume: { icon: 'play', title: 'goes on', text: until },
    extend: { icon: 'clock', title: `has ${counted(minutes, 'minute')} more`, text: until },
    end: { icon: 'lock', title: 'takes part no more', text: 'What was recorded is kept, and the rest still uploads.' },
  };
  return words[intervention];
}

/** Without an answer nobody knows: time is not to be given twice for it. */
export function unanswered(problem: unknown): string | undefined {
  if (!(problem instanceof NetworkFailure)) return undefined;
  return 'The server did not answer, so it may be done or not. Look how the tile stands before you try again.';
}

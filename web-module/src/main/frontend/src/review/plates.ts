import type { TrackReport } from './facts';
import { gapWords, witnessWords } from './gap-words';
import { trackNames } from './marks';
import type { PlayerState } from './player';
import type { Trouble } from './take-media';

export interface Words {
  title: string;
  text: string;
}

const troubles: Record<Trouble, Words> = {
  STORE_AWAY: {
    title: 'This part can’t be fetched now',
    text: 'The store does not answer. What was saved is safe; we keep trying, and playing goes on by itself.',
  },
  SERVER_AWAY: {
    title: 'The server does not answer',
    text: 'What was saved is safe. We keep trying, and playing goes on by itself.',
  },
  SIGNED_OUT: {
    title: 'Your session is over',
    text: 'You were signed out after a quiet time. Copy what you have typed, then sign in: you come back to this page.',
  },
  UNPLAYABLE: {
    title: 'This part can’t be shown',
    text: 'The browser can’t read these bytes. They are kept as they came; go on at another moment.',
  },
};

export function troubleWords(trouble: Trouble): Words {
  return troubles[trouble];
}

/** What covers a picture that there is none of. */
export function absenceWords(report: TrackReport, at: number): Words {
  const name = trackNames[report.track];
  const gap = report.gaps.find((one) => Date.parse(one.from) <= at && at < Date.parse(one.to));
  if (gap !== undefined)
    return { title: `${name}: nothing recorded here`, text: `${gapWords(gap, report.track)}. ${witnessWords(gap)}` };
  if (report.state === 'OPEN' && at > Date.parse(report.to) - 60_000)
    return { title: `${name}: not here yet`, text: 'The newest seconds are still on their way.' };
  return { title: `${name}: nothing recorded here`, text: '' };
}

/** When nothing at all can be played. */
export function nothingWords(reports: readonly TrackReport[]): Words {
  if (reports.some((report) => report.purgedAt !== undefined))
    return {
      title: 'The recording was purged',
      text: 'What was recorded is gone. Above stands when and why.',
    };
  if (reports.some((report) => report.state === 'OPEN'))
    return {
      title: 'Nothing recorded yet',
      text: 'The exam is running. The first part shows here a few seconds after it was recorded.',
    };
  if (reports.some((report) => report.state === 'RECOVERING'))
    return {
      title: 'Nothing recorded so far',
      text: 'It may still come: when the candidate opens the invitation again on the same device, it uploads by itself.',
    };
  return {
    title: 'Nothing was recorded',
    text: 'The time for late parts is over. The flags and messages beside are all there is.',
  };
}

const states: Record<PlayerState, string> = {
  paused: 'Paused',
  playing: 'Playing',
  loading: 'Loading',
  gap: 'In a gap',
  edge: 'Newest moment: waiting for more',
  ended: 'At the end',
  away: 'Waiting for the recording',
};

export function playerWords(state: PlayerState): string {
  return states[state];
}

import { counted, figure, size, span } from '../kernel/words';
import type { Progress, TrackProgress } from '../media/progress';
import type { AttemptState, Opened } from './entrance';
import { askWhom } from './notices';
import type { Tone } from './status';
import { dayAndTime } from './time';

/** How an attempt ended and how far its upload is. */
export interface Ending {
  opened: Opened;
  state: AttemptState;
  /** Server time. */
  endedAt: number;
  progress: Progress | undefined;
  /** How long the rest will take, as far as that can be told. */
  remainingMillis: number | undefined;
}

export interface Note {
  tone: Tone;
  icon: string;
  title: string;
  text: string;
}

const endings: Partial<Record<AttemptState, string>> = {
  TERMINATED: 'Your proctor ended your exam.',
  EXPIRED: 'Your time is over.',
};

export function endedTitle({ state }: Ending): string {
  return `${endings[state] ?? 'Your exam is handed in.'} Please keep this page open`;
}

export function endedText({ progress, remainingMillis }: Ending): string {
  if (progress === undefined) return 'We look whether all of your recording has arrived.';
  if (progress.state === 'WAITING' || progress.state === 'NO_TOKEN') {
    return 'Part of your recording is still on this device. It is sent as soon as the connection is back.';
  }
  const how = remainingMillis === undefined ? '' : ` This takes about ${span(remainingMillis)}.`;
  return `Part of your recording is still on this device and is being saved.${how}`;
}

/** `84 parts left · 38 MB`. */
export function leftWords({ segmentsKept, segmentsHeld, bytesLeft }: Progress): string {
  return `${counted(segmentsKept - segmentsHeld, 'part')} left · ${size(bytesLeft)}`;
}

export function trackWords({ segmentsKept, segmentsHeld }: TrackProgress): string {
  return segmentsHeld >= segmentsKept
    ? `all ${counted(segmentsKept, 'part')} uploaded`
    : `${figure(segmentsHeld)} of ${counted(segmentsKept, 'part')} uploaded`;
}

const purged: Note = {
  tone: 'idle',
  icon: 'gone',
  title: 'Nothing more is taken',
  text: 'What was recorded in this exam is removed from our servers, on request or because its time is over. Delete what is left in this browser, and close the page.',
};

export function endedNote({ opened, endedAt, progress }: Ending): Note {
  const { policy, facts, examCode, candidateId } = opened;
  if (progress?.refusals.includes('RECORDING_PURGED') === true) return purged;
  if (progress !== undefined && (progress.state === 'REFUSED' || progress.mismatched > 0)) {
    return {
      tone: 'bad',
      icon: 'alert',
      title: 'Part of the recording is missing',
      text: `The server did not take all of it. Keep this browser as it is, and write to ${askWhom(facts)} with your reference ${examCode} · ${candidateId}.`,
    };
  }
  if (progress?.state === 'OTHER_PAGE') {
    return {
      tone: 'info',
      icon: 'swap',
      title: 'Another page of this browser sends it',
      text: 'Keep that page open; this one takes over when it is closed.',
    };
  }
  const until = dayAndTime(endedAt + policy.lateHours * 3_600_000);
  return {
    tone: 'info',
    icon: 'info',
    title: 'Have to go?',
    text: `You can close this page. What is left stays on this device: open your invitation link again here within ${counted(policy.lateHours, 'hour')} (by ${until}) and it continues by itself. You lose nothing by it. What is not sent by then is deleted here.`,
  };
}

/** What was left at a moment. */
export interface Sample {
  moment: number;
  bytesLeft: number;
}

/** From how fast it went lately; undefined while nothing moves. */
export function remainingMillis(samples: readonly Sample[]): number | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const sent = first.bytesLeft - last.bytesLeft;
  const took = last.moment - first.moment;
  return sent <= 0 || took <= 0 ? undefined : (last.bytesLeft / sent) * took;
}

import type { Track } from '../media/policy';
import { age, counted, percent } from '../kernel/words';
import type { Gap, GapCause, RecordingState, TrackReport } from './facts';

const causes: Record<GapCause, string> = {
  NETWORK: 'network was down',
  STORE: 'store was away',
  SERVER: 'server was away',
  PAGE_RELOAD: 'page reloaded',
  BROWSER_GONE: 'browser was closed',
  DEVICE_ENDED: 'camera unplugged',
  DEVICE_DENIED: 'camera not allowed',
  DEVICE_MUTED: 'camera gave no picture',
  DEVICE_ASLEEP: 'device was asleep',
  STORAGE_FULL: 'device was full',
  RECORDER_ERROR: 'recorder failed',
  TAMPERED: 'bytes were changed',
  UNKNOWN: 'cause unknown',
};

const screenCauses: Partial<Record<GapCause, string>> = {
  DEVICE_ENDED: 'screen sharing ended',
  DEVICE_DENIED: 'screen not shared',
  DEVICE_MUTED: 'screen gave no picture',
};

export function causeWords(cause: GapCause, track: Track): string {
  return (track === 'screen' ? screenCauses[cause] : undefined) ?? causes[cause];
}

/** Below ten seconds a tenth counts: `3.2 s`, `42 s`, `2:11`. */
export function lengthWords(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  return seconds < 59.5 ? `${Math.round(seconds)} s` : age(Math.round(seconds) * 1000);
}

/** Length and cause, and whether the server can vouch for it: explained never means excused. */
export function gapWords(gap: Gap, track: Track): string {
  return `${lengthWords(gap.seconds)}, ${causeWords(gap.cause, track)}: ${gap.explained ? 'explained' : 'not explained'}`;
}

/** Whose word the cause is. */
export function witnessWords(gap: Gap): string {
  if (gap.explained) return 'The server saw it, too.';
  if (gap.cause === 'UNKNOWN') return 'Nobody saw why.';
  return gap.causeBy === 'CLIENT' ? 'Only the candidate’s browser says so.' : 'The server concludes it.';
}

/** How much of a take came with a word that only the page at the live line could know. */
export function vouchedWords(witnessed: number, held: number): string {
  if (held === 0) return '';
  if (witnessed >= held) return 'The live page vouched for all of it.';
  return `The live page vouched for ${witnessed} of ${counted(held, 'segment')}.`;
}

/** Amber is what is explained; red what is not, or what does harm. */
export function gapTone(gap: Gap): 'warn' | 'bad' {
  return gap.explained && gap.cause !== 'TAMPERED' ? 'warn' : 'bad';
}

export function missingSeconds(report: TrackReport): number {
  return Math.max(0, report.expectedSeconds - report.recordedSeconds);
}

const states: Record<RecordingState, string> = {
  OPEN: 'Recording',
  RECOVERING: 'Recovering',
  COMPLETE: 'Complete',
  INCOMPLETE: 'Incomplete',
};

export function stateWords(report: TrackReport): string {
  if (report.purgedAt !== undefined) return 'Purged';
  const gaps = report.gaps.reduce((sum, gap) => sum + gap.seconds, 0);
  const missing = report.state === 'OPEN' ? gaps : missingSeconds(report);
  const word = states[report.state];
  return report.state === 'COMPLETE' || missing < 1 ? word : `${word} · ${lengthWords(missing)} missing`;
}

/** The completeness of a track in sentences. */
export function completenessWords(report: TrackReport): string[] {
  const { recordedSeconds, expectedSeconds, liveSeconds, gaps, verified } = report;
  const share = percent(Math.min(recordedSeconds, expectedSeconds), expectedSeconds);
  if (report.purgedAt !== undefined)
    return [`${age(recordedSeconds * 1000)} of ${age(expectedSeconds * 1000)} had been recorded (${share}).`];
  if (report.takes.length === 0) return ['Nothing was recorded.'];
  return [
    `${age(recordedSeconds * 1000)} of ${age(expectedSeconds * 1000)} recorded (${share}).`,
    `${age(liveSeconds * 1000)} of it reached the server within 30 seconds.`,
    gaps.length === 0 ? 'No gaps.' : `${counted(gaps.length, 'gap')}.`,
    outlook(report),
    verified
      ? 'Lengths are measured from the bytes.'
      : 'Lengths are as the browser says: not measured from the bytes yet.',
  ].filter((sentence) => sentence !== '');
}

function outlook({ state }: TrackReport): string {
  if (state === 'OPEN') return 'The exam is still running and more is coming.';
  if (state === 'RECOVERING')
    return 'What is missing may still come: the candidate opens the invitation again on the same device.';
  return state === 'INCOMPLETE' ? 'The time for late parts is over.' : '';
}

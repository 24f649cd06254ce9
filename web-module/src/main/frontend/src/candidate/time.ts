import { counted, timeOfDay } from '../kernel/words';
import type { AttemptState } from './entrance';

/** An attempt's clock as the server tells it. */
export interface AttemptClock {
  attemptId: string;
  state: AttemptState;
  pauses: { from: string; to?: string }[];
  /** When it ends; in a pause, as if that had just begun. */
  endsAt: string;
}

/** Milliseconds left, never below zero; in a pause they stand still. */
export function timeLeft({ state, pauses, endsAt }: AttemptClock, now: number): number {
  const pausedAt = state === 'PAUSED' ? pauses.at(-1)?.from : undefined;
  return Math.max(0, Date.parse(endsAt) - (pausedAt === undefined ? now : Date.parse(pausedAt)));
}

/** Milliseconds since its end went by unheard; zero while it runs or is paused. */
export function overdue({ state, endsAt }: AttemptClock, now: number): number {
  return state === 'PAUSED' ? 0 : Math.max(0, now - Date.parse(endsAt));
}

/** Minutes at which the time left is said aloud, to those who can't see it run. */
const SAID = [10, 5, 1];

/** What to say when the time left has come down from one value to another; mostly nothing. */
export function timeCall(before: number, now: number): string | undefined {
  const passed = SAID.filter((minutes) => before > minutes * 60_000 && now <= minutes * 60_000).at(-1);
  return passed === undefined ? undefined : `${counted(passed, 'minute')} left.`;
}

/** `11:03` today, else with the day. */
export function moment(millis: number, now: number): string {
  return day(millis) === day(now) ? timeOfDay(millis) : dayAndTime(millis);
}

/** `25 November, 11:03`, where the reader sits. */
export function dayAndTime(millis: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(millis)
    .replace(' at ', ', ');
}

/** `21 May 2027`. */
export function day(millis: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(millis);
}

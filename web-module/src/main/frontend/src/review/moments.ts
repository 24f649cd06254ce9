import { age } from '../kernel/words';

/** A moment as reviewers say it: how far into the exam. Always with the hour, so that columns stand in line. */
export function offset(at: number, from: number): string {
  const millis = Math.max(0, at - from);
  const words = age(millis);
  return millis < 3_600_000 ? `0:${words.padStart(5, '0')}` : words;
}

/** The reader's time zone, named once on the page. */
export function zoneWords(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `Times of day: ${timeZone.replaceAll('_', ' ')}`;
}

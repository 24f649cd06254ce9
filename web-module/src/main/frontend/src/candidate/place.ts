import { isOver, type Opened } from './entrance';

/**
 * Where a candidate stands who opens the invitation: EARLY before the exam opens, OVER after it without having taken
 * part, ENDED after having done so; in between CONSENT and CHECK.
 */
export type Place = 'EARLY' | 'OVER' | 'ENDED' | 'CONSENT' | 'CHECK';

/** `ahead`: the candidate wants to get ready before the exam opens. */
export function placeOf(opened: Opened, now: number, ahead = false): Place {
  if (isOver(opened.attemptState)) return 'ENDED';
  // Who is in may have got more time than the exam's window has.
  if (opened.attemptState === undefined) {
    if (now >= Date.parse(opened.endsAt)) return 'OVER';
    if (now < Date.parse(opened.startsAt) && !ahead) return 'EARLY';
  }
  return opened.agreedAt === undefined ? 'CONSENT' : 'CHECK';
}

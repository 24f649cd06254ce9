import { counted } from '../kernel/words';

/** What the server answers about how long an attempt's recordings are kept; times are RFC 3339. */
export interface Keeping {
  rule: string;
  purgeAt?: string;
  holds: Hold[];
  purge?: Purge;
}

export interface Hold {
  wholeExam: boolean;
  reason: string;
  placedAt: string;
  placedBy: string;
}

export interface Purge {
  cause: 'RETENTION' | 'ERASURE';
  rule: string;
  begunAt: string;
  removingAt?: string;
  purgedAt?: string;
  refused: string[];
  fault?: string;
}

export interface Said {
  title: string;
  text: string;
}

/** With the year, because years may pass: `1 Jun 2027, 09:41`. */
export function momentWords(at: string): string {
  const form: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' };
  return new Intl.DateTimeFormat('en-GB', form).format(Date.parse(at));
}

function causeWords({ cause, rule }: Purge): string {
  return cause === 'ERASURE' ? 'Its candidate was erased on request.' : `It was kept ${rule}.`;
}

/** What stands above the pictures; undefined when nothing has to. */
export function keptWords({ holds, purge }: Keeping): Said | undefined {
  if (purge?.purgedAt !== undefined)
    return {
      title: `The recording was purged on ${momentWords(purge.purgedAt)}`,
      text: `${causeWords(purge)} The attempt, its verdict and the audit stay; the certificate says which bytes were removed.`,
    };
  const [hold] = holds;
  if (hold !== undefined && purge?.removingAt === undefined)
    return {
      title: hold.wholeExam ? 'On hold, with the whole exam' : 'On hold',
      text: `${holdWords(hold)} Nothing of it is purged or erased.`,
    };
  if (purge === undefined) return undefined;
  if (purge.refused.length > 0)
    return {
      title: 'The store refuses to delete parts of this recording',
      text: `${counted(purge.refused.length, 'object')}, such as ${purge.refused[0] ?? ''}. It is tried again each day.`,
    };
  return { title: 'The recording is being purged', text: `${causeWords(purge)} ${purge.fault ?? ''}`.trim() };
}

export function holdWords({ placedBy, placedAt, reason }: Hold): string {
  return `By ${placedBy} since ${momentWords(placedAt)}: ${reason.replace(/\.*$/, '.')}`;
}

/** How long it is kept, in a sentence. */
export function keepingWords({ rule, purgeAt, holds, purge }: Keeping): string {
  if (purge !== undefined) return causeWords(purge);
  const kept = `Kept ${rule}.`;
  if (purgeAt === undefined) return kept;
  return holds.length > 0
    ? `${kept} Without a hold it goes on ${momentWords(purgeAt)}.`
    : `${kept} It goes on ${momentWords(purgeAt)}.`;
}

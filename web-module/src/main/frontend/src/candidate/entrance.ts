import type { Api } from '../kernel/api';
import type { ServerPolicy, Track } from '../media/policy';

export type AttemptState = 'AWAITING' | 'RUNNING' | 'PAUSED' | 'COMPLETED' | 'TERMINATED' | 'EXPIRED';

export interface ConsentText {
  language: string;
  text: string;
  sha256: string;
}

export interface Facts {
  organisation: string;
  /** An e-mail address, or empty. */
  contact: string;
  /** Left out when no end is set. */
  retentionDays?: number;
  /** Whether the page will play tones and show colours. */
  challenges: boolean;
}

/** What an invitation is for. Times are RFC 3339, by the server's clock. */
export interface Opened {
  examCode: string;
  title: string;
  candidateName: string;
  candidateId: string;
  startsAt: string;
  endsAt: string;
  tracks: Track[];
  consent: ConsentText & { version: string; texts: ConsentText[] };
  examPage: { url?: string; framing: 'UNKNOWN' | 'ALLOWED' | 'REFUSED' };
  policy: ServerPolicy & { lateHours: number };
  facts: Facts;
  /** Origins of exam platforms whose pages may hear how the recording stands. */
  openers: string[];
  /** When the candidate agreed to the text in force. */
  agreedAt?: string;
  /** Of the newest attempt, when there is one. */
  attemptState?: AttemptState;
  attemptNumber?: number;
  /** What may be begun now, after an attempt that is over. */
  nextAttempt?: { number: number; of: number };
}

export interface Joined {
  attemptId: string;
  attemptNumber: number;
  state: AttemptState;
  joinToken: string;
  expiresAt: string;
  serverTime: string;
}

/** What the server knows of an attempt's uploads, and the right to finish them. */
export interface Resumed {
  attemptId: string;
  state: AttemptState;
  endedAt?: string;
  uploadToken: string;
  expiresAt: string;
  serverTime: string;
  takes: { takeId: string; track: Track; state: string; lastSequence?: number; held: [number, number][] }[];
}

/** What a candidate may do with nothing but the invitation. All of it may be repeated. */
export interface Entrance {
  open(): Promise<Opened>;
  /** A yes to exactly this text. */
  agree(version: string, text: ConsentText): Promise<void>;
  /** Goes on with the attempt of this number, or begins it; never another one. */
  join(attempt: number): Promise<Joined>;
  resume(attempt: number): Promise<Resumed>;
}

/** `browser`: the mark by which the server tells this browser from others. */
export function createEntrance(api: Api, invitation: string, browser: () => string | undefined): Entrance {
  return {
    open: async () => (await api.post('/invitations/open', { invitation })) as Opened,
    agree: async (version, { language, sha256 }) => {
      await api.post('/consents', { invitation, version, language, sha256, accepted: true });
    },
    join: async (attempt) => (await api.post('/join', { invitation, browser: browser(), attempt })) as Joined,
    resume: async (attempt) => (await api.post('/resume', { invitation, attempt })) as Resumed,
  };
}

export function isOver(state: AttemptState | undefined): boolean {
  return state === 'COMPLETED' || state === 'TERMINATED' || state === 'EXPIRED';
}

/** Tells invitations apart in this browser's storage without being one: the enrolment's part, without its signature. */
export function keyOf(invitation: string): string {
  return invitation.slice(0, 26);
}

import type { Api } from '../kernel/api';
import type { CloseReason } from './policy';
import type { Announcement, Segment } from './take';
import { witnessOf, type Witness } from './witness';

export interface Upload {
  sequence: number;
  /** The server holds this sequence already; what exactly, only a commit tells. */
  held?: boolean;
  method?: string;
  url?: string;
  headers?: Record<string, string>;
}

export interface Commitment {
  sequence: number;
  status: 'HELD' | 'MISSING' | 'MISMATCH';
  heldSha256?: string;
}

/** The recording calls of one attempt. All of them may be repeated without harm. */
export interface RecordingApi {
  announce(takeId: string, announcement: Announcement): Promise<void>;
  ask(takeId: string, segments: Segment[]): Promise<Upload[]>;
  commit(takeId: string, segments: Segment[]): Promise<Commitment[]>;
  relay(segment: Segment, bytes: Uint8Array<ArrayBuffer>, timeoutMillis: number): Promise<void>;
  close(takeId: string, lastSequence: number, reason: CloseReason): Promise<void>;
}

export function createRecordingApi(api: Api, attemptId: string, signal: AbortSignal): RecordingApi {
  const path = (takeId: string, rest = ''): string =>
    `/attempts/${encodeURIComponent(attemptId)}/takes/${takeId}${rest}`;
  return {
    async announce(takeId, announcement) {
      await api.put(path(takeId), announcement, { signal });
    },
    async ask(takeId, segments) {
      const answer = await api.post(path(takeId, '/uploads'), { segments: segments.map(sized) }, { signal });
      return (answer as { uploads: Upload[] }).uploads;
    },
    async commit(takeId, segments) {
      const witness = await witnessOf(attemptId, takeId, segments);
      const said = { segments: segments.map(timed), ...(witness === undefined ? {} : { witness }) };
      const answer = await api.post(path(takeId, '/segments'), said, { signal });
      return (answer as { segments: Commitment[] }).segments;
    },
    async relay(segment, bytes, timeoutMillis) {
      const witness = await witnessOf(attemptId, segment.takeId, [segment]);
      const call = { headers: relayHeaders(segment, witness), timeoutMillis, signal, priority: 'low' } as const;
      await api.put(path(segment.takeId, `/segments/${segment.sequence}`), bytes, call);
    },
    async close(takeId, lastSequence, reason) {
      await api.post(path(takeId, '/close'), { lastSequence, reason }, { signal });
    },
  };
}

function sized({ sequence, bytes, sha256 }: Segment): Pick<Segment, 'sequence' | 'bytes' | 'sha256'> {
  return { sequence, bytes, sha256 };
}

function timed(segment: Segment): Omit<Segment, 'takeId' | 'mismatch'> {
  const { startMillis, durationMillis } = segment;
  return { ...sized(segment), startMillis, durationMillis };
}

function relayHeaders(
  { sha256, startMillis, durationMillis }: Segment,
  witness: Witness | undefined,
): Record<string, string> {
  return {
    ...(witness === undefined ? {} : { 'X-Witness': `${witness.nonce} ${witness.hash}` }),
    'X-Content-SHA256': sha256,
    'X-Start-Millis': String(startMillis),
    'X-Duration-Millis': String(durationMillis),
  };
}

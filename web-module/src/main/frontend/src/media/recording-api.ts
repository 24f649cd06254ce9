import type { Api } from '../kernel/api';
import type { CloseReason } from './policy';
import type { Announcement, Segment } from './take';

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
  const path = (takeId: string, rest = ''): string => `/attempts/${encodeURIComponent(attemptId)}/takes/${takeId}${rest}`;
  return {
    async announce(takeId, announcement) {
      await api.put(path(takeId), announcement, { signal });
    },
    async ask(takeId, segments) {
      const wanted = segments.map(({ sequence, bytes, sha256 }) => ({ sequence, bytes, sha256 }));
      const answer = await api.post(path(takeId, '/uploads'), { segments: wanted }, { signal }) as { uploads: Upload[] };
      return answer.uploads;
    },
    async commit(takeId, segments) {
      const sent = segments.map(({ sequence, bytes, sha256, startMillis, durationMillis }) =>
        ({ sequence, bytes, sha256, startMillis, durationMillis }));
      const answer = await api.post(path(takeId, '/segments'), { segments: sent }, { signal }) as { segments: Commitment[] };
      return answer.segments;
    },
    async relay({ takeId, sequence, sha256, startMillis, durationMillis }, bytes, timeoutMillis) {
      const headers = { 'X-Content-SHA256': sha256, 'X-Start-Millis': String(startMillis), 'X-Duration-Millis': String(durationMillis) };
      await api.put(path(takeId, `/segments/${sequence}`), bytes, { headers, timeoutMillis, signal, priority: 'low' });
    },
    async close(takeId, lastSequence, reason) {
      await api.post(path(takeId, '/close'), { lastSequence, reason }, { signal });
    },
  };
}

/** A frame of the live protocol, version 1. What else it holds depends on `t`. */
export interface Frame {
  v: 1;
  t: string;
  /** The request this answers. */
  re?: number;
  code?: string;
  detail?: string;
  serverTime?: string;
  /** With a welcome and with beats, to candidates. */
  nonce?: string;
  [key: string]: unknown;
}

export interface Welcome extends Frame {
  serverTime: string;
  /** Our own address on the socket, a new one with every connection. */
  connection: string;
  beatMillis: number;
}

/** What peers tell each other through the server. */
export type SignalData = { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit | null };

/** How the live media modules speak: through a LiveSocket, or in a test through nothing. */
export interface Line {
  /** Sends what has no answer; false when nobody can hear it now. */
  send(t: string, body?: object): boolean;
  /** Sends what is answered by ok or no. Rejects with LiveRefusal, or NetworkFailure when no answer came in time. */
  request(t: string, body?: object): Promise<Frame>;
}

/** The server heard a request and said no. */
export class LiveRefusal extends Error {
  override readonly name = 'LiveRefusal';

  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The frame, or undefined for anything that is not one of this version. */
export function readFrame(text: unknown): Frame | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const frame = JSON.parse(text) as Partial<Frame> | null;
    return frame?.v === 1 && typeof frame.t === 'string' ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}

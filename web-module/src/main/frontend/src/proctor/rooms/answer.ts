import type { Handover } from '../tile';

/** All rooms of an exam and who watches them; what is absent is unknown, or is not so. */
export interface RoomsAnswer {
  exam: { code: string; title: string; startsAt: string; endsAt: string };
  serverTime: string;
  /** Since when the server does not reach the store. */
  storeAwaySince?: string;
  proctorsPerRoom: number;
  /** Unwatched ones with candidates first. */
  rooms: RoomLine[];
  proctors: ProctorLine[];
  /** Those that wait to be read first. */
  handovers: Handover[];
  /** Recordings that nothing comes to: the first few, those that are silent for the longest first. */
  silences: SilenceLine[];
}

export interface SilenceLine {
  candidate: CandidateLine;
  track: 'camera' | 'screen';
  since: string;
}

export interface RoomLine {
  id: string;
  number: number;
  group?: string;
  capacity: number;
  seated: number;
  now: Present;
  proctors: { proctor: string; name: string }[];
  unwatchedSince?: string;
}

/** Those who take part, by presence. */
export interface Present {
  connected: number;
  missing: number;
  gone: number;
  unknown: number;
  /** Of those that are not away. */
  silent: number;
}

export interface ProctorLine {
  proctor: string;
  name: string;
  since: string;
  /** Without a sign for so long that others have the rooms. */
  gone: boolean;
  heardAt?: string;
  rooms: number[];
  candidates: number;
}

export interface CandidateLine {
  attemptId: string;
  candidateId: string;
  name: string;
  roomId: string;
  room: number;
  seat: number;
}

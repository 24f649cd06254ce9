import type { Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import {
  joinTokenRenewal,
  RenewingToken,
  uploadTokenRenewal,
  type IssuedToken,
  type TokenSupplier,
} from '../kernel/token';
import { pageTiming, type Timing } from '../kernel/timing';
import type { Entrance, Joined, Resumed } from './entrance';

export interface TakingPartOptions {
  entrance: Entrance;
  /** The number of the attempt. */
  attempt: number;
  /** Without a token. */
  api: Api;
  clock: Clock;
  /** Whether no newer page of this browser took over: only then an expired token is replaced by joining again. */
  isNewest: () => boolean;
  onJoined: (joined: Joined) => void;
  /** The server lets us take part no more, with its code. */
  onEnd: (code: string) => void;
  timing?: Timing;
}

/** The right to take part: joins when there is no token yet, renews it, and joins again after a long cut. */
export function takingPart(options: TakingPartOptions, first?: Joined): RenewingToken {
  const { entrance, attempt, api, clock, isNewest, onJoined, onEnd, timing = pageTiming } = options;
  let attemptId = first?.attemptId;
  const join = async (): Promise<IssuedToken> => {
    const joined = await entrance.join(attempt);
    attemptId = joined.attemptId;
    onJoined(joined);
    return issuedBy(joined);
  };
  const ask = async (current: string | undefined): Promise<IssuedToken> => {
    if (current === undefined || attemptId === undefined) return join();
    try {
      return await joinTokenRenewal(api, attemptId)(current);
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'TOKEN_EXPIRED') throw problem;
      if (isNewest()) return join();
      throw new ApiProblem(401, 'TOKEN_SUPERSEDED', 'A newer page of this browser took over');
    }
  };
  return new RenewingToken({ ask, clock, onEnd, timing }, first === undefined ? undefined : issuedBy(first));
}

export interface UploadingOptions {
  /** Without a token. */
  api: Api;
  invitation: string;
  clock: Clock;
}

/** The right to finish an attempt's uploads, by the invitation alone. */
export function uploading(options: UploadingOptions, attempt: number, first?: Resumed): RenewingToken {
  const { api, invitation, clock } = options;
  const ask = uploadTokenRenewal(api, invitation, attempt);
  return new RenewingToken({ ask, clock }, first === undefined ? undefined : { ...first, token: first.uploadToken });
}

/** A supplier that can be exchanged while calls are made with it: at the end, the right to upload takes over. */
export function switchable(first: TokenSupplier): { supplier: TokenSupplier; become: (next: TokenSupplier) => void } {
  let now = first;
  const supplier = { current: () => now.current(), renew: (refused: string | undefined) => now.renew(refused) };
  return { supplier, become: (next) => (now = next) };
}

function issuedBy({ joinToken, expiresAt, serverTime }: Joined): IssuedToken {
  return { token: joinToken, expiresAt, serverTime };
}

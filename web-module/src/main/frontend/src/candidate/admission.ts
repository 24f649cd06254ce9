import type { Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import type { Entrance, Joined } from './entrance';
import { notLetIn, waiting, type Notice } from './notices';
import { Waiting } from './waiting';

export interface AdmissionOptions {
  entrance: Entrance;
  clock: Clock;
  notice: (notice: Notice) => void;
  /** Leads to where the candidate stands now. */
  open: () => Promise<void>;
}

/** What a candidate sees whom a proctor has to let in, or did not. */
export function createAdmission({ entrance, clock, notice, open }: AdmissionOptions) {
  const wait = (attempt: number, first: Joined | undefined, onIn: (joined: Joined) => void): void => {
    notice(waiting);
    const onEnd = (problem: unknown): void => {
      const refused = problem instanceof ApiProblem && problem.code === 'TAKEOVER_REFUSED';
      if (refused) notice(notLetIn(() => wait(attempt, undefined, onIn)));
      else void open();
    };
    new Waiting({ entrance, attempt, clock, onIn, onEnd, ...(first === undefined ? {} : { first }) });
  };
  return { wait };
}

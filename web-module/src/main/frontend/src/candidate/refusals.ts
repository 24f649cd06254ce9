import { ApiProblem, isPassing } from '../kernel/problems';
import { dayAndTime } from './time';

/** What stands beside the button when joining did not work. Whatever is no refusal is thrown on. */
export function startRefused(problem: unknown, startsAt: string): string {
  if (isPassing(problem)) return 'We can’t reach the exam server. Your camera is ready; try again in a moment.';
  if (!(problem instanceof ApiProblem)) throw problem;
  if (problem.code === 'EXAM_NOT_OPEN') {
    return `The exam is open from ${dayAndTime(Date.parse(startsAt))}. Try again then.`;
  }
  return problem.detail;
}

/** Whether the candidate stands elsewhere than this page believes. */
export function leadsElsewhere(problem: unknown): boolean {
  const code = problem instanceof ApiProblem ? problem.code : '';
  return ['CONSENT_REQUIRED', 'ATTEMPT_ENDED', 'INVITATION_UNKNOWN'].includes(code);
}

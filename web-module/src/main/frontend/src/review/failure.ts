import { ApiProblem } from '../kernel/problems';

/** What went wrong with a save: what happened, what is safe, what to do. */
export function failureWords(problem: unknown, what: string): string {
  if (!(problem instanceof ApiProblem)) {
    return `We could not save ${what}. The server did not answer. Your text is still here: try again.`;
  }
  if (problem.status === 401)
    return `We could not save ${what}: you were signed out. Copy your text, then sign in again.`;
  return `We could not save ${what}. ${problem.detail} Your text is still here.`;
}

/** The message for one field, where the server named it. */
export function fieldWords(problem: unknown, field: string): string | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  return problem.errors.find((error) => error.field === field)?.message;
}

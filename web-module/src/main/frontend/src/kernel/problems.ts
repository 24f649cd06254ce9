export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** The server answered, and said no: `application/problem+json`, by a code that programs rely on. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly retryAfterMillis?: number,
  ) {
    super(`${status} ${code}: ${detail}`);
  }

  /** Whether the same call may succeed later: the server is busy or away, or two calls met; it is not unwilling. */
  get passing(): boolean {
    return this.status >= 500 || [408, 425, 429].includes(this.status) || this.code === 'CHANGED_MEANWHILE';
  }
}

/** Nobody answered, or not in time. What was asked may have been done all the same. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(
    readonly timedOut: boolean,
    cause: unknown,
  ) {
    super(timedOut ? 'No answer in time' : 'No connection', { cause });
  }
}

/** Whether an error is the network's or the server's trouble, which waiting may heal. */
export function isPassing(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof ApiProblem && error.passing);
}

/** Reads a refusal; one that is not ours (a proxy's page) still has its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Partial<Record<string, unknown>> | null;
  const text = (name: string, otherwise: string): string => {
    const value = body?.[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const errors = Array.isArray(body?.['errors']) ? (body['errors'] as FieldProblem[]) : [];
  const detail = text('detail', text('title', response.statusText));
  return new ApiProblem(response.status, text('code', 'UNKNOWN'), detail, errors, retryAfter(response));
}

function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('Retry-After');
  if (header === null) return undefined;
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

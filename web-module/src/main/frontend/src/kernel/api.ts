import type { Clock } from './clock';
import { NetworkFailure, readProblem } from './problems';
import { pageTiming, type Timing } from './timing';
import type { TokenSupplier } from './token';

export interface ApiOptions {
  base?: string;
  /** Who calls; without it the browser session counts. */
  token?: TokenSupplier;
  /** Sent with every changing call, such as the page's X-CSRF-Token. */
  headers?: Record<string, string>;
  /** Learns from every answer that names the server's time. */
  clock?: Clock;
  timeoutMillis?: number;
  timing?: Timing;
  fetch?: typeof fetch;
}

export interface CallOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
  timeoutMillis?: number;
  priority?: RequestPriority;
}

/** Calls under `/api/v1`. Answers the parsed body, `undefined` for none; throws ApiProblem or NetworkFailure. */
export interface Api {
  get(path: string, options?: CallOptions): Promise<unknown>;
  post(path: string, body?: unknown, options?: CallOptions): Promise<unknown>;
  put(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  remove(path: string, options?: CallOptions): Promise<unknown>;
}

type Body = string | Uint8Array<ArrayBuffer> | undefined;

export function createApi(options: ApiOptions = {}): Api {
  const call = (method: string, path: string, content: unknown, wishes: CallOptions = {}): Promise<unknown> => {
    const bytes = content instanceof Uint8Array ? (content as Uint8Array<ArrayBuffer>) : undefined;
    const body = bytes ?? (content === undefined ? undefined : JSON.stringify(content));
    const type = bytes === undefined ? 'application/json' : 'application/octet-stream';
    const headers = { ...(body === undefined ? {} : { 'Content-Type': type }), ...options.headers, ...wishes.headers };
    return withToken(options, (token) =>
      ask(options, path, {
        ...wishes,
        method,
        body,
        headers: token === undefined ? headers : { ...headers, Authorization: `Bearer ${token}` },
      }),
    );
  };
  return {
    get: (path, wishes) => call('GET', path, undefined, wishes),
    post: (path, body, wishes) => call('POST', path, body, wishes),
    put: (path, body, wishes) => call('PUT', path, body, wishes),
    remove: (path, wishes) => call('DELETE', path, undefined, wishes),
  };
}

/** Calls from a page of the staff: the session counts, and what changes something shows the token of the page. */
export function staffApi(options: Omit<ApiOptions, 'headers' | 'token'> = {}): Api {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  return createApi({ ...options, headers: { 'X-CSRF-Token': token } });
}

type Ask = CallOptions & { method: string; body: Body; headers: Record<string, string> };

/** A refused token is renewed once and the call made again; a second refusal is the caller's to hear. */
async function withToken(options: ApiOptions, send: (token?: string) => Promise<Response>): Promise<unknown> {
  const token = options.token?.current();
  let response = await send(token);
  if (response.status === 401 && options.token !== undefined) {
    const renewed = await options.token.renew(token);
    if (renewed !== undefined) response = await send(renewed);
  }
  if (!response.ok) throw await readProblem(response);
  return answerOf(response);
}

async function ask(options: ApiOptions, path: string, wishes: Ask): Promise<Response> {
  const timing = options.timing ?? pageTiming;
  const asked = timing.now();
  const response = await fetchWithin(
    wishes.timeoutMillis ?? options.timeoutMillis ?? 10_000,
    {
      url: `${options.base ?? '/api/v1'}${path}`,
      fetch: options.fetch ?? fetch.bind(globalThis),
      timing,
      ...(wishes.signal === undefined ? {} : { signal: wishes.signal }),
    },
    {
      method: wishes.method,
      headers: { Accept: 'application/json', ...wishes.headers },
      ...(wishes.body === undefined ? {} : { body: wishes.body }),
      ...(wishes.priority === undefined ? {} : { priority: wishes.priority }),
    },
  );
  await learnFrom(response, options.clock, asked, timing.now());
  return response;
}

async function learnFrom(response: Response, clock: Clock | undefined, asked: number, answered: number): Promise<void> {
  if (clock === undefined || !isJson(response)) return;
  const body = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { serverTime?: unknown } | null | undefined;
  if (typeof body?.serverTime === 'string') clock.learn(body.serverTime, asked, answered);
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204 || !isJson(response)) return undefined;
  return response.json().catch((cause: unknown) => {
    throw new NetworkFailure(false, cause);
  });
}

function isJson(response: Response): boolean {
  return /[/+]json\b/.test(response.headers.get('Content-Type') ?? '');
}

export interface Target {
  url: string;
  fetch: typeof fetch;
  timing: Timing;
  signal?: AbortSignal;
}

/** One request with an end: whatever goes wrong below HTTP is a NetworkFailure, the body's bytes included. */
export async function fetchWithin(timeoutMillis: number, target: Target, init: RequestInit): Promise<Response> {
  const late = new AbortController();
  const cancel = target.timing.after(timeoutMillis, () => late.abort());
  const signal = target.signal === undefined ? late.signal : AbortSignal.any([late.signal, target.signal]);
  try {
    const response = await target.fetch(target.url, {
      ...init,
      signal,
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    const body = nullBody(response.status) ? null : await response.arrayBuffer();
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  } catch (cause) {
    target.signal?.throwIfAborted();
    throw new NetworkFailure(late.signal.aborted, cause);
  } finally {
    cancel();
  }
}

function nullBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

import type { Api } from './api';
import { createBackoff } from './backoff';
import type { Clock } from './clock';
import { ApiProblem } from './problems';
import { pageTiming, type Timing } from './timing';

/** Where calls get their Bearer token, and a new one when the server took the old one no longer. */
export interface TokenSupplier {
  current(): string | undefined;
  /** A token other than `refused`, or undefined when there is none to be had. */
  renew(refused: string | undefined): Promise<string | undefined>;
}

export interface IssuedToken {
  token: string;
  /** Both in RFC 3339, by the server's clock. */
  expiresAt: string;
  serverTime: string;
}

export interface TokenOptions {
  /** Asks the server; throws ApiProblem 401 when the token is revoked, superseded or too old. */
  ask: (current: string | undefined) => Promise<IssuedToken>;
  clock: Clock;
  /** Told once when the server refuses a new one for good, with its code. */
  onEnd?: (code: string) => void;
  timing?: Timing;
}

/** A token that renews itself at 80 % of its life by the server's clock, and whenever a call was refused. */
export class RenewingToken implements TokenSupplier {
  readonly #options: TokenOptions;
  readonly #timing: Timing;
  readonly #backoff = createBackoff({ firstMillis: 1_000, capMillis: 30_000 });
  #token: string | undefined;
  #asking: Promise<string | undefined> | undefined;
  #cancel: (() => void) | undefined;
  #closed = false;

  constructor(options: TokenOptions, issued?: IssuedToken) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    if (issued !== undefined) this.#keep(issued);
  }

  current(): string | undefined {
    return this.#token;
  }

  renew(refused: string | undefined): Promise<string | undefined> {
    if (this.#closed) return Promise.resolve(undefined);
    if (this.#token !== undefined && this.#token !== refused) return Promise.resolve(this.#token);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  async #ask(): Promise<string | undefined> {
    try {
      this.#keep(await this.#options.ask(this.#token));
      this.#backoff.reset();
      return this.#token;
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.passing) throw problem;
      this.close();
      this.#options.onEnd?.(problem.code);
      return undefined;
    }
  }

  #keep(issued: IssuedToken): void {
    this.#token = issued.token;
    const life = Date.parse(issued.expiresAt) - Date.parse(issued.serverTime);
    const spent = this.#options.clock.now() - Date.parse(issued.serverTime);
    this.#wake(Math.max(1_000, life * 0.8 - spent));
  }

  #wake(millis: number): void {
    this.#cancel?.();
    if (this.#closed) return;
    this.#cancel = this.#timing.after(millis, () => {
      this.renew(this.#token).catch(() => this.#wake(this.#backoff.next()));
    });
  }
}

/** How a join token is renewed: by itself. The API given must not have the token as its supplier. */
export function joinTokenRenewal(api: Api, attemptId: string): TokenOptions['ask'] {
  return async (current) => {
    const headers = current === undefined ? {} : { Authorization: `Bearer ${current}` };
    const path = `/attempts/${encodeURIComponent(attemptId)}/token`;
    const answer = (await api.post(path, undefined, { headers })) as Omit<IssuedToken, 'token'> & { joinToken: string };
    return { token: answer.joinToken, expiresAt: answer.expiresAt, serverTime: answer.serverTime };
  };
}

/** How an upload token is had: by the invitation, during the exam and the whole late window. */
export function uploadTokenRenewal(api: Api, invitation: string, attempt: number): TokenOptions['ask'] {
  return async () => {
    const answer = (await api.post('/resume', { invitation, attempt })) as Omit<IssuedToken, 'token'> & {
      uploadToken: string;
    };
    return { token: answer.uploadToken, expiresAt: answer.expiresAt, serverTime: answer.serverTime };
  };
}

/** Asks the first, and the second from the moment on that the first is refused for good. */
export function firstThen(first: TokenOptions['ask'], second: TokenOptions['ask']): TokenOptions['ask'] {
  let ask = first;
  return (current) =>
    ask(current).catch((problem: unknown) => {
      if (ask === second || !(problem instanceof ApiProblem) || problem.passing) throw problem;
      ask = second;
      return second(current);
    });
}

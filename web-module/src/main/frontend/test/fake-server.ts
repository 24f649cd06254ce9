import { createHash } from 'node:crypto';

type Kind = 'announce' | 'ask' | 'put' | 'commit' | 'relay' | 'close';

/** What goes wrong with a call: it never arrives, or its answer does not, or it is refused. */
export type Fault = 'NO_CONNECTION' | 'LOST_ANSWER' | { status: number; code: string; retryAfter?: number };

export interface Call {
  kind: Kind;
  sequence?: number;
  token?: string | undefined;
}

interface Asked {
  segments: { sequence: number; bytes: number; sha256: string }[];
}

interface StoredTake {
  announcement: string;
  held: Map<number, string>;
  closed?: string;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Our recording calls and the object store behind them, as api.md says, with faults on demand. */
export class FakeServer {
  readonly calls: Call[] = [];
  readonly takes = new Map<string, StoredTake>();
  readonly objects = new Map<string, Uint8Array>();
  token = 'good';
  fault: (call: Call) => Fault | undefined = () => undefined;
  mostAtOnce = 0;
  #atOnce = 0;

  constructor(private readonly store = 'https://store.example') {}

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    try {
      await new Promise((resolve) => setImmediate(resolve));
      return await this.#serve(new URL(input as string, 'https://exam.example'), init);
    } finally {
      this.#atOnce -= 1;
    }
  };

  count(kind: Kind): number {
    return this.calls.filter((call) => call.kind === kind).length;
  }

  /** Everything held of a take, in order, as one. */
  recorded(takeId: string): Buffer {
    const held = [...(this.takes.get(takeId)?.held ?? [])].sort(([a], [b]) => a - b);
    return Buffer.concat(
      held.map(([sequence, sha256]) => this.objects.get(keyOf(takeId, sequence, sha256)) ?? new Uint8Array()),
    );
  }

  async #serve(url: URL, init: RequestInit): Promise<Response> {
    const call = callOf(url, init, url.href.startsWith(this.store));
    this.calls.push(call);
    const fault = this.fault(call);
    if (fault === 'NO_CONNECTION') throw new TypeError('fetch failed');
    if (typeof fault === 'object') return problem(fault.status, fault.code, fault.retryAfter);
    if (call.kind !== 'put' && call.token !== this.token) return problem(401, 'TOKEN_EXPIRED');
    const bytes = init.body instanceof Uint8Array ? init.body : undefined;
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const answer = await Promise.resolve(this.#answer(url, call, body, { bytes, headers: new Headers(init.headers) }));
    if (fault === 'LOST_ANSWER') throw new TypeError('fetch failed');
    return answer;
  }

  #answer(
    url: URL,
    { kind, sequence = -1 }: Call,
    body: unknown,
    { bytes, headers }: { bytes: Uint8Array | undefined; headers: Headers },
  ): Response {
    if (kind === 'put') return this.#put(url.pathname, bytes ?? new Uint8Array(), headers);
    const takeId = url.pathname.split('/')[6] ?? '';
    const take = this.takes.get(takeId);
    if (kind === 'announce') return this.#announce(takeId, take, JSON.stringify(body));
    if (take === undefined) return problem(404, 'TAKE_UNKNOWN');
    if (kind === 'ask')
      return json({ uploads: (body as Asked).segments.map((segment) => this.#upload(takeId, take, segment)) });
    if (kind === 'commit')
      return json({ segments: (body as Asked).segments.map((segment) => this.#commit(takeId, take, segment)) });
    if (kind === 'relay') return this.#relay(takeId, sequence, bytes ?? new Uint8Array(), headers);
    const closed = JSON.stringify(body);
    if (take.closed !== undefined && take.closed !== closed) return problem(409, 'TAKE_CLOSED');
    take.closed = closed;
    return json({ state: 'RECOVERING', missing: [] });
  }

  #announce(takeId: string, take: StoredTake | undefined, announcement: string): Response {
    if (take !== undefined) return take.announcement === announcement ? json({}) : problem(409, 'TAKE_DIFFERS');
    this.takes.set(takeId, { announcement, held: new Map() });
    return json({}, 201);
  }

  #upload(takeId: string, take: StoredTake, { sequence, sha256 }: Asked['segments'][number]): object {
    if (take.held.has(sequence)) return { sequence, held: true };
    const headers = { 'x-amz-checksum-sha256': sha256, 'If-None-Match': '*' };
    return { sequence, method: 'PUT', url: `${this.store}/${keyOf(takeId, sequence, sha256)}`, headers };
  }

  #put(path: string, bytes: Uint8Array, headers: Headers): Response {
    const key = path.split('/').slice(-2).join('/');
    if (this.objects.has(key)) return problem(412, 'PreconditionFailed');
    if (headers.get('If-None-Match') !== '*' || headers.get('x-amz-checksum-sha256') !== hash(bytes))
      return problem(400, 'BadDigest');
    this.objects.set(key, bytes.slice());
    return new Response(null, { status: 200 });
  }

  #relay(takeId: string, sequence: number, bytes: Uint8Array, headers: Headers): Response {
    const sha256 = headers.get('X-Content-SHA256') ?? '';
    if (sha256 !== hash(bytes)) return problem(400, 'SEGMENT_DIFFERS');
    this.objects.set(keyOf(takeId, sequence, sha256), bytes.slice());
    return json({ segments: [{ sequence, status: 'HELD' }] });
  }

  #commit(takeId: string, take: StoredTake, { sequence, sha256 }: Asked['segments'][number]): object {
    const held = take.held.get(sequence);
    if (held !== undefined && held !== sha256) return { sequence, status: 'MISMATCH', heldSha256: held };
    if (!this.objects.has(keyOf(takeId, sequence, sha256))) return { sequence, status: 'MISSING' };
    take.held.set(sequence, sha256);
    return { sequence, status: 'HELD' };
  }
}

function keyOf(takeId: string, sequence: number, sha256: string): string {
  return `${takeId}/${sequence}-${sha256}`;
}

function callOf(url: URL, init: RequestInit, toStore: boolean): Call {
  const token = new Headers(init.headers).get('Authorization')?.slice('Bearer '.length);
  if (toStore) return { kind: 'put', sequence: Number(/\/(\d+)-/.exec(url.pathname)?.[1]) };
  const rest = url.pathname.split('/').slice(7);
  if (rest[0] === undefined) return { kind: 'announce', token };
  if (rest[0] === 'uploads') return { kind: 'ask', token };
  if (rest[0] === 'close') return { kind: 'close', token };
  return rest[1] === undefined ? { kind: 'commit', token } : { kind: 'relay', sequence: Number(rest[1]), token };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function problem(status: number, code: string, retryAfter?: number): Response {
  const headers = {
    'Content-Type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  };
  return new Response(JSON.stringify({ status, code, title: code, detail: code }), { status, headers });
}

import { createApi, type Api } from '../../kernel/api';
import { pageTiming } from '../../kernel/timing';
import { bitsPerSecond, type Line } from './measures';

const FIRST_BYTES = 128 * 1024;
const MOST_BYTES = 1024 * 1024;
/** An upload shorter than this says little; then a larger one is made. */
const TELLING_MILLIS = 500;
const STORE_MILLIS = 5_000;

/** Measures the way up by sending noise, and looks whether the store can be reached. Rejects when nobody answers. */
export async function measureLine(invitation: string): Promise<Line> {
  const api = createApi({ headers: { 'X-Invitation': invitation }, timeoutMillis: 30_000 });
  const store = reachStore(api);
  await send(api, 1);
  const empty = await send(api, 1);
  let millis = await send(api, FIRST_BYTES);
  let bytes = FIRST_BYTES;
  if (millis < TELLING_MILLIS) {
    bytes = MOST_BYTES;
    millis = await send(api, MOST_BYTES);
  }
  return { bitsPerSecond: bitsPerSecond(bytes, millis, empty), store: await store };
}

async function send(api: Api, bytes: number): Promise<number> {
  const noise = new Uint8Array(bytes);
  for (let from = 0; from < bytes; from += 65_536) crypto.getRandomValues(noise.subarray(from, from + 65_536));
  const begun = pageTiming.now();
  await api.put('/line-check', noise);
  return pageTiming.now() - begun;
}

async function reachStore(api: Api): Promise<Line['store']> {
  const { url } = (await api.get('/line-check/store')) as { url?: string };
  if (url === undefined) return 'AWAY';
  const wishes: RequestInit = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(STORE_MILLIS) };
  return fetch(url, wishes).then(
    (response) => (response.ok ? 'DIRECT' : 'RELAYED'),
    () => 'RELAYED',
  );
}

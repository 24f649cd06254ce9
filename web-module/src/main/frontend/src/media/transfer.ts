import { fetchWithin } from '../kernel/api';
import { ApiProblem, isPassing, NetworkFailure, readProblem } from '../kernel/problems';
import type { Timing } from '../kernel/timing';
import type { RecordingApi, Upload } from './recording-api';
import type { Lanes } from './lanes';
import type { Route } from './route';
import type { Segment } from './take';
import type { Takes } from './takes';

export interface TransferOptions {
  api: RecordingApi;
  takes: Takes;
  route: Route;
  timing: Timing;
  fetch: typeof fetch;
  signal: AbortSignal;
  lanes: Lanes;
}

/** What became of a lot: these can be committed now; that went wrong first. */
export interface Transferred {
  sent: Segment[];
  problem?: Error;
}

/** Brings a lot of one take's segments to the store, a few at a time. */
export async function transfer(options: TransferOptions, lot: Segment[]): Promise<Transferred> {
  const { api, route, lanes } = options;
  if (route.relaying()) return relayed(route, await inLanes(lanes, lot, (segment) => relay(options, segment)));
  const uploads = new Map((await api.ask(lot[0]?.takeId ?? '', lot)).map((upload) => [upload.sequence, upload]));
  const outcome = await inLanes(lanes, lot, (segment) => put(options, segment, uploads.get(segment.sequence)));
  if (outcome.sent.length > 0) route.storeWorked();
  else if (outcome.problem !== undefined) route.storeFailed();
  return outcome;
}

function relayed(route: Route, outcome: Transferred): Transferred {
  if (outcome.sent.length === 0 && isPassing(outcome.problem) && !(outcome.problem instanceof NetworkFailure))
    route.relayFailed();
  return outcome;
}

async function inLanes(lanes: Lanes, lot: Segment[], send: (segment: Segment) => Promise<void>): Promise<Transferred> {
  const sent: Segment[] = [];
  const problems: Error[] = [];
  const waiting = [...lot];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && problems.length === 0; next = waiting.shift()) {
      const segment = next;
      await send(segment).then(
        () => sent.push(segment),
        (problem: unknown) => problems.push(asError(problem)),
      );
    }
  };
  await Promise.all(Array.from({ length: lanes.count() }, lane));
  const [problem] = problems;
  if (problem === undefined) lanes.worked();
  else lanes.failed();
  return problem === undefined ? { sent } : { sent, problem };
}

function asError(problem: unknown): Error {
  return problem instanceof Error ? problem : new Error(String(problem));
}

/** 412 says that exactly this is there already: its key carries the hash. */
async function put(options: TransferOptions, segment: Segment, upload: Upload | undefined): Promise<void> {
  if (upload?.held === true) return;
  if (upload?.url === undefined)
    throw new ApiProblem(502, 'UPLOAD_NOT_OFFERED', `No upload for segment ${segment.sequence}`);
  const bytes = await bytesOf(options, segment);
  const { fetch, timing, signal } = options;
  const response = await fetchWithin(
    patience(segment),
    { url: upload.url, fetch, timing, signal },
    {
      method: upload.method ?? 'PUT',
      headers: upload.headers ?? {},
      body: bytes,
      mode: 'cors',
      credentials: 'omit',
      priority: 'low',
    },
  );
  if (!response.ok && response.status !== 412) throw asPassing(await readProblem(response));
}

/** A refused upload is asked for anew: its URL was too old, or made for a clock that has moved. */
function asPassing(problem: ApiProblem): ApiProblem {
  return problem.passing ? problem : new ApiProblem(503, `STORE_${problem.status}`, problem.detail);
}

/** Where the server holds something else, the commit will say what. */
async function relay(options: TransferOptions, segment: Segment): Promise<void> {
  await options.api.relay(segment, await bytesOf(options, segment), patience(segment));
}

async function bytesOf({ takes }: TransferOptions, { takeId, sequence }: Segment): Promise<Uint8Array<ArrayBuffer>> {
  const data = await takes.data(takeId, sequence);
  if (data === undefined) throw new ApiProblem(503, 'SEGMENT_GONE', 'Another page has uploaded it');
  return new Uint8Array(data);
}

/** A line of 10 kB/s is slow; below that, live media would not work either and a new try does no better. */
function patience(segment: Segment): number {
  return 10_000 + segment.bytes / 10;
}

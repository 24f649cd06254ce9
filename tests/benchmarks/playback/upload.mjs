// A candidate who brings hours of film: announced, sent straight to the store, shown to the server, closed.
import { createHash, randomUUID } from 'node:crypto';

const offered = 64;
const atOnce = 4;

export class Upload {
  #url;
  #attempt;
  #token;

  constructor(url) {
    this.#url = `${url}/api/v1`;
  }

  get attempt() {
    return this.#attempt;
  }

  async join(invitation) {
    const consent = { version: '1', language: 'en', accepted: true };
    const joined = await this.#call('POST', '/join', { invitation, consent });
    this.#attempt = joined.attemptId;
    this.#token = joined.joinToken;
  }

  /** One take, whose first sample is of this moment. Answers how many bytes it has. */
  async take(segments, startedAt, before) {
    const at = `/attempts/${this.#attempt}/takes/${randomUUID()}`;
    const told = before === undefined ? {} : { before };
    const mimeType = 'video/mp4;codecs=avc1,opus';
    await this.#call('PUT', at, {
      track: 'camera',
      mimeType,
      startedAt: startedAt.toISOString(),
      sliceMillis: 100,
      ...told,
    });
    let [sequence, bytes, batch] = [0, 0, []];
    for (const segment of segments) {
      const sha256 = createHash('sha256').update(segment.bytes).digest('hex');
      batch.push({ ...segment, sequence: sequence++, sha256 });
      bytes += segment.bytes.length;
      if (batch.length === offered) batch = await this.#send(at, batch);
    }
    await this.#send(at, batch);
    await this.#call('POST', `${at}/close`, { lastSequence: sequence - 1, reason: 'PAGE_LEFT' });
    return bytes;
  }

  async finish() {
    await this.#call('POST', `/attempts/${this.#attempt}/finish`);
  }

  async #send(at, batch) {
    if (batch.length === 0) return [];
    const claims = batch.map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.length }));
    const wanted = claims.map(({ sequence, bytes, sha256 }) => ({ sequence, bytes, sha256 }));
    const { uploads } = await this.#call('POST', `${at}/uploads`, { segments: wanted });
    const waiting = uploads.map((offer, index) => ({ offer, body: batch[index].bytes }));
    await Promise.all(Array.from({ length: atOnce }, () => this.#put(waiting)));
    const { segments } = await this.#call('POST', `${at}/segments`, { segments: claims });
    if (segments.some(({ status }) => status !== 'HELD'))
      throw new Error(`Not all is held: ${JSON.stringify(segments)}`);
    return [];
  }

  async #put(waiting) {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { offer, body } = next;
      const answer = await fetch(offer.url, { method: offer.method, headers: offer.headers, body });
      if (!answer.ok) throw new Error(`The store answers ${answer.status} ${await answer.text()}`);
    }
  }

  async #call(method, path, body) {
    const headers = { 'Content-Type': 'application/json' };
    if (this.#token !== undefined) headers.Authorization = `Bearer ${this.#token}`;
    const answer = await fetch(this.#url + path, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

// Sits an exam of five minutes by the API, one candidate after the other: each loses something of another kind. Answers when
// all have finished. A take: from and to second, what it says of the time before, why it closed, which segments never come.
async (invitations) => {
  const STEP = 20;
  const END = 306;
  const stories = [
    [{ to: 120, reason: 'PAGE_LEFT' }],
    [{ lost: [4, 5, 9] }],
    [{ to: 100, reason: 'TRACK_ENDED' }, { from: 131, before: 'DEVICE_ENDED' }],
    [{ to: 150, reason: undefined }, { from: 200 }],
    [{ to: 60, reason: 'PAGE_LEFT' }, { from: 64, before: 'PAGE_RELOAD' }],
    [{ to: 200, reason: 'RECORDER_ERROR' }, { from: 206, before: 'RECORDER_ERROR' }],
    [{ to: 240, reason: 'POLICY' }, { from: 255, before: 'STORAGE_FULL' }],
    [{}],
    [{}],
  ];
  const call = async (token, method, path, body, headers = { 'Content-Type': 'application/json' }) => {
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const answer = await fetch(`/api/v1${path}`, { method, headers: { ...authorization, ...headers }, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const json = (body) => JSON.stringify(body);
  const ints = (...values) => new Uint8Array(values.flatMap((v) => [v >>> 24, v >>> 16, v >>> 8, v].map((b) => b & 255)));
  const box = (type, ...parts) => {
    const size = parts.reduce((sum, part) => sum + part.length, 8);
    const all = [ints(size), new TextEncoder().encode(type), ...parts];
    return new Uint8Array(all.flatMap((part) => [...part]));
  };
  const head = () =>
    new Uint8Array([
      ...box('ftyp', new TextEncoder().encode('iso6')),
      ...box(
        'moov',
        box('trak', box('tkhd', ints(0, 0, 0, 1)), box('mdia', box('mdhd', ints(0, 0, 0, 1000)))),
        box('mvex', box('trex', ints(0, 1, 1, 0, 0))),
      ),
    ]);
  const fragment = (start, length) =>
    new Uint8Array([
      ...box('moof', box('traf', box('tfhd', ints(0, 1)), box('tfdt', ints(0, start)), box('trun', ints(256, 1, length)))),
      ...box('mdat', crypto.getRandomValues(new Uint8Array(200))),
    ]);
  const hex = (digest) => [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  const record = async ({ attemptId, joinToken, begun }, { from = 0, to = END, before, lost = [], ...rest }) => {
    const reason = 'reason' in rest ? rest.reason : 'FINISHED';
    const at = `/attempts/${attemptId}/takes/${crypto.randomUUID()}`;
    const startedAt = new Date(begun + from * 1000).toISOString();
    const told = before === undefined ? {} : { before: { cause: before, at: startedAt } };
    const words = { track: 'camera', mimeType: 'video/mp4;codecs=avc1,opus', startedAt, sliceMillis: 100, ...told };
    await call(joinToken, 'PUT', at, json(words));
    const relay = async (sequence, bytes, start, length) =>
      call(joinToken, 'PUT', `${at}/segments/${sequence}`, bytes, {
        'Content-Type': 'application/octet-stream',
        'X-Content-SHA256': hex(await crypto.subtle.digest('SHA-256', bytes)),
        'X-Start-Millis': String(start),
        'X-Duration-Millis': String(length),
      });
    await relay(0, head(), 0, 0);
    let last = 0;
    for (let second = from; second < to; second += STEP) {
      const length = Math.min(STEP, to - second) * 1000;
      last++;
      if (lost.includes(last)) continue;
      await relay(last, fragment((second - from) * 1000, length), (second - from) * 1000, length);
    }
    if (reason !== undefined) await call(joinToken, 'POST', `${at}/close`, json({ lastSequence: last, reason }));
  };

  for (const [number, story] of stories.entries()) {
    const consent = { version: '1', language: 'en', accepted: true };
    const joined = await call(undefined, 'POST', '/join', json({ invitation: invitations[number], consent }));
    const sitting = { ...joined, begun: Date.parse(joined.serverTime) - 299_000 };
    for (const take of story) await record(sitting, take);
    await call(joined.joinToken, 'POST', `/attempts/${joined.attemptId}/finish`);
  }
}

import '../browser';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LiveRefusal, type Frame, type Line } from '../../src/live/frames';
import { Publisher } from '../../src/live/publisher';
import { Watching, type WatchView } from '../../src/live/watcher';
import type { Source } from '../../src/media/source';
import { FakeStream, FakeTrack } from '../fake-media';
import { FakePeer } from '../fake-peer';
import { settled } from '../fake-timing';

Object.assign(globalThis, { RTCPeerConnection: FakePeer });

const ok: Frame = { v: 1, t: 'ok', re: 1, iceServers: [{ urls: 'turn:turn.example' }], relayOnly: true };

function aLine(answer: () => Promise<Frame> = () => Promise.resolve(ok)) {
  const said: { t: string; body: object }[] = [];
  const line: Line = {
    send: (t, body = {}) => said.push({ t, body }) > 0,
    request: (t, body = {}) => {
      said.push({ t, body });
      return answer();
    },
  };
  return { line, said };
}

/** A track of a camera that is 720 lines high. */
function aTrack(kind: 'video' | 'audio'): FakeTrack {
  return Object.assign(new FakeTrack(kind), { getSettings: () => (kind === 'video' ? { height: 720 } : {}) });
}

function aCamera() {
  let tell: () => void = () => undefined;
  const camera = {
    now: new FakeStream([aTrack('video'), aTrack('audio')]),
    stream: () => camera.now,
    onChange: (listener: () => void) => {
      tell = listener;
      return () => undefined;
    },
  };
  const becomes = (...tracks: FakeTrack[]): void => {
    camera.now = new FakeStream(tracks);
    tell();
  };
  return { camera: camera as unknown as Source, becomes };
}

const watch = (watcher: string): Frame => ({ v: 1, t: 'watch', watcher, iceServers: [], relayOnly: false });

describe('a candidate', () => {
  test('has one small connection for every watcher, and ends it with them', () => {
    const counts: number[] = [];
    const { camera } = aCamera();
    const publisher = new Publisher({ line: aLine().line, camera, onWatchers: (count) => counts.push(count) });
    publisher.heed(watch('w1'));
    publisher.heed(watch('w2'));
    publisher.heed(watch('w1'));
    const [first] = FakePeer.made.slice(-2);
    publisher.heed({ v: 1, t: 'unwatch', watcher: 'w1' });

    assert.deepEqual(counts, [1, 2, 1]);
    assert.equal(first?.signalingState, 'closed');
    const [picture, sound] = first.transceivers;
    assert.deepEqual(picture?.encodings, [{ maxBitrate: 200_000, maxFramerate: 10, scaleResolutionDownBy: 4 }]);
    assert.deepEqual(sound?.encodings, [{ maxBitrate: 24_000 }]);
    publisher.close();
  });

  test('goes on with another camera in the same connections', async () => {
    const { camera, becomes } = aCamera();
    const publisher = new Publisher({ line: aLine().line, camera });
    publisher.heed(watch('w1'));
    const [picture, sound] = FakePeer.made.at(-1)!.transceivers;
    const other = aTrack('video');
    becomes(other);
    await settled();

    assert.equal(picture?.sender.track, other);
    assert.equal(sound?.sender.track, null);
    publisher.close();
  });

  test('ends the connections of those who stopped watching while the line was away', () => {
    const counts: number[] = [];
    const { camera } = aCamera();
    const publisher = new Publisher({ line: aLine().line, camera, onWatchers: (count) => counts.push(count) });
    publisher.heed(watch('w1'));
    publisher.heed(watch('w2'));
    const [first, second] = FakePeer.made.slice(-2);
    publisher.heed({ v: 1, t: 'watchers', watchers: ['w2'] });

    assert.deepEqual(counts, [1, 2, 1]);
    assert.equal(first?.signalingState, 'closed');
    assert.notEqual(second?.signalingState, 'closed');
    publisher.close();
  });

  test('leaves frames alone that are not about media', () => {
    const publisher = new Publisher({ line: aLine().line, camera: aCamera().camera });

    assert.equal(publisher.heed({ v: 1, t: 'message' }), false);
    publisher.close();
  });
});

async function aWatchedAttempt(answer?: () => Promise<Frame>) {
  const { line, said } = aLine(answer);
  const watching = new Watching(line);
  const views: WatchView[] = [];
  watching.watch('a1', (view) => views.push(view));
  await settled();
  const offer = async (session: number): Promise<void> => {
    const data = { description: { type: 'offer', sdp: `v=0\r\no=- ${session} 2 IN IP4 127.0.0.1` } };
    watching.heed({ v: 1, t: 'signal', from: 'a1', data });
    await settled();
  };
  return { watching, said, views, offer, state: () => [views.at(-1)?.state, views.at(-1)?.code] };
}

describe('the wall', () => {
  test("answers the candidate's offer, through the relays it was told", async () => {
    const { said, offer, state, watching } = await aWatchedAttempt();
    await offer(1);

    assert.deepEqual(said[0], { t: 'watch', body: { attempt: 'a1' } });
    assert.equal(said.at(-1)?.t, 'signal');
    assert.deepEqual(FakePeer.made.at(-1)?.configuration.iceServers, ok['iceServers']);
    assert.equal(FakePeer.made.at(-1)?.configuration.iceTransportPolicy, 'relay');
    FakePeer.made.at(-1)?.becomes('connected');
    assert.deepEqual(state(), ['CONNECTED', undefined]);
    watching.close();
  });

  test('keeps its connection for another offer of the same page, and makes one for a page that is new', async () => {
    const { offer, watching } = await aWatchedAttempt();
    await offer(1);
    const peers = FakePeer.made.length;
    await offer(1);
    assert.equal(FakePeer.made.length, peers);
    await offer(2);

    assert.equal(FakePeer.made.length, peers + 1);
    assert.equal(FakePeer.made.at(-2)?.signalingState, 'closed');
    watching.close();
  });

  test('tells why it may not watch', async () => {
    const { state, watching } = await aWatchedAttempt(() => Promise.reject(new LiveRefusal('WATCHERS_FULL', '')));

    assert.deepEqual(state(), ['REFUSED', 'WATCHERS_FULL']);
    watching.close();
  });

  test('asks again for each connection of the live socket, but not for what the server has ended', async () => {
    const { said, state, watching } = await aWatchedAttempt();
    watching.welcome();
    await settled();
    assert.equal(said.filter(({ t }) => t === 'watch').length, 2);

    watching.heed({ v: 1, t: 'unwatched', attempt: 'a1', code: 'NOT_ON_DUTY' });
    watching.welcome();
    await settled();

    assert.deepEqual(state(), ['ENDED', 'NOT_ON_DUTY']);
    assert.equal(said.filter(({ t }) => t === 'watch').length, 2);
    watching.close();
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SignalData } from '../../src/live/frames';
import { Peer, type PeerState } from '../../src/live/peer';
import { FakePeer } from '../fake-peer';
import { FakeTiming, settled } from '../fake-timing';

function aPeer(polite: boolean, timing = new FakeTiming()) {
  const said: SignalData[] = [];
  const states: PeerState[] = [];
  let connection: FakePeer | undefined;
  const peer = new Peer({
    iceServers: [],
    relayOnly: true,
    polite,
    timing,
    send: (data) => said.push(data) > 0,
    onState: (state) => states.push(state),
    connect: (configuration) => (connection = new FakePeer(configuration)) as unknown as RTCPeerConnection,
  });
  const offers = (): number => said.filter((data) => 'description' in data && data.description.type === 'offer').length;
  return { peer, connection: connection!, timing, said, states, offers };
}

async function aConnectedPeer(polite = false) {
  const end = aPeer(polite);
  if (!polite) {
    end.connection.needsNegotiation();
    await settled();
    await end.peer.heed({ description: { type: 'answer', sdp: 'o=- 7 1' } });
  } else {
    await end.peer.heed({ description: { type: 'offer', sdp: 'o=- 7 1' } });
  }
  end.connection.becomes('connected');
  await settled();
  return end;
}

test('goes through relays only, where the exam wants it', () => {
  assert.equal(aPeer(false).connection.configuration.iceTransportPolicy, 'relay');
});

describe('when both offer at once', () => {
  test('the polite end gives way and answers', async () => {
    const { peer, connection, said } = aPeer(true);
    connection.needsNegotiation();
    await settled();
    await peer.heed({ description: { type: 'offer', sdp: 'o=- 7 1' } });

    assert.deepEqual(
      said.map((data) => 'description' in data && data.description.type),
      ['offer', 'answer'],
    );
    assert.equal(connection.signalingState, 'stable');
  });

  test('the other end goes on with its own', async () => {
    const { peer, connection, said } = aPeer(false);
    connection.needsNegotiation();
    await settled();
    await peer.heed({ description: { type: 'offer', sdp: 'o=- 7 1' } });

    assert.equal(said.length, 1);
    assert.equal(connection.signalingState, 'have-local-offer');
  });
});

describe('when the connection breaks', () => {
  test('restarts ICE again and again until it is connected, and then no more', async () => {
    const { peer, connection, timing, states } = await aConnectedPeer();
    connection.becomes('disconnected');
    await timing.pass(60_000);
    assert.ok(connection.restarts >= 5, `${connection.restarts} restarts in a minute`);
    assert.ok(connection.restarts <= 20, `${connection.restarts} restarts in a minute`);
    assert.equal(connection.rollbacks, connection.restarts - 1);

    await peer.heed({ description: { type: 'answer', sdp: 'o=- 7 2' } });
    connection.becomes('connected');
    const { restarts } = connection;
    await timing.pass(60_000);

    assert.equal(connection.restarts, restarts);
    assert.deepEqual(states, ['CONNECTED', 'LOST', 'CONNECTED']);
  });

  test('the polite end leaves the first word to the other', async () => {
    const { connection, timing } = await aConnectedPeer(true);
    connection.becomes('disconnected');
    await timing.pass(2_500);
    assert.equal(connection.restarts, 0);
    await timing.pass(1_000);

    assert.equal(connection.restarts, 1);
  });

  test('tries at once when the line for signals is back', async () => {
    const { peer, connection, timing } = await aConnectedPeer();
    connection.becomes('failed');
    await timing.pass(1_000);
    const { restarts } = connection;
    peer.wake();
    await timing.pass(0);

    assert.equal(connection.restarts, restarts + 1);
  });
});

describe('the very first offer', () => {
  test('is said again, not taken back, for as long as nobody answers', async () => {
    const { connection, timing, offers } = aPeer(false);
    connection.needsNegotiation();
    await timing.pass(40_000);

    assert.ok(offers() >= 4);
    assert.equal(connection.rollbacks, 0);
    assert.equal(connection.restarts, 0);
  });

  test("is not made by the wall, which waits for the candidate's", async () => {
    const { timing, said } = aPeer(true);
    await timing.pass(120_000);

    assert.deepEqual(said, []);
  });
});

test('nothing is said or heard after closing', async () => {
  const { peer, connection, timing, said, states } = await aConnectedPeer();
  connection.becomes('disconnected');
  peer.close();
  const words = said.length;
  await peer.heed({ description: { type: 'offer', sdp: 'o=- 7 3' } });
  await timing.pass(60_000);

  assert.equal(said.length, words);
  assert.equal(states.at(-1), 'CLOSED');
});

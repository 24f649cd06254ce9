import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { stretchAt, nextFrom, type Stretch } from '../../src/review/line';
import { Player, type Playable } from '../../src/review/player';
import type { Trouble } from '../../src/review/take-media';
import { FakeTiming } from '../fake-timing';

const stretch = (number: number, from: number, to: number): Stretch => ({
  takeId: `take-${number}`,
  number,
  mimeType: 'video/webm',
  zero: from,
  from,
  to,
  pieces: [],
  sources: new Map(),
});

/** Plays like a video element whose bytes are always there. */
class FakeTrack implements Playable {
  trouble: Trouble | undefined;
  loads = 0;
  playing = false;
  #at = 0;
  #since = 0;
  #rate = 1;
  #loaded: string | undefined;

  constructor(
    readonly stretches: Stretch[],
    readonly timing: FakeTiming,
  ) {}

  stretchAt(at: number): Stretch | undefined {
    return stretchAt(this.stretches, at);
  }
  nextFrom(at: number): number | undefined {
    return nextFrom(this.stretches, at);
  }
  isLoaded(at: number): boolean {
    return this.#loaded !== undefined && this.stretchAt(at)?.takeId === this.#loaded;
  }
  goTo(at: number): void {
    const { takeId } = this.stretchAt(at) ?? { takeId: undefined };
    if (takeId === undefined) {
      this.run(false, this.#rate);
      return;
    }
    if (takeId !== this.#loaded) this.loads += 1;
    this.#loaded = takeId;
    this.#at = at;
    this.#since = this.timing.now();
  }
  run(playing: boolean, rate: number): void {
    this.#at = this.#reached();
    this.#since = this.timing.now();
    this.playing = playing;
    this.#rate = rate;
  }
  position(): number | undefined {
    return this.#loaded === undefined ? undefined : this.#reached();
  }
  isFlowing(): boolean {
    return true;
  }
  isAtEnd(at: number): boolean {
    const end = this.stretchAt(at)?.to;
    return end === undefined || at >= end - 100;
  }
  close(): void {
    this.playing = false;
  }
  #reached(): number {
    const end = this.stretches.find(({ takeId }) => takeId === this.#loaded)?.to ?? 0;
    return this.playing ? Math.min(end, this.#at + (this.timing.now() - this.#since) * this.#rate) : this.#at;
  }
}

describe('the player', () => {
  let timing: FakeTiming;
  let camera: FakeTrack;
  let screen: FakeTrack;
  let player: Player<FakeTrack>;

  beforeEach(() => {
    timing = new FakeTiming();
    camera = new FakeTrack([stretch(1, 10_000, 20_000), stretch(2, 40_000, 50_000)], timing);
    screen = new FakeTrack([], timing);
    player = new Player({ tracks: [camera, screen], onChange: () => undefined, timing });
  });

  const begin = (growing = false): void => player.extend({ from: 5_000, to: 50_000 }, growing);

  test('begins where the recording begins and waits', async () => {
    begin();
    await timing.pass(1_000);
    assert.equal(player.at, 10_000);
    assert.equal(player.state, 'paused');
  });

  test('skips a gap and ends at the end', async () => {
    begin();
    player.play();
    await timing.pass(9_000);
    assert.equal(player.state, 'playing');
    await timing.pass(3_000);
    assert.ok(player.at > 40_000 && player.at < 43_000, String(player.at));
    await timing.pass(10_000);
    assert.equal(player.state, 'ended');
    assert.equal(player.playing, false);
  });

  test('plays eight times as fast', async () => {
    begin();
    player.setRate(8);
    player.play();
    await timing.pass(3_500);
    assert.equal(player.state, 'ended');
  });

  test('waits through a gap when asked to, at its speed', async () => {
    begin();
    player.setSkipping(false);
    player.setRate(2);
    player.play();
    await timing.pass(8_000);
    assert.equal(player.state, 'gap');
    assert.ok(player.at > 24_000 && player.at < 27_000, String(player.at));
    await timing.pass(9_000);
    assert.equal(player.state, 'playing');
  });

  test('shows a gap that is sought, and plays on behind it', async () => {
    begin();
    player.seek(30_000);
    assert.equal(player.state, 'gap');
    await timing.pass(1_000);
    assert.equal(player.at, 30_000);
    player.play();
    await timing.pass(500);
    assert.equal(player.state, 'playing');
    assert.equal(player.lead?.stretchAt(player.at)?.number, 2);
  });

  test('waits at the newest moment and goes on when more has come', async () => {
    begin(true);
    player.seek(48_000);
    player.play();
    await timing.pass(5_000);
    assert.equal(player.state, 'edge');
    camera.stretches[1] = stretch(2, 40_000, 60_000);
    player.extend({ from: 5_000, to: 60_000 }, true);
    await timing.pass(3_000);
    assert.equal(player.state, 'playing');
    assert.ok(player.at > 51_000);
  });

  test('lets another track lead where the first has nothing', async () => {
    screen.stretches.push(stretch(3, 15_000, 35_000));
    begin();
    player.play();
    await timing.pass(15_000);
    assert.equal(player.lead, screen);
    assert.ok(Math.abs(player.at - 25_000) < 1_000, String(player.at));
    assert.equal(camera.playing, false);
    await timing.pass(11_000);
    assert.equal(player.lead, camera);
  });

  test('begins where all tracks have begun that begin together', () => {
    screen.stretches.push(stretch(3, 9_700, 20_000));
    begin();
    assert.equal(player.at, 10_000);
  });

  test('loads a take once, however often it is sought in', async () => {
    begin();
    for (const at of [12_000, 18_000, 11_000]) player.seek(at);
    await timing.pass(500);
    assert.equal(camera.loads, 1);
  });

  test('begins again after the end', async () => {
    begin();
    player.seek(49_000);
    player.play();
    await timing.pass(2_000);
    assert.equal(player.state, 'ended');
    player.play();
    await timing.pass(500);
    assert.ok(player.at < 12_000);
  });

  test('says when the bytes are away', async () => {
    begin();
    camera.trouble = 'STORE_AWAY';
    camera.position = () => undefined;
    await timing.pass(200);
    assert.equal(player.state, 'away');
  });
});

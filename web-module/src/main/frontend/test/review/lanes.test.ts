import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layLanes, scaleOf, type LaneFacts, type Shape } from '../../src/review/lanes';
import type { Mark } from '../../src/review/marks';

const hour = 3_600_000;
const span = { from: 0, to: 2 * hour };
const stretch = {
  takeId: 't',
  number: 1,
  mimeType: 'video/mp4',
  zero: 0,
  from: 0,
  to: hour,
  pieces: [],
  sources: new Map(),
};

const mark = (parts: Partial<Mark>): Mark => ({
  kind: 'flag',
  at: 0,
  tone: 'info',
  icon: 'flag',
  title: 'Flag',
  text: '',
  ...parts,
});

const draw = (facts: Partial<LaneFacts>, width = 1000): Shape[] =>
  layLanes({ span, tracks: [{ track: 'camera', stretches: [stretch] }], marks: [], ...facts }, width).shapes;

const ofClass = (shapes: Shape[], name: string): Shape[] => shapes.filter((shape) => shape.class === name);

describe('the timeline', () => {
  test('a place and its moment agree', () => {
    const scale = scaleOf(span, 1000);
    for (const at of [0, 1, 77_777, hour, 2 * hour]) assert.ok(Math.abs(scale.at(scale.x(at)) - at) < 2, String(at));
  });

  test('never leads outside the exam', () => {
    const scale = scaleOf(span, 1000);
    assert.equal(scale.at(-50), 0);
    assert.equal(scale.at(5_000), 2 * hour);
    assert.equal(scale.x(-1), scale.x(0));
  });

  test('draws half of the line for half of the time', () => {
    const [bar] = ofClass(draw({}), 'kw-track');
    assert.equal(bar?.numbers['width'], 450);
  });

  test('draws a short gap wide enough to be seen, with its true length in words', () => {
    const gap = mark({
      kind: 'gap',
      track: 'camera',
      tone: 'bad',
      at: hour,
      to: hour + 2_000,
      text: '2.0 s, page reloaded',
    });
    const [box] = ofClass(draw({ marks: [gap] }), 'kw-gapbad');
    assert.equal(box?.numbers['width'], 4);
    assert.equal(box.title, '1:00:00 2.0 s, page reloaded');
  });

  test('draws below a gap what a copy shows of it', () => {
    const cover = { source: 'janus', object: 'copy-janus-1.mp4', from: hour, to: 1.5 * hour, start: 0 };
    const gap = mark({ kind: 'gap', track: 'camera', tone: 'bad', at: hour, to: 2 * hour, covers: [cover] });
    const [line] = ofClass(draw({ marks: [gap] }), 'kw-cover');
    assert.equal(line?.numbers['width'], 225);
    assert.equal(line.title, 'Copy by janus: 30:00');
  });

  test('keeps gaps of one track out of the lane of the other', () => {
    const tracks = [
      { track: 'camera' as const, stretches: [stretch] },
      { track: 'screen' as const, stretches: [] },
    ];
    const gap = mark({ kind: 'gap', track: 'screen', tone: 'warn', at: 0, to: hour });
    const boxes = ofClass(draw({ tracks, marks: [gap] }), 'kw-gapbox');
    assert.equal(boxes.length, 1);
    assert.equal(boxes[0]?.numbers['y'], 46);
  });

  test('leaves room between the times it writes', () => {
    for (const width of [320, 700, 1400]) {
      const xs = ofClass(draw({}, width), 'kw-tick').map((tick) => tick.numbers['x'] ?? 0);
      assert.ok(xs.length > 1, String(width));
      assert.ok(
        xs.slice(1).every((x, index) => x - (xs[index] ?? 0) >= 64),
        String(width),
      );
    }
  });

  test('draws a pause that lasts to the end', () => {
    const [box] = ofClass(draw({ marks: [mark({ kind: 'pause', at: hour })] }), 'kw-pausebox');
    assert.equal(box?.numbers['width'], 450);
  });

  test('the graver a flag, the taller it is', () => {
    const tones = ['info', 'warn', 'bad'] as const;
    const tall = tones.map((tone) => ofClass(draw({ marks: [mark({ tone })] }), `kw-${tone}`)[0]?.numbers['height']);
    assert.deepEqual(tall, [8, 13, 18]);
  });
});

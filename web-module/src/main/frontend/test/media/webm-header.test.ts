import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { webmHeader } from '../../src/media/webm-header';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/${name}`));

describe('the header of a WebM take', () => {
  for (const name of ['chromium-webm-1000.webm', 'chromium-webm-plain.webm', 'firefox-webm-plain.webm']) {
    test(`of ${name} ends where the first cluster begins and names what is in it`, () => {
      const bytes = file(name);
      const header = webmHeader(bytes);
      assert.ok(header !== undefined);
      assert.equal(header.type, 'video/webm;codecs="vp8,opus"'.replace('vp8,opus', inOrder(header.type)));
      assert.equal(Buffer.from(bytes.slice(header.bytes.length, header.bytes.length + 4)).toString('hex'), '1f43b675');
      assert.ok(header.zeroMillis >= 0 && header.zeroMillis < 1000);
    });
  }

  test('is unknown while its first cluster has not come', () => {
    assert.equal(webmHeader(file('chromium-webm-plain.webm').slice(0, 100)), undefined);
  });

  test('is none in other bytes', () => {
    assert.equal(webmHeader(new Uint8Array(0)), undefined);
  });
});

/** The recorder writes its tracks in any order. */
function inOrder(type: string): string {
  return type.includes('opus,vp8') ? 'opus,vp8' : 'vp8,opus';
}

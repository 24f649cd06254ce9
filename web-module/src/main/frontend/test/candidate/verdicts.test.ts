import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bars } from '../../src/candidate/check/level';
import { bitsPerSecond, lineVerdict, needed, spaceVerdict } from '../../src/candidate/check/measures';
import { readiness } from '../../src/candidate/check/readiness';
import {
  browserVerdict,
  cameraVerdict,
  good,
  headline,
  looking,
  microphoneVerdict,
  refusalVerdict,
  screenVerdict,
  type CheckName,
  type Verdict,
} from '../../src/candidate/check/verdicts';
import { defaultPolicy } from '../../src/media/policy';

describe('devices', () => {
  test('every refusal says what to do, and keeps the exam from starting', () => {
    const titles = ['NotAllowedError', 'NotReadableError', 'NotFoundError', 'SomethingNewError'].map((name) => {
      const verdict = refusalVerdict('video', name);
      assert.equal(verdict.blocks, true);
      assert.ok((verdict.help?.steps.length ?? 0) >= 2);
      return verdict.help?.title;
    });
    assert.deepEqual(titles, [
      'The camera is not allowed yet.',
      'Another program is using your camera.',
      'No camera is connected.',
      'No camera is connected.',
    ]);
  });

  test('a covered camera is not a good one', () => {
    const picture = { label: 'Built-in', width: 640, height: 360, muted: false };
    assert.equal(cameraVerdict(picture).detail, 'Built-in, 640 × 360');
    assert.equal(cameraVerdict({ ...picture, muted: true }).blocks, true);
  });

  test('a microphone has eight seconds to be heard', () => {
    const sound = { label: '', muted: false, listenedMillis: 9_000 };
    assert.equal(microphoneVerdict({ ...sound, peak: 0.3, listenedMillis: 100 }).value, 'We hear you');
    assert.equal(microphoneVerdict({ ...sound, peak: 0, listenedMillis: 7_900 }).outcome, 'LOOKING');
    assert.deepEqual(valueAndBlocks(microphoneVerdict({ ...sound, peak: 0 })), ['No sound', true]);
    assert.deepEqual(valueAndBlocks(microphoneVerdict({ ...sound, peak: 0.3, muted: true })), ['No sound', true]);
    assert.deepEqual(valueAndBlocks(microphoneVerdict({ ...sound, peak: 0.001 })), ['Very quiet', false]);
    assert.equal(microphoneVerdict({ ...sound, peak: undefined }).outcome, 'GOOD');
  });

  test('the level follows loudness as it is felt', () => {
    assert.deepEqual(
      [0, 0.001, 0.1, 1].map((level) => bars(level, 14)),
      [0, 0, 9, 14],
    );
  });

  test('a part of the screen is worth a word, none at all keeps the exam from starting', () => {
    assert.equal(screenVerdict(true, 'monitor').outcome, 'GOOD');
    assert.deepEqual(valueAndBlocks(screenVerdict(true, 'window')), ['Only a part', false]);
    assert.deepEqual(valueAndBlocks(screenVerdict(false, undefined)), ['Not shared', true]);
  });
});

describe('browser, line and space', () => {
  const has = { secure: true, devices: true, form: 'video/mp4', storage: true, canShareScreen: false };

  test('a browser fits when it can do what this exam records', () => {
    assert.equal(browserVerdict(has, false).outcome, 'GOOD');
    assert.equal(browserVerdict(has, true).help?.title, 'This device can’t share its screen.');
    assert.equal(browserVerdict({ ...has, form: undefined }, false).help?.title, 'This browser can’t record.');
    assert.equal(browserVerdict({ ...has, secure: false }, false).help?.title, 'This address is not secure.');
  });

  test('what an empty upload takes is not counted against the line', () => {
    assert.equal(bitsPerSecond(125_000, 1_100, 100), 1_000_000);
    assert.equal(bitsPerSecond(125_000, 50, 100), 1_000_000_000);
  });

  test('a slow line and a store that is away warn without stopping anybody', () => {
    const need = needed(defaultPolicy, ['camera']);
    const slow = lineVerdict({ bitsPerSecond: need - 1, store: 'DIRECT' }, need);
    const away = lineVerdict({ bitsPerSecond: 50_000_000, store: 'AWAY' }, need);
    assert.deepEqual([slow.outcome, slow.blocks], ['HELP', undefined]);
    assert.deepEqual([away.outcome, away.blocks], ['HELP', undefined]);
    assert.equal(lineVerdict({ bitsPerSecond: need, store: 'RELAYED' }, need).outcome, 'GOOD');
  });

  test('space is told in hours without network', () => {
    const space = { freeBytes: 11_000_000_000, hoursLeft: 94.2, persisted: true };
    assert.equal(spaceVerdict(space).detail, 'For about 94 hours without network');
    assert.equal(spaceVerdict({ ...space, hoursLeft: 0.75 }).detail, 'For 45 minutes without network.');
    assert.equal(spaceVerdict({ ...space, hoursLeft: 0.2 }).detail, 'This device is almost full.');
  });
});

describe('the whole', () => {
  const all = (change: Partial<Record<CheckName, Verdict>> = {}): Map<CheckName, Verdict> => {
    const fine = good('Good', '');
    return new Map(Object.entries({ browser: fine, camera: fine, microphone: fine, line: fine, ...change })) as never;
  };

  test('the exam starts when browser, camera and microphone work', () => {
    assert.deepEqual(readiness(all(), 0), { ready: true, why: 'Recording begins when you press Start.' });
    assert.equal(readiness(all({ line: looking('') }), 0).ready, true);
    assert.equal(readiness(all({ microphone: looking('') }), 0).ready, false);
  });

  test('names what is missing, and the time before the exam opens', () => {
    const broken = { ...good('', ''), blocks: true };
    assert.equal(
      readiness(all({ camera: broken, microphone: broken }), 0).why,
      'Start becomes available as soon as the camera and the microphone work.',
    );
    assert.equal(readiness(all(), 65_000).why, 'Your exam opens in 1:05. Start becomes available then.');
  });

  test('the headline counts what needs help', () => {
    const help: Verdict = { outcome: 'HELP', value: '', detail: '' };
    assert.equal(headline([good('', ''), help]).title, 'One thing needs your help');
    assert.equal(headline([help, help, help, help]).title, '4 things need your help');
    assert.equal(headline([good('', ''), looking('')]).title, 'Checking your device');
    assert.equal(headline([good('', '')]).title, 'All set. You can start');
  });
});

function valueAndBlocks({ value, blocks }: Verdict): [string, boolean | undefined] {
  return [value, blocks];
}

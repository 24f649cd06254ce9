import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyOf } from '../../../src/proctor/leaving';
import type { ProctorLine, RoomLine } from '../../../src/proctor/rooms/answer';
import { proctorsFor, roomsFor } from '../../../src/proctor/rooms/choices';
import { foundWords } from '../../../src/proctor/rooms/search';
import {
  alarmWords,
  figuresOf,
  handoverSign,
  presentWords,
  proctorSign,
  remedyWords,
  roomSign,
  silenceWords,
  silentWords,
} from '../../../src/proctor/rooms/words';
import type { Handover } from '../../../src/proctor/tile';
import { ago, NOW } from '../tiles';

const now = { connected: 20, missing: 2, gone: 1, unknown: 0, silent: 0 };
const nobody = { connected: 0, missing: 0, gone: 0, unknown: 0, silent: 0 };

function room(number: number, changes: Partial<RoomLine> = {}): RoomLine {
  return { id: `r${number}`, number, capacity: 25, seated: 23, now, proctors: [], ...changes };
}

function proctor(name: string, changes: Partial<ProctorLine> = {}): ProctorLine {
  return { proctor: name, name, since: ago(600), gone: false, heardAt: ago(3), rooms: [1], candidates: 25, ...changes };
}

const handover: Handover = { id: 'h', room: 1, from: 'Ada', to: 'Bo', reason: 'OFF_DUTY', at: ago(60) };
const watched = { proctors: [{ proctor: 'ada', name: 'Ada' }] };

describe('rooms that nobody watches', () => {
  test('are counted with their candidates, empty ones left out', () => {
    const rooms = [
      room(1, { unwatchedSince: ago(134) }),
      room(2, { unwatchedSince: ago(5), seated: 9 }),
      room(3, { unwatchedSince: ago(5), seated: 0, now: nobody }),
      room(4, watched),
    ];

    assert.equal(alarmWords(rooms), '2 rooms with 32 candidates are unwatched.');
    assert.equal(alarmWords(rooms.slice(1)), '1 room with 9 candidates is unwatched.');
    assert.equal(alarmWords(rooms.slice(2)), '');
  });

  test('say for how long, and cry only where somebody sits', () => {
    const sign = { icon: 'eyeoff', tone: 'bad', words: 'Unwatched for 2:14' };
    assert.deepEqual(roomSign(room(1, { unwatchedSince: ago(134) }), NOW), sign);
    assert.equal(roomSign(room(1, { unwatchedSince: ago(134), seated: 0 }), NOW)?.tone, 'idle');
    assert.equal(roomSign(room(1, watched), NOW), undefined);
  });

  test('come with what to do', () => {
    assert.match(remedyWords([]), /^Nobody is on duty\./);
    assert.match(remedyWords([proctor('Ada')]), /one more proctor/);
  });
});

test('silent recordings are counted, and named with where and how long', () => {
  const quiet = (silent: number): RoomLine => room(1, { now: { ...now, silent } });
  const candidate = { attemptId: 'a', candidateId: 'C-1', name: 'Bo Li', roomId: 'r3', room: 3, seat: 7 };

  assert.equal(silentWords([quiet(0)]), '');
  assert.equal(silentWords([quiet(1), quiet(0)]), '1 candidate’s recording is silent.');
  assert.equal(silentWords([quiet(2), quiet(1)]), '3 candidates’ recordings are silent.');
  assert.equal(silenceWords({ candidate, track: 'screen', since: ago(130) }, NOW), 'Room 3, seat 7 · screen · 2:10');
});

describe('a room', () => {
  test('says who is there, and never takes unknown for gone', () => {
    assert.equal(presentWords(room(1)), '20 connected · 2 missing · 1 gone');
    assert.equal(presentWords(room(1, { now: { ...nobody, unknown: 23 } })), '23 presence unknown');
    assert.equal(presentWords(room(1, { now: nobody })), 'All exams here have ended');
    assert.equal(presentWords(room(1, { now: nobody, seated: 0 })), 'Nobody sits here yet');
  });

  test('goes to whoever is there and carries least', () => {
    const all = [
      proctor('Ada'),
      proctor('Bo', { gone: true, candidates: 0 }),
      proctor('Cy', { rooms: [2], candidates: 9 }),
      proctor('Di', { rooms: [], candidates: 0 }),
    ];

    assert.deepEqual(proctorsFor(room(1, { proctors: [{ proctor: 'Ada', name: 'Ada' }] }), all), [
      { value: 'Di', words: 'Di · free' },
      { value: 'Cy', words: 'Cy · 9 candidates now' },
    ]);
  });

  test('takes a candidate of its own group while it has a seat', () => {
    const rooms = [
      room(1, { group: 'North' }),
      room(2, { group: 'South', seated: 0 }),
      room(3, { group: 'North', seated: 25 }),
      room(4, { group: 'North', seated: 24, ...watched }),
    ];
    const candidate = { attemptId: 'a', candidateId: 'C-1', name: 'Bo Li', roomId: 'r1', room: 1, seat: 3 };

    assert.deepEqual(roomsFor(candidate, rooms), [{ value: 'r4', words: 'Room 4 · 1 free seat · Ada' }]);
  });
});

describe('a proctor', () => {
  test('is at the wall, silent, gone, or was never seen', () => {
    assert.equal(proctorSign(proctor('Ada'), NOW).words, 'At the wall');
    assert.equal(proctorSign(proctor('Ada', { heardAt: ago(80) }), NOW).words, 'No sign · 1:20');
    assert.equal(proctorSign(proctor('Ada', { heardAt: ago(380), gone: true }), NOW).words, 'Gone · 6:20');
    const { heardAt, ...unseen } = proctor('Ada');
    assert.equal(proctorSign(unseen, NOW).tone, 'idle', heardAt);
  });

  test('leaves a note only with words in it', () => {
    assert.deepEqual([bodyOf('  '), bodyOf(' Back at ten ')], [{}, { note: 'Back at ten' }]);
  });
});

describe('a handover', () => {
  test('waits for somebody, then to be read', () => {
    const { to, ...waiting } = handover;
    assert.equal(handoverSign(waiting).words, 'Waits for somebody', to);
    assert.equal(handoverSign(handover).words, 'Not yet acknowledged');
    const read = { ...handover, acknowledgedAt: ago(1), acknowledgedBy: 'Bo' };
    assert.equal(handoverSign(read).words, 'Acknowledged');
  });

  test('is counted until it is acknowledged', () => {
    const figures = figuresOf({
      exam: { code: 'PHY', title: 'Physics', startsAt: ago(600), endsAt: ago(-600) },
      serverTime: ago(0),
      proctorsPerRoom: 1,
      rooms: [room(1, watched), room(2, { unwatchedSince: ago(4) })],
      proctors: [proctor('Ada'), proctor('Bo', { rooms: [], candidates: 0 })],
      silences: [],
      handovers: [handover, { ...handover, acknowledgedAt: ago(1) }],
    });

    assert.deepEqual(figures, {
      rooms: ['2', '1 watched, 1 not'],
      candidates: ['46', '40 connected, 4 missing, 2 gone'],
      proctors: ['2', 'on duty, 1 free'],
      handovers: ['1', 'waits to be acknowledged'],
    });
  });
});

describe('a search', () => {
  test('says what it found', () => {
    assert.equal(foundWords('bo', 3), '3 candidates');
    assert.match(foundWords('bo', 20), /^The first 20/);
    assert.match(foundWords('bo', 0), /^Nobody/);
    assert.match(foundWords('bo', undefined), /did not answer/);
  });
});

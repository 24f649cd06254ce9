import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TrackReport } from '../../src/review/facts';
import { fileWords, isArchived } from '../../src/review/track-files';

function report(...takes: { archived?: string; recordedSeconds: number }[]): TrackReport {
  return { takes } as unknown as TrackReport;
}

describe('a track as one file', () => {
  test('is offered when all that was recorded is archived', () => {
    const archived = { archived: 'take-1.mp4', recordedSeconds: 8 };
    assert.equal(isArchived(report(archived, { recordedSeconds: 0 })), true);
    assert.equal(isArchived(report(archived, { recordedSeconds: 4 })), false);
    assert.equal(isArchived(report({ recordedSeconds: 0 })), false);
    assert.equal(isArchived(report()), false);
  });

  test('is named by its takes where there are several', () => {
    assert.equal(
      fileWords({ number: 1, mediaType: 'video/mp4', takes: [1, 3], bytes: 2_000_000 }),
      'MP4 of takes 1, 3, 2 MB',
    );
    assert.equal(
      fileWords({ number: 2, mediaType: 'video/webm', takes: [2], bytes: 2_000_000 }),
      'WebM of take 2, 2 MB',
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepingWords, keptWords, type Keeping, type Purge } from '../../src/review/keeping-words';

const kept: Keeping = { rule: '30 days after the exam, as the exam says', holds: [] };
const hold = { wholeExam: false, reason: 'Appeal 7', placedAt: '2027-01-02T10:00:00Z', placedBy: 'R. Okonjo' };
const purge: Purge = { cause: 'RETENTION', rule: kept.rule, begunAt: '2027-02-01T10:00:00Z', refused: [] };

describe('how long a recording is kept, in words', () => {
  test('says by which rule it goes, and when', () => {
    assert.match(
      keepingWords({ ...kept, purgeAt: '2027-02-01T10:00:00Z' }),
      /^Kept 30 days after the exam, as the exam says. It goes on 1 Feb 2027/,
    );
    assert.equal(
      keepingWords({ ...kept, rule: 'for ever, as the settings say' }),
      'Kept for ever, as the settings say.',
    );
  });

  test('says nothing above the pictures while nothing is special', () => {
    assert.equal(keptWords(kept), undefined);
  });

  test('names who holds it, and that it goes without them', () => {
    const held = { ...kept, holds: [hold], purgeAt: '2027-02-01T10:00:00Z' };

    assert.match(keptWords(held)?.text ?? '', /^By R. Okonjo since 2 Jan 2027.*: Appeal 7. Nothing of it is purged/);
    assert.match(keepingWords(held), /Without a hold it goes on/);
  });

  test('never calls purged what the store still has', () => {
    const refused = { ...purge, removingAt: '2027-02-01T10:00:10Z', refused: ['archive/a/take-1.mp4: AccessDenied'] };

    const said = keptWords({ ...kept, purge: refused });
    assert.equal(said?.title, 'The store refuses to delete parts of this recording');
    assert.match(said.text, /^1 object, such as archive\/a\/take-1.mp4: AccessDenied/);
    assert.equal(keptWords({ ...kept, purge })?.title, 'The recording is being purged');
  });

  test('says plainly that it was purged, when and why', () => {
    const done = { ...purge, removingAt: '2027-02-01T10:00:10Z', purgedAt: '2027-02-01T10:01:00Z' };

    const said = keptWords({ ...kept, purge: done, holds: [hold] });
    assert.match(said?.title ?? '', /^The recording was purged on 1 Feb 2027/);
    assert.match(said?.text ?? '', /^It was kept 30 days after the exam, as the exam says\./);
    assert.match(keptWords({ ...kept, purge: { ...done, cause: 'ERASURE' } })?.text ?? '', /erased on request/);
  });
});

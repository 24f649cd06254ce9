import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../src/admin/files';
import { badRowsFile, type Rejected } from '../../src/admin/rejected';

const row = (line: number, message: string): Rejected => ({ line, candidateId: '', code: 'ROW_UNREADABLE', message });

test('cells are quoted only where they must be', () => {
  assert.equal(
    csv([['plain', 'with, comma', 'with "quotes"', 'two\nlines', 7]]),
    ['plain', '"with, comma"', '"with ""quotes"""', '"two\nlines"', '7\r\n'].join(','),
  );
});

test('rejected rows come back as they stand in the file, whatever ends its lines', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const file = ['candidate_id,name,email,group', 'C-1,Aino,,', 'C 2,"Okonjo, Remi",,', 'C-3,,,'].join(end);
    assert.equal(
      badRowsFile([row(3, 'Has a space.'), row(4, 'No name.')], file),
      'line,what_is_wrong,row\r\n3,Has a space.,"C 2,""Okonjo, Remi"",,"\r\n4,No name.,"C-3,,,"\r\n',
    );
  }
});

test('a line that the file does not have stays empty', () => {
  assert.equal(badRowsFile([row(9, 'Ends early.')], 'a'), 'line,what_is_wrong,row\r\n9,Ends early.,\r\n');
});

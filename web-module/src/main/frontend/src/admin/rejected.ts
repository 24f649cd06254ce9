import { element } from '../kernel/dom';
import { csv } from './files';

/** A row of a roster that was not taken. */
export interface Rejected {
  line: number;
  candidateId: string;
  code: string;
  message: string;
}

/** What became of a roster file. */
export interface Outcome {
  added: number;
  updated: number;
  unchanged: number;
  rejected: Rejected[];
}

/** A line of the table of rejected rows. */
export function badRow(row: Rejected): HTMLTableRowElement {
  const id =
    row.candidateId === ''
      ? element('span', { class: 'kw-faint', text: 'empty' })
      : element('bdi', { text: row.candidateId });
  return element(
    'tr',
    {},
    element('td', { class: 'kw-num', text: `${row.line}` }),
    element('td', { class: 'kw-mono' }, id),
    element(
      'td',
      {},
      element('span', { text: row.message }),
      element('br'),
      element('span', { class: 'kw-mono kw-faint kw-small', text: row.code }),
    ),
  );
}

/** The rejected rows as they stand in the file, each with what is wrong with it. */
export function badRowsFile(rejected: readonly Rejected[], file: string): string {
  const lines = file.split(/\r\n|\n|\r/);
  const rows = rejected.map((row) => [row.line, row.message, lines[row.line - 1] ?? '']);
  return csv([['line', 'what_is_wrong', 'row'], ...rows]);
}

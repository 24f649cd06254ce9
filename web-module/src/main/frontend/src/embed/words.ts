import type { RecorderReport, RecorderState } from './recorder-window';

/** A state as a candidate reads it on the platform's page: a shape, a word, and what to do. */
export interface Words {
  word: string;
  text: string;
  tone: 'ok' | 'info' | 'warn' | 'bad' | 'idle';
  sign: string;
  /** What the button says; empty: there is none. */
  label: string;
}

const SHOW = 'Show the recorder';
const LOOK = 'Look at the recorder’s window.';

const words: Record<RecorderState, Words> = {
  NOT_OPEN: {
    word: 'This exam is recorded',
    text: 'The recorder opens in a window of its own.',
    tone: 'idle',
    sign: '○',
    label: 'Open the recorder',
  },
  OPENING: { word: 'The recorder opens', text: '', tone: 'info', sign: '○', label: SHOW },
  GETTING_READY: {
    word: 'Getting ready',
    text: 'Go on in the recorder’s window.',
    tone: 'info',
    sign: '○',
    label: SHOW,
  },
  RECORDING: { word: 'Recording', text: 'Keep the recorder’s window open.', tone: 'ok', sign: '●', label: SHOW },
  WAITING: {
    word: 'Recording waits on this device',
    text: 'Go on with your exam: it is sent as soon as the connection is back.',
    tone: 'warn',
    sign: '◐',
    label: SHOW,
  },
  NOT_RECORDING: { word: 'Not recording', text: LOOK, tone: 'bad', sign: '▲', label: SHOW },
  UPLOADING: { word: 'Saving your recording', text: '', tone: 'info', sign: '◐', label: SHOW },
  SAVED: { word: 'All saved', text: 'The recorder’s window can be closed.', tone: 'ok', sign: '✓', label: '' },
  STOPPED: { word: 'Not recording', text: LOOK, tone: 'bad', sign: '■', label: SHOW },
  CLOSED: {
    word: 'The recorder is closed',
    text: 'Open it again to go on. What was recorded is kept.',
    tone: 'bad',
    sign: '▲',
    label: 'Open the recorder',
  },
  SILENT: { word: 'The recorder says nothing', text: LOOK, tone: 'warn', sign: '▲', label: SHOW },
  REFUSED: {
    word: 'This page may not see how the recording stands',
    text: 'Tell whoever runs the exam. The recording is not affected.',
    tone: 'warn',
    sign: '▲',
    label: SHOW,
  },
};

export function wordsOf({ state, paused, text, held, of }: RecorderReport): Words {
  const plain = words[state];
  if (paused) return { ...plain, word: 'Paused', text: LOOK, tone: 'warn', sign: '▮▮' };
  if (state === 'UPLOADING' && held !== undefined && of !== undefined) {
    return { ...plain, text: `${held} of ${of} parts. Keep the recorder’s window open.` };
  }
  return state === 'STOPPED' && text !== '' ? { ...plain, text } : plain;
}

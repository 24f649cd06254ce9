/** What a key does on the wall. */
export type Action = 'next' | 'listen' | 'only' | 'message' | 'flag' | 'mark' | 'screen' | 'lower' | 'leave' | 'keys';

export interface Pressed {
  key: string;
  shift: boolean;
  /** Control, Alt or Meta: the browser's own. */
  modified: boolean;
  /** Whether text is being written, or a choice made by letters. */
  inField: boolean;
  inDialog: boolean;
}

const letters: Record<string, Action> = {
  n: 'next',
  l: 'listen',
  'shift+l': 'only',
  m: 'message',
  f: 'flag',
  'shift+f': 'mark',
  s: 'screen',
  h: 'lower',
};

/** For the dialog: each key and what it does, in the order of a day's work. */
export const explained: [keys: string[], does: string][] = [
  [['←', '↑', '↓', '→'], 'move between tiles'],
  [['Home', 'End'], 'first and last tile of the page'],
  [['PgUp', 'PgDn'], 'page before, next page'],
  [['Enter'], 'bring the tile into focus'],
  [['Esc'], 'leave a field, then the focus'],
  [['N'], 'next who needs me'],
  [['L'], 'listen, or no more'],
  [['Shift', 'L'], 'listen to this one only'],
  [['M'], 'write a message'],
  [['F'], 'flag, with a reason'],
  [['Shift', 'F'], 'flag at once, without one'],
  [['H'], 'lower the hand'],
  [['S'], 'screen or camera'],
  [['?'], 'all keys'],
];

/** What a key does here and now; letters do nothing where somebody writes, and where they are switched off. */
export function actionOf(pressed: Pressed, lettersOn: boolean): Action | undefined {
  if (pressed.modified || pressed.inDialog) return undefined;
  if (pressed.key === 'Escape') return 'leave';
  if (pressed.inField || !lettersOn) return undefined;
  if (pressed.key === '?') return 'keys';
  return letters[`${pressed.shift ? 'shift+' : ''}${pressed.key.toLowerCase()}`];
}

/** Reads an event of the page. */
export function pressedBy(event: KeyboardEvent): Pressed {
  const isIn = (selector: string): boolean =>
    event.target instanceof Element && event.target.closest(selector) !== null;
  return {
    key: event.key,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
    inField: isIn('input, textarea, select, [contenteditable]'),
    inDialog: document.querySelector('dialog[open]') !== null,
  };
}

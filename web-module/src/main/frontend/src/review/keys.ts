export type Command =
  | { do: 'toggle' }
  | { do: 'note' }
  | { do: 'step'; seconds: number }
  | { do: 'speed'; by: 1 | -1 }
  | { do: 'flag'; by: 1 | -1 }
  | { do: 'edge'; to: 'first' | 'last' };

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** Where the focus is: keys never fire in fields, and controls keep the keys that they need themselves. */
export type Place = 'field' | 'button' | 'choice' | 'timeline' | 'page';

const plain: Record<string, Command> = {
  n: { do: 'flag', by: 1 },
  N: { do: 'flag', by: -1 },
  b: { do: 'note' },
  B: { do: 'note' },
  '<': { do: 'speed', by: -1 },
  '>': { do: 'speed', by: 1 },
};

export function commandOf(pressed: Pressed, place: Place): Command | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || place === 'field') return undefined;
  const { key, shiftKey } = pressed;
  if (key === ' ') return place === 'button' || place === 'choice' ? undefined : { do: 'toggle' };
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const seconds = (shiftKey ? 30 : 5) * (key === 'ArrowLeft' ? -1 : 1);
    return place === 'choice' ? undefined : { do: 'step', seconds };
  }
  if (place === 'timeline' && (key === 'Home' || key === 'End'))
    return { do: 'edge', to: key === 'Home' ? 'first' : 'last' };
  return plain[key];
}

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="slider"]') !== null) return 'timeline';
  if (target.closest('textarea, select, input:not([type="radio"]), [contenteditable]') !== null) return 'field';
  if (target.closest('input, [role="tab"]') !== null) return 'choice';
  return target.closest('button, a, summary') === null ? 'page' : 'button';
}

import type { Kind } from './source';

const rights: Record<Kind, PermissionName> = { video: 'camera', audio: 'microphone' };

/** What the browser would answer; undefined where it can't be asked that. */
async function stateOf(kind: Kind): Promise<PermissionStatus | undefined> {
  if (!('permissions' in navigator)) return undefined;
  return navigator.permissions.query({ name: rights[kind] }).catch(() => undefined);
}

/** Hears when the candidate, or whoever runs the device, changes what this page may use. */
export function onPermission(kinds: readonly Kind[], heed: () => void, signal: AbortSignal): void {
  for (const kind of kinds) {
    void stateOf(kind).then((status) => {
      if (!signal.aborted) status?.addEventListener('change', heed, { signal });
    });
  }
}

/** Whether asking for one of these would show the candidate a question. */
export async function wouldAsk(kinds: readonly Kind[]): Promise<boolean> {
  const states = await Promise.all(kinds.map(stateOf));
  return states.some((status) => status?.state === 'prompt');
}

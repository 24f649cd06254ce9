const prefix = 'kw-left-';

/**
 * Marks the take as left in an orderly way: its page was reloaded, closed or navigated away. A process that dies leaves
 * no such mark. Local storage, because nothing asynchronous is finished once a page hides.
 */
export function markLeft(takeId: string): void {
  try {
    localStorage.setItem(prefix + takeId, '1');
  } catch {
    // Without the mark the cause reads BROWSER_GONE, which is the graver one.
  }
}

/** Whether the take's page said farewell; asking wipes the mark. */
export function pageWasLeft(takeId: string): boolean {
  try {
    const left = localStorage.getItem(prefix + takeId) !== null;
    localStorage.removeItem(prefix + takeId);
    return left;
  } catch {
    return false;
  }
}

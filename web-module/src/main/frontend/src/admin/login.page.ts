/** Tells the server in which zone its reader's clock runs, so that times are theirs. */
export function start(): void {
  const zone = document.getElementById('signin:zone');
  if (zone instanceof HTMLInputElement) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}

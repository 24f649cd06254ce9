let going = false;

/** Loads the page anew by our own will: nobody is asked. */
export function reload(): void {
  going = true;
  location.reload();
}

/** Has the browser ask before the page is left, for as long as there is something to lose by it. */
export function askBeforeLeaving(holdsBack: () => boolean): void {
  addEventListener('beforeunload', (event) => {
    if (!going && holdsBack()) event.preventDefault();
  });
}

import { onEach, show } from '../kernel/dom';
import { download } from './files';

/** What all forms and tables of administrators do. */
export function startCommon(): void {
  onEach(document.body, 'click', '[data-copy]', (button) => void copy(button));
  onEach(document.body, 'click', '[data-download]', (button) => void fetchFile(button));
  const offline = document.getElementById('offline');
  window.jQuery?.(document).on('pfAjaxError', () => offline !== null && show(offline, true));
  window.jQuery?.(document).on('pfAjaxSuccess', () => offline !== null && show(offline, false));
  window.jQuery?.(document).on('pfAjaxComplete', focusFirstWrong);
  startSearch();
  guard();
}

/** The first field that is wrong gets the focus; its words are tied to it. */
function focusFirstWrong(): void {
  const wrong = document.querySelector('[aria-invalid="true"], .kw-field:has(.kw-err) :is(input, select, textarea)');
  if (wrong instanceof HTMLElement) wrong.focus();
}

/** A search goes on while somebody types; Enter sends it at once instead of pressing the form's first button. */
function startSearch(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const send = (field: HTMLElement): boolean => field.dispatchEvent(new Event('change'));
  onEach(document.body, 'input', '[type="search"]', (field) => {
    clearTimeout(waiting);
    waiting = setTimeout(send, 250, field);
  });
  onEach(document.body, 'keydown', '[type="search"]', (field, pressed) => {
    if (pressed.key !== 'Enter') return;
    pressed.preventDefault();
    clearTimeout(waiting);
    send(field);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const words = button.querySelector('span') ?? button;
  const before = words.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    words.textContent = 'Copied';
  } catch {
    words.textContent = 'Not allowed';
  }
  setTimeout(() => (words.textContent = before), 2_000);
}

async function fetchFile(button: HTMLElement): Promise<void> {
  const words = button.querySelector('span') ?? button;
  const before = words.textContent;
  button.setAttribute('disabled', '');
  words.textContent = 'Fetching…';
  try {
    const response = await fetch(`/api/v1${button.dataset['download'] ?? ''}`, { headers: { Accept: 'text/csv' } });
    if (!response.ok) throw new Error(`${response.status}`);
    download(await response.blob(), button.dataset['file'] ?? 'download.csv');
    words.textContent = before;
  } catch {
    words.textContent = 'Not fetched. Try again';
  }
  button.removeAttribute('disabled');
}

/** Leaving a page asks first while a form holds what is not saved. */
function guard(): void {
  let typed = false;
  onEach(document.body, 'input', '[data-guard]', () => (typed = true));
  onEach(document.body, 'click', '[data-discard]', () => (typed = false));
  window.jQuery?.(document).on('pfAjaxComplete', () => {
    typed &&= document.querySelector('[data-guard] :is(.kw-err, [role="alert"])') !== null;
  });
  window.addEventListener('beforeunload', (leaving) => {
    if (typed) leaving.preventDefault();
  });
}

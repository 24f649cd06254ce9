import { element, must, onEach } from '../kernel/dom';
import { actionOf, explained, pressedBy } from './keys';
import type { Order } from './order';
import type { Wall } from './wall';

/** Ties the keys, and the choices above the tiles, to the wall. The answer unties the keys. */
export function tie(root: HTMLElement, wall: Wall): () => void {
  const ended = new AbortController();
  tieChoices(root, wall);
  const keys = tieKeysDialog(root, wall);
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const action = actionOf(pressedBy(event), wall.settings.letters);
    if (action === undefined || leavesField(event)) return;
    event.preventDefault();
    if (action === 'keys') keys.showModal();
    else wall.do(action);
  };
  document.addEventListener('keydown', listen, { signal: ended.signal });
  onEach(root, 'click', '[data-do="keys"]', () => keys.showModal());
  return () => ended.abort();
}

/** Escape leaves a field first, and only then the focus. */
function leavesField(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return false;
  event.target.blur();
  return true;
}

function tieChoices(root: HTMLElement, wall: Wall): void {
  const perPage = must(root, '#per-page', HTMLSelectElement);
  const order = must(root, '#order', HTMLSelectElement);
  perPage.value = String(wall.settings.perPage);
  order.value = wall.settings.order;
  perPage.addEventListener('change', () => wall.change({ perPage: Number(perPage.value) }));
  order.addEventListener('change', () => wall.change({ order: order.value as Order }));
  must(root, '#hush', HTMLElement).addEventListener('click', () => wall.hush());
  onEach(must(root, '#pager', HTMLElement), 'click', '[data-step]', (button) => {
    wall.turn(Number(button.dataset['step']));
  });
}

function tieKeysDialog(root: HTMLElement, wall: Wall): HTMLDialogElement {
  const dialog = must(root, '#keys', HTMLDialogElement);
  const on = must(dialog, '#keys-on', HTMLInputElement);
  const list = must(dialog, '.kw-keylist', HTMLElement);
  for (const [keys, does] of explained) {
    const caps = keys.map((key) => element('kbd', { text: key }));
    list.append(element('dt', {}, ...caps), element('dd', { text: does }));
  }
  on.checked = wall.settings.letters;
  on.addEventListener('change', () => wall.change({ letters: on.checked }));
  return dialog;
}

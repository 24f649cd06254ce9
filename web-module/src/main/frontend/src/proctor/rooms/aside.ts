import { element, must, say, show } from '../../kernel/dom';
import { figure } from '../../kernel/words';
import type { Handover } from '../tile';
import type { ProctorLine } from './answer';
import { sign } from './board';
import { handoverSign, handoverWords, proctorSign, roomsWords } from './words';

/** Who carries how much. Nothing in it takes the focus, so that it may be made anew. */
export function showLoad(root: HTMLElement, proctors: readonly ProctorLine[], now: number): void {
  show(must(root, 'table', HTMLElement), proctors.length > 0);
  show(must(root, '.kw-empty', HTMLElement), proctors.length === 0);
  const most = Math.max(1, ...proctors.map(({ candidates }) => candidates));
  must(root, 'tbody', HTMLElement).replaceChildren(...proctors.map((one) => loadRow(one, most, now)));
}

function loadRow(one: ProctorLine, most: number, now: number): HTMLElement {
  const name = element('th', { attributes: { scope: 'row' } }, element('bdi', { text: one.name }));
  name.append(element('div', { class: 'kw-nowrap' }, sign(proctorSign(one, now))));
  const bar = element('progress', { attributes: { max: String(most), value: String(one.candidates) } });
  bar.setAttribute('aria-label', `Load of ${one.name}`);
  const count = element('td', { class: 'kw-num' }, figure(one.candidates));
  return element('tr', {}, name, element('td', { text: roomsWords(one) }), count, element('td', {}, bar));
}

/** What changed hands: what waits for somebody stands first. */
export function showHandovers(root: HTMLElement, handovers: readonly Handover[]): void {
  const list = must(root, 'ul', HTMLElement);
  show(list, handovers.length > 0);
  show(must(root, '.kw-empty', HTMLElement), handovers.length === 0);
  list.replaceChildren(...handovers.map(handoverItem));
  const waiting = handovers.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).length;
  say(must(root, '[data-part="waiting"]', HTMLElement), waiting === 0 ? '' : `${figure(waiting)} not acknowledged`);
}

function handoverItem(handover: Handover): HTMLElement {
  const { room, from, to, note } = handover;
  const who = element('div', {}, element('strong', { text: `Room ${room}:` }), ' ');
  who.append(person(from), ' → ', person(to));
  const words = element('p', { class: 'kw-muted kw-small', text: handoverWords(handover) });
  const item = element('li', {}, who, words);
  if (note !== undefined)
    item.append(element('p', { class: 'kw-said kw-small', attributes: { dir: 'auto' }, text: `“${note}”` }));
  item.append(sign(handoverSign(handover), true));
  return item;
}

function person(name: string | undefined): HTMLElement {
  return name === undefined ? element('span', { class: 'kw-faint', text: 'nobody' }) : element('bdi', { text: name });
}

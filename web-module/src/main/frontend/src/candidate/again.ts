import { must, say, show } from '../kernel/dom';
import type { Opened } from './entrance';
import type { Notice } from './notices';

/** Another attempt that the candidate may begin. */
export interface Offer {
  number: number;
  /** How many there are in all. */
  of: number;
  /** Leads to it, by consent and check: nothing begins before Start is pressed there. */
  begin: () => void;
}

/** `You may take this exam again: attempt 2 of 2.` */
export function offerWords({ number, of }: Pick<Offer, 'number' | 'of'>): string {
  return `You may take this exam again: attempt ${number} of ${of}.`;
}

/** What is said at the end, and another attempt in its one button. */
export function withOffer(notice: Notice, offer: Offer | undefined): Notice {
  if (offer === undefined) return notice;
  const act = { label: labelOf(offer), main: true, run: offer.begin };
  return { ...notice, text: `${notice.text} ${offerWords(offer)}`, act };
}

/** The same beside an upload that goes on. */
export function showOffer(root: HTMLElement, offer: Offer | undefined): void {
  const place = must(root, '[data-again]', HTMLElement);
  const button = must(place, 'button', HTMLButtonElement);
  show(place, offer !== undefined);
  if (offer === undefined) return;
  say(must(place, '[data-again-words]', HTMLElement), offerWords(offer));
  say(button, labelOf(offer));
  button.onclick = () => offer.begin();
}

/** The invitation of somebody who begins another attempt: as if there had been none. */
export function anew(opened: Opened): Opened {
  const fresh = { ...opened };
  delete fresh.attemptState;
  return fresh;
}

/** `Thermodynamics I · attempt 2`; a first attempt goes without saying. */
export function titleOf({ title }: Opened, attempt: number): string {
  return attempt === 1 ? title : `${title} · attempt ${attempt}`;
}

function labelOf({ number }: Offer): string {
  return `Get ready for attempt ${number}`;
}

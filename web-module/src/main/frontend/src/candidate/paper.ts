import { must, say, show } from '../kernel/dom';
import { timeOfDay } from '../kernel/words';
import type { Opened } from './entrance';
import type { Opener } from './opener';

const BESIDE = 'Keep this page open beside it: it records, and brings messages from your proctor.';
const HELD_BACK =
  'Your browser held the window back. Allow windows for this page in the address bar, then press again.';
/** All that an exam page may need but leading ours away. */
const CAGE =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';
/** In place of an address. */
const OPENER = 'opener';
/** What stays free of our page when the exam gets a window of its own: the side with picture and messages. */
const SIDE_PIXELS = 360;

/**
 * The exam page: in a frame, or in a window of its own where it can't be framed or the candidate likes that better, or
 * in the page that opened ours.
 */
export class Paper {
  readonly #root: HTMLElement;
  readonly #opener: Opener;
  readonly #frame: HTMLIFrameElement;
  readonly #closing = new AbortController();
  readonly #sample: string;
  #address = '';
  #apart: Window | null = null;

  constructor(root: HTMLElement, key: string, opener: Opener) {
    this.#root = root;
    this.#opener = opener;
    this.#sample = `/candidate/sample#${key}`;
    this.#frame = must(root, '[data-frame]', HTMLIFrameElement);
    const { signal } = this.#closing;
    this.#part('apart').addEventListener('click', () => this.#goApart(true), { signal });
    this.#part('beside-open').addEventListener('click', () => this.#showApart(), { signal });
    this.#part('beside-back').addEventListener('click', () => this.#goBack(), { signal });
  }

  /** Shows the exam page; the same one again changes nothing. */
  open({ url, framing }: Opened['examPage']): void {
    const inOpener = this.#opener.has(url);
    const wanted = inOpener ? OPENER : (url ?? this.#sample);
    if (wanted === this.#address) return;
    this.#address = wanted;
    if (inOpener) {
      this.#goToOpener();
      return;
    }
    // Our own sample needs its storage, and around a page of our own origin it would be no cage anyway.
    if (url !== undefined) this.#frame.setAttribute('sandbox', CAGE);
    show(this.#part('apart'), framing !== 'REFUSED');
    if (framing === 'REFUSED') this.#goApart(false);
    else this.#goBack();
  }

  /** Covers the page while the exam is paused; undefined uncovers it. */
  pause(since: number | undefined): void {
    show(this.#part('paused'), since !== undefined);
    this.#frame.inert = since !== undefined;
    if (since === undefined) return;
    const text = 'Your time stands still. Please stay; a message follows.';
    say(this.#part('paused-text'), `Your proctor paused it at ${timeOfDay(since)}. ${text}`);
  }

  close(): void {
    this.#closing.abort();
    this.#frame.removeAttribute('src');
  }

  #goBack(): void {
    show(this.#part('beside'), false);
    show(this.#frame, true);
    this.#frame.src = this.#address;
  }

  #goToOpener(): void {
    this.#goApart(false);
    show(this.#part('apart'), false);
    say(this.#part('beside-open'), 'Go to my exam');
    this.#say('Your exam is in the window you came from', BESIDE);
  }

  #goApart(framable: boolean): void {
    this.#frame.removeAttribute('src');
    show(this.#frame, false);
    show(this.#part('beside'), true);
    show(this.#part('beside-back'), framable);
    this.#say('Your exam opens in its own window', BESIDE);
  }

  #showApart(): void {
    if (this.#address === OPENER) {
      this.#opener.focus();
      return;
    }
    if (this.#apart === null || this.#apart.closed) this.#apart = openApart(this.#address);
    else this.#apart.focus();
    if (this.#apart === null) this.#say('Your exam opens in its own window', HELD_BACK);
    else this.#say('Your exam is open in its own window', `${BESIDE} If you closed it, open it again.`);
  }

  #say(title: string, text: string): void {
    say(this.#part('beside-title'), title);
    say(this.#part('beside-text'), text);
  }

  #part(name: string): HTMLElement {
    return must(this.#root, `[data-${name}]`, HTMLElement);
  }
}

/** The exam page does not get hold of ours, or it could lead it away and end the recording. */
function openApart(address: string): Window | null {
  const width = Math.max(480, screen.availWidth - SIDE_PIXELS);
  const made = window.open('about:blank', 'kw-exam', `popup,left=0,top=0,width=${width},height=${screen.availHeight}`);
  if (made === null) return null;
  made.opener = null;
  made.location.href = address;
  return made;
}

import { element, say, show } from '../kernel/dom';
import { RecorderWindow, type RecorderReport } from './recorder-window';
import { STYLE } from './style';
import { wordsOf } from './words';

/** Where this script comes from is where the recorder lives. */
const ORIGIN = new URL((document.currentScript as HTMLScriptElement).src).origin;

/**
 * `<knights-watch href="(the candidate's link)">`: a button that opens the recorder, and how the recording stands. Each
 * change is an event `knightswatch` as well, with a {@link RecorderReport} as its detail.
 */
export class KnightsWatchElement extends HTMLElement {
  readonly #sign = element('span', { class: 'sign', attributes: { 'aria-hidden': 'true', part: 'sign' } });
  readonly #word = element('b', { attributes: { part: 'word' } });
  readonly #more = element('span', { attributes: { part: 'text' } });
  readonly #button = element('button', { attributes: { type: 'button', part: 'button' } });
  #recorder: RecorderWindow | undefined;
  #closing = new AbortController();

  /** What is known now, for scripts that come later than an event. */
  get report(): RecorderReport | undefined {
    return this.#recorder?.report();
  }

  connectedCallback(): void {
    if (this.shadowRoot === null) this.#draw();
    const link = linkOf(this.getAttribute('href'));
    if (link === undefined) {
      this.#show('Nothing to open', `href must be a candidate’s link, which begins with ${ORIGIN}/candidate/exam#`);
      show(this.#button, false);
      return;
    }
    const recorder = new RecorderWindow({ link, onReport: (report) => this.#became(report) });
    this.#recorder = recorder;
    this.#closing = new AbortController();
    const { signal } = this.#closing;
    window.addEventListener('message', (event) => recorder.hear(event), { signal });
    this.#button.addEventListener('click', () => this.#open(recorder), { signal });
    this.#became(recorder.report());
  }

  disconnectedCallback(): void {
    this.#closing.abort();
    this.#recorder?.close();
  }

  #draw(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const words = element('p', { attributes: { role: 'status' } }, this.#word, ' ', this.#more);
    root.append(element('div', { class: 'box', attributes: { part: 'box' } }, this.#sign, words, this.#button));
  }

  #open(recorder: RecorderWindow): void {
    if (recorder.open()) return;
    this.#show('The window was held back', 'Allow windows for this page in the address bar, then press again.');
  }

  #became(report: RecorderReport): void {
    const { word, text, tone, sign, label } = wordsOf(report);
    this.#show(word, text);
    this.dataset['tone'] = tone;
    say(this.#sign, sign);
    say(this.#button, label);
    show(this.#button, label !== '');
    this.dispatchEvent(new CustomEvent('knightswatch', { bubbles: true, composed: true, detail: report }));
  }

  #show(word: string, text: string): void {
    say(this.#word, word);
    say(this.#more, text);
  }
}

/** Only a link of the recorder's own: a page may be told to open anything. */
function linkOf(href: string | null): URL | undefined {
  if (href === null || !URL.canParse(href)) return undefined;
  const link = new URL(href);
  return link.origin === ORIGIN && link.pathname === '/candidate/exam' && link.hash.length > 1 ? link : undefined;
}

// Somebody who sits an exam at home: a browser of their own, a camera that shows the time, a line that can fail. They do
// what people do: a page that does not come they ask for again.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cable } from './cable.mjs';
import { Chromium } from './chromium.mjs';
import { pause, until } from './until.mjs';

const stories = resolve(import.meta.dirname, '../../browser/src/test/resources/org/knightswatch/browser');
/** Shows the time of day as a barcode. */
export const camera = readFileSync(join(stories, 'barcode-camera.js'), 'utf8').replace('__TONE__', '440');
const patienceMillis = 240_000;
/** So long a killed browser stays away. */
const offMillis = 1_000;
const click = (selector) =>
  `(() => { const one = document.querySelector('${selector}'); one?.click(); return one !== null; })()`;
const isRecording = `document.querySelector('[data-recording]')?.checkVisibility() === true`;
/** An answer of the server's or the browser's that is no page of ours, or none at all. */
const isLost = `location.protocol !== 'http:' || (document.readyState === 'complete' && document.querySelector('[data-recording]') === null)`;

export class Candidate {
  cable = new Cable();
  /** When the camera showed a picture, which is also what the picture says. */
  drawn = [];
  begun = [];
  gone = [];
  killed = [];
  #profile;
  #url;
  #browser;
  #proxy;
  #turn = Promise.resolve();
  #line = Promise.resolve();

  constructor(profile, url) {
    this.#profile = profile;
    this.#url = url;
  }

  async begin() {
    this.#proxy = await this.cable.listen();
    await this.#launch();
    await this.#browser.call('Page.navigate', { url: this.#url });
    await this.#shows(click('[data-tick]'), 'the consent is asked for');
    await this.#shows(press('Agree and check my device'), 'the consent can be given');
    await this.#shows(click('[data-begin]:enabled'), 'the exam can begin');
    await this.#shows(isRecording, 'it is recorded');
    this.cable.count();
  }

  /** A cut may last through the others; two cuts never meet, nor two of the others. */
  strike({ kind, millis }) {
    if (kind === 'cut') return (this.#line = this.#line.then(() => this.#cut(millis)));
    this.#turn = this.#turn.then(() => (kind === 'reload' ? this.#reload() : this.#kill()));
    return this.#turn;
  }

  async #cut(millis) {
    this.cable.cut();
    await pause(millis);
    this.cable.mend();
  }

  async #reload() {
    const lives = this.begun.length;
    const asked = Date.now();
    await this.#browser.call('Page.reload');
    await this.#comeBack(lives);
    // What a page says when it goes reaches nobody but the browser itself
    const gone = await this.#browser.evaluate(`JSON.parse(localStorage.getItem('story.gone') ?? '[]')`);
    this.gone.push(gone.find((time) => time >= asked));
  }

  async #kill() {
    const lives = this.begun.length;
    this.killed.push(Date.now());
    this.gone.push(Date.now());
    await this.#browser.kill();
    await pause(offMillis);
    await this.#launch();
    this.#ask('Page.navigate', { url: this.#url });
    await this.#comeBack(lives);
  }

  async finish() {
    await this.#shows(click('[data-finish]'), 'it can be finished');
    await pause(300);
    this.finished = Date.now();
    await this.#shows(click('[data-hand-in]'), 'it can be handed in');
    await this.#shows(`document.body.dataset.step === 'goodbye'`, 'it says goodbye');
  }

  async close() {
    await this.#browser?.kill();
    this.cable.close();
  }

  /** Pages that only said that there is none are none. */
  async #comeBack(lives) {
    const end = performance.now() + patienceMillis;
    for (let asked = performance.now(); performance.now() < end; await pause(100)) {
      if (this.begun.length > lives && (await this.#browser.evaluate(isRecording)) === true) return;
      if (performance.now() - asked > 3_000 && (await this.#browser.evaluate(isLost)) === true) {
        this.begun.length = Math.min(this.begun.length, lives);
        asked = performance.now();
        this.#ask('Page.navigate', { url: this.#url }); // A page that never came can't be reloaded
      }
    }
    throw new Error(`No page came back within ${patienceMillis / 1_000} s`);
  }

  /** Is not waited for: while nobody answers, it is not answered either. */
  #ask(method, parameters) {
    this.#browser.call(method, parameters).catch(() => undefined);
  }

  async #launch() {
    this.#browser = new Chromium(this.#profile, { proxy: this.#proxy }, (name, parameters) =>
      this.#hear(name, parameters),
    );
    await this.#browser.attach([camera], ['storyTold']);
  }

  #hear(name, parameters) {
    if (name === 'Page.javascriptDialogOpening') {
      void this.#browser.call('Page.handleJavaScriptDialog', { accept: true });
    } else if (name === 'Runtime.bindingCalled') {
      const [what, at] = parameters.payload.split(' ');
      if (what !== 'gone') this[what].push(Number(at));
    }
  }

  #shows(expression, what) {
    return until(() => this.#browser.evaluate(expression), what, patienceMillis);
  }
}

const press = (name) =>
  `(() => { const one = [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === '${name}' && b.checkVisibility() && !b.disabled); one?.click(); return one !== undefined; })()`;

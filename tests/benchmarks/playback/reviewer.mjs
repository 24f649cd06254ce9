// Somebody who plays a recording: the review page in a real Chromium, opened and clicked as people do.
import { Chromium } from '../faults/chromium.mjs';
import { until } from '../faults/until.mjs';

const slowestMillis = 30_000;
/** The player shows the frame that was asked for, or one of the next. */
const nearSeconds = 2;

/** Notes when the page shows a frame, and which; the page itself says so on its root. */
const watching = `(() => {
  window.shownFrames = [];
  const note = () => {
    const at = Number(document.querySelector('[data-page]')?.dataset.examTime);
    if (Number.isFinite(at)) window.shownFrames.push({ now: performance.now(), at });
  };
  new MutationObserver(note).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-exam-time'] });
})()`;

export class Reviewer {
  #url;
  #browser;

  constructor(url, profile) {
    this.#url = url;
    this.#browser = new Chromium(profile, {}, () => undefined);
  }

  async signIn({ name, password }) {
    await this.#browser.attach([watching], []);
    await this.#browser.call('Emulation.setDeviceMetricsOverride', {
      width: 1440,
      height: 900,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await this.#browser.call('Page.navigate', { url: `${this.#url}/login` });
    const fill = (field, text) => `(document.getElementById('signin:${field}').value = ${JSON.stringify(text)}, true)`;
    await this.#shows(`document.getElementById('signin:submit') !== null`, 'there is a login');
    await this.#browser.evaluate(fill('name', name));
    await this.#browser.evaluate(fill('password', password));
    await this.#browser.evaluate(`(document.getElementById('signin:submit').click(), true)`);
    await this.#shows(`location.pathname !== '/login'`, 'the reviewer is signed in');
  }

  /** From asking for the page to its first picture, in milliseconds. */
  async open(attempt) {
    await this.#browser.call('Page.navigate', { url: 'about:blank' });
    await this.#browser.call('Page.navigate', { url: `${this.#url}/review/attempt?id=${attempt}` });
    const first = await this.#shows('window.shownFrames?.[0]', 'there is a picture');
    return Math.round(first.now);
  }

  play() {
    return this.#browser.evaluate(`(document.querySelector('[data-play]').click(), true)`);
  }

  /** A click on the timeline, at this share of it: how long until a frame of that moment is shown, in milliseconds. */
  async seek(share, spanFrom) {
    const box = await this.#browser.evaluate(
      `(({ left, top, width, height }) => ({ left, top, width, height }))(document.querySelector('[data-timeline]').getBoundingClientRect())`,
    );
    const place = { x: box.left + box.width * share, y: box.top + box.height / 2, button: 'left', clickCount: 1 };
    await this.#browser.evaluate(
      `(window.pressed = undefined, addEventListener('pointerdown', ({ timeStamp }) => { window.pressed = timeStamp; }, { capture: true, once: true }))`,
    );
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#browser.call('Input.dispatchMouseEvent', { type, ...place });
    const { pressed, second } = await this.#browser.evaluate(
      `({ pressed: window.pressed, second: Number(document.querySelector('[data-timeline]').getAttribute('aria-valuenow')) })`,
    );
    const wanted = spanFrom + second * 1_000;
    const near = `Math.abs(at - ${wanted}) < ${nearSeconds * 1_000}`;
    const shown = await this.#shows(
      `window.shownFrames.find(({ now, at }) => now > ${pressed} && ${near})`,
      `a frame of second ${second} is shown`,
    );
    return { second, millis: Math.round(shown.now - pressed) };
  }

  async close() {
    await this.#browser.kill();
  }

  #shows(expression, what) {
    return until(() => this.#browser.evaluate(expression), what, slowestMillis);
  }
}

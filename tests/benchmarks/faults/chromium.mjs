// One real Chromium with a profile of its own, driven over a pipe, so that a cut network does not cut the driver off.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--hide-crash-restore-bubble',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  // The tone begins by itself, as a microphone would
  '--autoplay-policy=no-user-gesture-required',
  '--window-size=1280,800',
  '--remote-debugging-pipe',
  '--proxy-bypass-list=<-loopback>',
];

export class Chromium {
  #process;
  #heard = '';
  #calls = new Map();
  #next = 1;
  #session;
  #onEvent;

  /**
   * @param place where it is: behind a `proxy`, in a network `space` of its own, and which `origin` it may show its camera
   * @param onEvent hears the page's events: name and parameters
   */
  constructor(profile, { proxy, space, origin }, onEvent) {
    if (executable === undefined) throw new Error('Chromium is missing: apt-get install chromium');
    this.#onEvent = onEvent;
    const special = [
      ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`]),
      ...(origin === undefined ? [] : [`--unsafely-treat-insecure-origin-as-secure=${origin}`]),
    ];
    const within = space === undefined ? [] : ['ip', 'netns', 'exec', space];
    const [command, ...words] = [
      ...within,
      executable,
      ...flags,
      ...special,
      `--user-data-dir=${profile}`,
      'about:blank',
    ];
    this.#process = spawn(command, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });
    this.gone = new Promise((resolve) => this.#process.once('exit', resolve));
    void this.gone.then(() => this.#forget());
    this.#process.stdio[3].on('error', () => undefined);
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => this.#hear(text));
  }

  /** Takes the first page over; scripts run in each document before its own. */
  async attach(scripts, bindings) {
    const { targetInfos } = await this.#send('Target.getTargets');
    const { targetId } = targetInfos.find((target) => target.type === 'page');
    this.#session = (await this.#send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    await this.call('Page.enable');
    await this.call('Runtime.enable');
    for (const name of bindings) await this.call('Runtime.addBinding', { name });
    for (const source of scripts) await this.call('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  call(method, parameters = {}) {
    return this.#send(method, parameters, this.#session);
  }

  /** What an expression gives in the page, as if a person had asked; undefined while there is no page to ask. */
  async evaluate(expression) {
    const asked = this.call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    const { result, exceptionDetails } = await asked.catch(() => ({ result: {} }));
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    return result.value;
  }

  /** Ends it as a power cut would, and all processes of it. */
  async kill() {
    try {
      process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      // Gone already
    }
    await this.gone;
  }

  #send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject, method });
      this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #hear(text) {
    const messages = (this.#heard + text).split('\0');
    this.#heard = messages.pop();
    for (const message of messages) this.#take(JSON.parse(message));
  }

  #take({ id, method, params, result, error }) {
    if (id === undefined) return void this.#onEvent(method, params);
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call.resolve(result);
    else call.reject(new Error(`${call.method}: ${error.message}`));
  }

  #forget() {
    for (const { reject, method } of this.#calls.values()) reject(new Error(`${method}: the browser is gone`));
    this.#calls.clear();
  }
}

// The same cuts for a recording at an SFU: a page in a network of its own publishes to Janus, which records. For
// orientation only, and only where Janus is installed and we may make networks.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { timesOf } from '../../recorder-lab/frames.mjs';
import { camera } from './candidate.mjs';
import { Chromium } from './chromium.mjs';
import { lostAt } from './judge.mjs';
import { pause, until } from './until.mjs';

const [here, there, space, cable] = ['10.231.77.1', '10.231.77.2', 'kw-faults', 'kw-faults0'];
const folders = ['plugins_folder', 'transports_folder'];
const run = (command, ...words) => spawnSync(command, words, { encoding: 'utf8' });
const within = (...words) => run('ip', 'netns', 'exec', space, ...words);

/** Why it can't be done here; undefined when it can. */
export function janusMissing() {
  if (process.getuid() !== 0) return 'it takes root to make a network that can be cut';
  const missing = ['janus', 'janus-pp-rec', 'ip', 'nft'].find(
    (name) => run('sh', '-c', `command -v ${name}`).status !== 0,
  );
  return missing && `${missing} is not installed (apt-get install janus janus-tools iproute2 nftables)`;
}

export class JanusRecorder {
  #folder;
  #janus;
  #pages;
  #browser;
  #line = Promise.resolve();
  drawn = [];

  constructor(folder) {
    this.#folder = mkdtempSync(join(folder, 'janus-'));
  }

  /** One whose picture is recorded; none when Janus won't, which must cost the others nothing. */
  static async begun(folder) {
    const recorder = new JanusRecorder(folder);
    return recorder.#begin().then(
      () => recorder,
      (problem) => recorder.#giveUp(problem),
    );
  }

  async #begin() {
    this.#makeNetwork();
    await this.#startJanus();
    const port = await this.#servePages();
    const origin = `http://${here}:${port}`;
    this.#browser = new Chromium(join(this.#folder, 'profile'), { space, origin }, (name, { payload }) => {
      if (name === 'Runtime.bindingCalled' && payload.startsWith('drawn'))
        this.drawn.push(Number(payload.split(' ')[1]));
    });
    await this.#browser.attach([camera], ['storyTold']);
    const query = new URLSearchParams({ socketUrl: `ws://${here}:8188`, room: '1', folder: this.#recordings });
    await this.#browser.call('Page.navigate', { url: `${origin}/janus-page.html?${query}` });
    await until(
      () => this.#browser.evaluate(`document.title === 'connected' || document.title === 'completed'`),
      'Janus is connected',
    );
    await until(() => this.drawn.length > 0, 'Janus gets a picture');
  }

  /** Two cuts never meet. */
  cut(millis) {
    return (this.#line = this.#line.then(() => this.#cut(millis)));
  }

  async #cut(millis) {
    this.#nft('add table inet cut; add chain inet cut in { type filter hook input priority 0; policy drop; };');
    this.#nft('add chain inet cut out { type filter hook output priority 0; policy drop; };');
    await pause(millis);
    this.#nft('delete table inet cut');
  }

  /** Ends it; answers how many milliseconds of what the camera showed are not in the recording. */
  lost() {
    return this.#finish().then(
      (times) => lostAt(this, times),
      (problem) => this.#giveUp(problem),
    );
  }

  async #giveUp(problem) {
    process.stdout.write(`Without Janus this time: ${problem}\n`);
    await this.close();
  }

  async #finish() {
    await this.#browser.evaluate('(new Promise((done) => setTimeout(done, 500)))');
    await this.#browser.kill();
    // The files are whole once the room knows that its publisher is gone
    await pause(2_000);
    this.#janus.kill('SIGTERM');
    await this.#janus.gone;
    const all = readdirSync(this.#recordings).filter((name) => /video.*\.mjr$/.test(name));
    return all.flatMap((name) => this.#timesOf(join(this.#recordings, name))).sort((a, b) => a - b);
  }

  /**
   * After a cut the picture is too coarse for a barcode, but a recording of what was sent keeps the time of each frame: the
   * barcodes of the beginning say when that was.
   */
  #timesOf(recording) {
    const film = `${recording}.webm`;
    const made = run('janus-pp-rec', recording, film);
    if (made.status !== 0) throw new Error(`janus-pp-rec: ${made.stdout}${made.stderr}`);
    const told = run('ffprobe', '-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', film);
    const offsets = told.stdout
      .split('\n')
      .filter(Boolean)
      .map((seconds) => Number(seconds.replace(',', '')) * 1_000);
    const shown = timesOf(film, Date.now());
    const known = new Set(this.drawn);
    const first = shown.findIndex((time) => known.has(time));
    return first < 0 ? [] : offsets.map((offset) => Math.round(shown[first] + offset - offsets[first]));
  }

  async close() {
    await this.#browser?.kill();
    this.#janus?.kill('SIGKILL');
    this.#pages?.close();
    run('ip', 'netns', 'delete', space);
    run('ip', 'link', 'delete', cable);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  get #recordings() {
    return join(this.#folder, 'recordings');
  }

  #makeNetwork() {
    run('ip', 'netns', 'delete', space);
    run('ip', 'link', 'delete', cable);
    const steps = [
      ['netns', 'add', space],
      ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'line', 'netns', space],
      ['address', 'add', `${here}/30`, 'dev', cable],
      ['link', 'set', cable, 'up'],
      ...[
        ['address', 'add', `${there}/30`, 'dev', 'line'],
        ['link', 'set', 'line', 'up'],
        ['link', 'set', 'lo', 'up'],
      ].map((words) => ['-n', space, ...words]),
    ];
    for (const step of steps) {
      const made = run('ip', ...step);
      if (made.status !== 0) throw new Error(`ip ${step.join(' ')}: ${made.stderr}`);
    }
  }

  #nft(rules) {
    const made = within('nft', rules);
    if (made.status !== 0) throw new Error(`nft: ${made.stderr}`);
  }

  async #startJanus() {
    const usual = readFileSync('/etc/janus/janus.jcfg', 'utf8');
    const lines = folders.map((name) => usual.match(new RegExp(`^\\s*${name}\\s*=\\s*"[^"]*"`, 'm'))[0]);
    const http = 'libjanus_http.so,libjanus_pfunix.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_rabbitmq.so';
    mkdirSync(this.#recordings);
    const write = (name, text) => writeFileSync(join(this.#folder, name), text);
    write(
      'janus.jcfg',
      `general: {\n${lines.join('\n')}\nconfigs_folder = "${this.#folder}"\ndebug_level = 3\nreclaim_session_timeout = 60\n}\n` +
        `nat: {\nice_enforce_list = "${here}"\n}\ntransports: {\ndisable = "${http}"\n}\n`,
    );
    write('janus.transport.websockets.jcfg', `general: {\nws = true\nws_port = 8188\nws_ip = "${here}"\n}\n`);
    this.#janus = spawn('janus', ['-F', this.#folder], { stdio: 'ignore' });
    this.#janus.gone = new Promise((done) => this.#janus.once('exit', done));
    await pause(2_000);
  }

  async #servePages() {
    this.#pages = createServer(({ url }, response) => {
      const name = url.split('?')[0].slice(1);
      const known = ['janus-page.html', 'janus-page.mjs'].includes(name);
      response.writeHead(known ? 200 : 404, {
        'Content-Type': name.endsWith('.mjs') ? 'text/javascript' : 'text/html',
      });
      response.end(known ? readFileSync(join(import.meta.dirname, name)) : '');
    });
    await new Promise((done) => this.#pages.listen(0, here, done));
    return this.#pages.address().port;
  }
}

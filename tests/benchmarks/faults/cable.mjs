// The line between one browser and everything else: a SOCKS 5 proxy (RFC 1928) that can be cut. While it is, what is open
// hangs without a word, as on a lost network, and what is new hangs as well; when it is mended, all of that breaks.
import { connect, createServer } from 'node:net';

const noPassword = Buffer.from([5, 0]);
const connected = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

export class Cable {
  #door = createServer({ pauseOnConnect: true }, (browser) => this.#take(browser));
  #open = new Set();
  #waiting = [];
  #cut = false;
  /** Bytes that the browser sent since it is counted, by the port it sent them to. */
  sent = new Map();
  /** How many segments it sent through the application server. */
  relayed = 0;

  async listen() {
    await new Promise((resolve) => this.#door.listen(0, '127.0.0.1', resolve));
    return `socks5://127.0.0.1:${this.#door.address().port}`;
  }

  /** From now on. What came before was the check of the device, which tries the line out. */
  count() {
    this.sent.clear();
  }

  cut() {
    this.#cut = true;
    for (const socket of this.#open) socket.unpipe().pause();
  }

  mend() {
    this.#cut = false;
    for (const socket of this.#open) socket.destroy();
    for (const browser of this.#waiting.splice(0)) browser.destroy();
  }

  close() {
    this.mend();
    this.#door.close();
  }

  #take(browser) {
    browser.on('error', () => browser.destroy());
    if (this.#cut) return void this.#waiting.push(browser);
    this.#keep(browser);
    browser.once('data', () => {
      browser.write(noPassword);
      browser.once('data', (asked) => this.#join(browser, asked));
    });
    browser.resume();
  }

  #join(browser, asked) {
    const byName = asked[3] === 3;
    const end = byName ? 5 + asked[4] : 8;
    const host = byName ? asked.toString('latin1', 5, end) : [...asked.subarray(4, 8)].join('.');
    const port = asked.readUInt16BE(end);
    browser.pause();
    const server = connect({ host, port }, () => {
      browser.write(connected);
      browser.pipe(server);
      server.pipe(browser);
      if (this.#cut) this.cut();
    });
    this.#keep(server);
    browser.on('data', (bytes) => this.#note(port, bytes));
    server.on('error', () => browser.destroy()).on('close', () => this.#cut || browser.destroy());
    browser.on('close', () => server.destroy());
  }

  #note(port, bytes) {
    this.sent.set(port, (this.sent.get(port) ?? 0) + bytes.length);
    if (/^PUT \/api\/v1\/attempts\/[^ ]*\/segments\//.test(bytes.toString('latin1', 0, 200))) this.relayed += 1;
  }

  #keep(socket) {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
  }
}

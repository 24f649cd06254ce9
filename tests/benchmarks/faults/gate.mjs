// What stands before the store: a line that lets everything through, refuses, or crawls. It hangs when the store does.
import { connect, createServer } from 'node:net';
import { Transform } from 'node:stream';

const crawlBytesPerSecond = 12_000;
const crawlDelayMillis = 500;

export class Gate {
  #server = createServer((socket) => this.#pass(socket));
  #open = new Set();
  #slow = false;
  #port;
  #target;

  constructor(port, target) {
    this.#port = port;
    this.#target = target;
  }

  listen() {
    return new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
  }

  /** Nobody listens any more, and who was being served is not. */
  refuse() {
    this.close();
  }

  crawl() {
    this.#slow = true;
  }

  async open() {
    this.#slow = false;
    if (!this.#server.listening) await this.listen();
  }

  close() {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }

  #pass(client) {
    const store = connect(this.#target, '127.0.0.1');
    for (const [from, to] of [
      [client, store],
      [store, client],
    ]) {
      this.#open.add(from);
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          this.#open.delete(from);
          to.destroy();
        });
      from.pipe(this.#brake()).pipe(to);
    }
  }

  #brake() {
    return new Transform({
      highWaterMark: 4_096,
      transform: (bytes, _, done) => {
        const wait = this.#slow ? crawlDelayMillis + (bytes.length * 1_000) / crawlBytesPerSecond : 0;
        if (wait === 0) done(null, bytes);
        else setTimeout(() => done(null, bytes), wait);
      },
    });
  }
}

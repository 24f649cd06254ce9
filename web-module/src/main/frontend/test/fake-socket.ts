interface Sent {
  t: string;
  id?: number;
  [key: string]: unknown;
}

/** A WebSocket whose other end is the test. */
export class FakeSocket extends EventTarget {
  static readonly made: FakeSocket[] = [];
  readyState = 0;
  readonly sent: Sent[] = [];

  constructor() {
    super();
    FakeSocket.made.push(this);
  }

  static latest(): FakeSocket {
    const latest = FakeSocket.made.at(-1);
    if (latest === undefined) throw new Error('No socket was opened');
    return latest;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  /** Our own closing of a dead line gets no event for minutes, and here never. */
  close(): void {
    this.readyState = 2;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(frame: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify({ v: 1, ...frame }) }));
  }

  breaks(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }

  last(t: string): Sent {
    const found = this.sent.filter((frame) => frame.t === t).at(-1);
    if (found === undefined) throw new Error(`No ${t} was sent`);
    return found;
  }

  count(t: string): number {
    return this.sent.filter((frame) => frame.t === t).length;
  }
}

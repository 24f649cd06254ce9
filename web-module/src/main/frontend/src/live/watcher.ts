import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import { LiveRefusal, type Frame, type Line, type SignalData } from './frames';
import { Peer, type PeerState } from './peer';

/**
 * ASKING: the server was asked. CONNECTING, CONNECTED, LOST: as the media goes; LOST mends itself. REFUSED: with the
 * code why, such as WATCHERS_FULL. ENDED: the server ended it.
 */
export type WatchState = 'ASKING' | Exclude<PeerState, 'CLOSED'> | 'REFUSED' | 'ENDED';

/** What a tile shows. The streams stay the same objects while the connection lives. */
export interface WatchView {
  state: WatchState;
  code?: string;
  camera: MediaStream | undefined;
  screen: MediaStream | undefined;
}

export interface WatcherOptions {
  attemptId: string;
  line: Line;
  onChange: (view: WatchView) => void;
  timing?: Timing;
}

/** The wall's end of one attempt's live media: asks to watch, gives streams, and comes back after any trouble. */
export class Watcher {
  readonly #options: WatcherOptions;
  readonly #timing: Timing;
  readonly #backoff = createBackoff({ firstMillis: 1_000, capMillis: 15_000 });
  #view: WatchView = { state: 'ASKING', camera: undefined, screen: undefined };
  #peer: Peer | undefined;
  #session: string | undefined;
  #ice: { iceServers: RTCIceServer[]; relayOnly: boolean } = { iceServers: [], relayOnly: false };
  #heard: Promise<void> = Promise.resolve();
  #asking: Promise<void> = Promise.resolve();
  #asked = 0;
  #cancel: () => void = () => undefined;

  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.ask();
  }

  view(): WatchView {
    return this.#view;
  }

  /** Asks to watch; to be called again for every new connection of the live socket, and after a refusal. */
  ask(): void {
    this.#asked += 1;
    this.#cancel();
    if (this.#peer === undefined) this.#become({ state: 'ASKING' });
    this.#asking = this.#ask(this.#asked);
  }

  /** Takes in a signal of this attempt. */
  heed(data: SignalData): void {
    this.#heard = this.#heard.then(() => this.#take(data));
  }

  /** The server ended it: off duty, the attempt over. */
  unwatched(code: string): void {
    this.#drop();
    this.#become({ state: 'ENDED', code, camera: undefined, screen: undefined });
  }

  close(): void {
    this.#drop();
    this.#options.line.request('unwatch', { attempt: this.#options.attemptId }).catch(() => undefined);
  }

  async #ask(asked: number): Promise<void> {
    try {
      const answer = await this.#options.line.request('watch', { attempt: this.#options.attemptId });
      if (asked !== this.#asked) return;
      this.#ice = {
        iceServers: (answer['iceServers'] as RTCIceServer[] | undefined) ?? [],
        relayOnly: answer['relayOnly'] === true,
      };
      this.#backoff.reset();
      if (this.#view.state === 'ASKING') this.#become({ state: 'CONNECTING' });
    } catch (problem) {
      if (asked === this.#asked) this.#turnedAway(problem);
    }
  }

  #turnedAway(problem: unknown): void {
    if (problem instanceof LiveRefusal) this.#become({ state: 'REFUSED', code: problem.code });
    else this.#cancel = this.#timing.after(this.#backoff.next(), () => this.ask());
  }

  /** An offer of another session comes from a page that was loaded anew: the old connection is of no use to it. */
  async #take(data: SignalData): Promise<void> {
    await this.#asking; // Its answer names the ICE servers.
    if (this.#asked === 0) return;
    if ('description' in data && data.description.type === 'offer') {
      const session = sessionOf(data.description);
      if (session !== this.#session) this.#begin(session);
    }
    await this.#peer?.heed(data);
  }

  #begin(session: string | undefined): void {
    this.#peer?.close();
    this.#session = session;
    const streams = { camera: new MediaStream(), screen: new MediaStream() };
    const peer: Peer = new Peer({
      ...this.#ice,
      polite: true,
      send: (data) => this.#options.line.send('signal', { to: this.#options.attemptId, data }),
      onState: (state) => {
        if (this.#peer === peer && state !== 'CLOSED') this.#become({ state });
      },
      onTrack: ({ track, transceiver }) => this.#arrived(peer, track, transceiver, streams),
      timing: this.#timing,
    });
    this.#peer = peer;
    this.#become({ state: 'CONNECTING', camera: undefined, screen: undefined });
  }

  #arrived(
    peer: Peer,
    track: MediaStreamTrack,
    transceiver: RTCRtpTransceiver,
    streams: { camera: MediaStream; screen: MediaStream },
  ): void {
    if (this.#peer !== peer) return;
    const lane = peer.connection.getTransceivers().indexOf(transceiver);
    const name = lane < 2 ? 'camera' : 'screen';
    streams[name].addTrack(track);
    this.#become({ [name]: streams[name] });
  }

  #drop(): void {
    this.#cancel();
    this.#asked = 0;
    this.#session = undefined;
    this.#peer?.close();
    this.#peer = undefined;
  }

  #become(change: Partial<WatchView>): void {
    const { code, ...rest } = this.#view;
    const kept = change.state === undefined && code !== undefined ? { code } : {};
    this.#view = { ...rest, ...kept, ...change };
    this.#options.onChange(this.#view);
  }
}

/** The origin line of a description names its session; restarts keep it, a new page has another. */
function sessionOf({ sdp }: RTCSessionDescriptionInit): string | undefined {
  return /^o=\S+ (\S+)/m.exec(sdp ?? '')?.[1];
}

/** All that a wall watches, by attempt. Connections stay whatever page of the wall is shown. */
export class Watching {
  readonly #line: Line;
  readonly #watchers = new Map<string, Watcher>();

  constructor(line: Line) {
    this.#line = line;
  }

  watch(attemptId: string, onChange: (view: WatchView) => void): Watcher {
    const known = this.#watchers.get(attemptId);
    if (known !== undefined) return known;
    const watcher = new Watcher({ attemptId, line: this.#line, onChange });
    this.#watchers.set(attemptId, watcher);
    return watcher;
  }

  unwatch(attemptId: string): void {
    this.#watchers.get(attemptId)?.close();
    this.#watchers.delete(attemptId);
  }

  /** Takes in `signal` and `unwatched`; answers whether the frame was one of them. */
  heed(frame: Frame): boolean {
    if (frame.t === 'signal') this.#watchers.get(frame['from'] as string)?.heed(frame['data'] as SignalData);
    else if (frame.t === 'unwatched')
      this.#watchers.get(frame['attempt'] as string)?.unwatched(frame.code ?? 'UNKNOWN');
    else return false;
    return true;
  }

  /** The live socket has a new connection: the server knows of no watching any more. */
  welcome(): void {
    for (const watcher of this.#watchers.values()) {
      if (watcher.view().state !== 'ENDED') watcher.ask();
    }
  }

  close(): void {
    for (const attemptId of [...this.#watchers.keys()]) this.unwatch(attemptId);
  }
}

import type { Timing } from '../kernel/timing';
import type { Source } from '../media/source';
import type { Frame, Line, SignalData } from './frames';
import { Peer } from './peer';

export interface PublisherOptions {
  line: Line;
  camera: Source;
  screen?: Source;
  /** How many proctors look. The candidate may know that somebody can, not who does. */
  onWatchers?: (count: number) => void;
  timing?: Timing;
}

/** What a proctor's tile needs, and no more: the recording has the full picture. */
const TILE = { height: 180, frameRate: 10, bitsPerSecond: 200_000 };
const SCREEN = { height: 720, frameRate: 5, bitsPerSecond: 400_000 };
const SOUND = { bitsPerSecond: 24_000 };

interface Lane {
  kind: 'video' | 'audio';
  source: Source;
  cap: { height?: number; frameRate?: number; bitsPerSecond: number };
}

/**
 * The candidate's live media: one peer connection a watcher, made when the server says `watch`. Lanes keep their order
 * for as long as the connection lives (picture, sound, screen), also while their device is away.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #lanes: Lane[];
  readonly #peers = new Map<string, { peer: Peer; heard: Promise<void> }>();
  readonly #unsubscribe: (() => void)[];

  constructor(options: PublisherOptions) {
    this.#options = options;
    const { camera, screen } = options;
    this.#lanes = [
      { kind: 'video', source: camera, cap: TILE },
      { kind: 'audio', source: camera, cap: SOUND },
      ...(screen === undefined ? [] : [{ kind: 'video' as const, source: screen, cap: SCREEN }]),
    ];
    const sources = screen === undefined ? [camera] : [camera, screen];
    this.#unsubscribe = sources.map((source) => source.onChange(() => this.#sourceChanged()));
  }

  /** Takes in `watch`, `watchers`, `unwatch` and `signal`; answers whether the frame was one of them. */
  heed(frame: Frame): boolean {
    if (frame.t === 'watch') this.#watch(frame as Frame & Watch);
    else if (frame.t === 'watchers') this.#keepOnly(frame['watchers'] as string[]);
    else if (frame.t === 'unwatch') this.#unwatch(frame['watcher'] as string);
    else if (frame.t === 'signal') this.#signal(frame['from'] as string, frame['data'] as SignalData);
    else return false;
    return true;
  }

  /** The live socket is back: connections that hang try anew at once. */
  wake(): void {
    for (const { peer } of this.#peers.values()) peer.wake();
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const watcher of [...this.#peers.keys()]) this.#unwatch(watcher);
  }

  /** Said again for a watcher we have: the server is not sure whether we heard it, and the connection stays. */
  #watch({ watcher, iceServers, relayOnly }: Watch): void {
    const known = this.#peers.get(watcher);
    if (known !== undefined) {
      known.peer.wake();
      return;
    }
    const peer = new Peer({
      iceServers,
      relayOnly,
      polite: false,
      send: (data) => this.#options.line.send('signal', { to: watcher, data }),
      ...(this.#options.timing === undefined ? {} : { timing: this.#options.timing }),
    });
    this.#peers.set(watcher, { peer, heard: Promise.resolve() });
    this.#publish(peer);
    this.#options.onWatchers?.(this.#peers.size);
  }

  /** Who stopped watching while the socket was away is told of in no other way. */
  #keepOnly(watchers: readonly string[]): void {
    for (const watcher of [...this.#peers.keys()]) if (!watchers.includes(watcher)) this.#unwatch(watcher);
  }

  #unwatch(watcher: string): void {
    const known = this.#peers.get(watcher);
    if (known === undefined) return;
    this.#peers.delete(watcher);
    known.peer.close();
    this.#options.onWatchers?.(this.#peers.size);
  }

  #signal(watcher: string, data: SignalData): void {
    const known = this.#peers.get(watcher);
    if (known !== undefined) known.heard = known.heard.then(() => known.peer.heed(data));
  }

  #publish({ connection }: Peer): void {
    for (const lane of this.#lanes) {
      const track = trackOf(lane);
      const sendEncodings = [encodingOf(lane, track)];
      const { sender } = connection.addTransceiver(lane.kind, { direction: 'sendonly', sendEncodings });
      if (track !== null) void sender.replaceTrack(track);
    }
  }

  #sourceChanged(): void {
    for (const { peer } of this.#peers.values()) {
      const transceivers = peer.connection.getTransceivers();
      for (const [index, lane] of this.#lanes.entries()) {
        const sender = transceivers[index]?.sender;
        if (sender !== undefined) void refill(sender, lane);
      }
    }
  }
}

interface Watch {
  watcher: string;
  iceServers: RTCIceServer[];
  relayOnly: boolean;
}

function trackOf({ kind, source }: Lane): MediaStreamTrack | null {
  return (
    source
      .stream()
      ?.getTracks()
      .find((track) => track.kind === kind) ?? null
  );
}

function encodingOf({ cap }: Lane, track: MediaStreamTrack | null): RTCRtpEncodingParameters {
  const height = track?.getSettings().height ?? cap.height;
  return {
    maxBitrate: cap.bitsPerSecond,
    ...(cap.frameRate === undefined ? {} : { maxFramerate: cap.frameRate }),
    ...(cap.height === undefined || height === undefined
      ? {}
      : { scaleResolutionDownBy: Math.max(1, height / cap.height) }),
  };
}

/** Another device may have another size, so its cap is set anew. */
async function refill(sender: RTCRtpSender, lane: Lane): Promise<void> {
  const track = trackOf(lane);
  if (sender.track === track) return;
  try {
    await sender.replaceTrack(track);
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings;
    if (encoding === undefined || track === null) return;
    Object.assign(encoding, encodingOf(lane, track));
    await sender.setParameters(parameters);
  } catch {
    // The connection was closed meanwhile; another one starts with the right track.
  }
}

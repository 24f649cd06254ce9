import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import type { SignalData } from './frames';

export type PeerState = 'CONNECTING' | 'CONNECTED' | 'LOST' | 'CLOSED';

export interface PeerOptions {
  iceServers: RTCIceServer[];
  /** All media through TURN, so that the two ends do not learn each other's addresses. */
  relayOnly: boolean;
  /** Who gives way when both offer at once. The wall is polite, the candidate is not. */
  polite: boolean;
  send: (data: SignalData) => boolean;
  onState?: (state: PeerState) => void;
  onTrack?: (event: RTCTrackEvent) => void;
  timing?: Timing;
  connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/** Nothing connects for this long: the offer or its answer was lost on the way. */
const STALLED_MILLIS = 10_000;

/**
 * One peer connection, by perfect negotiation. After a cut of 20 s ICE neither heals by itself nor says that it failed,
 * so from `disconnected` on it is restarted again and again until it is connected.
 */
export class Peer {
  readonly connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  readonly #timing: Timing;
  readonly #backoff = createBackoff({ firstMillis: 1_000, capMillis: 8_000 });
  #state: PeerState = 'CONNECTING';
  #offering = false;
  #ignoring = false;
  #cancel: () => void = () => undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    const { iceServers, relayOnly } = options;
    const connect = options.connect ?? ((configuration) => new RTCPeerConnection(configuration));
    this.connection = connect({
      iceServers,
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
      bundlePolicy: 'max-bundle',
    });
    this.#listen();
    if (!options.polite) this.#restartIn(STALLED_MILLIS);
  }

  state(): PeerState {
    return this.#state;
  }

  /** Takes in what the other end says. One after the other: see `Publisher` and `Watcher`. */
  async heed(data: SignalData): Promise<void> {
    if (this.#state === 'CLOSED') return;
    try {
      if ('description' in data) await this.#describe(data.description);
      else await this.connection.addIceCandidate(data.candidate ?? undefined);
    } catch (problem) {
      // Candidates of an offer we ignored, and answers to one we took back, fit nothing; the next restart mends the rest.
      if (!this.#ignoring && !this.#isClosed()) console.debug('Signal not taken', problem);
    }
  }

  /** Tries anew at once, unless it is connected: the line for signals has just come back. */
  wake(): void {
    if ((this.#state === 'CONNECTING' && !this.#options.polite) || this.#state === 'LOST') this.#restartIn(0);
  }

  close(): void {
    this.#cancel();
    this.connection.close();
    this.#become('CLOSED');
  }

  #listen(): void {
    const { connection } = this;
    connection.addEventListener('negotiationneeded', () => void this.#offer());
    connection.addEventListener('icecandidate', ({ candidate }) => {
      this.#options.send({ candidate: candidate === null ? null : candidate.toJSON() });
    });
    connection.addEventListener('track', (event) => this.#options.onTrack?.(event));
    connection.addEventListener('connectionstatechange', () => this.#heedConnection());
  }

  /** Not the state of ICE alone: that is `connected` at one end while the other has not even heard the answer. */
  #heedConnection(): void {
    const now = this.connection.connectionState;
    if (now === 'connected') {
      this.#cancel();
      this.#backoff.reset();
      this.#become('CONNECTED');
    } else if (now === 'disconnected' || now === 'failed') {
      if (this.#state === 'LOST') return;
      this.#become('LOST');
      // The polite end leaves the first word to the other, which asks at the same moment.
      this.#restartIn(this.#options.polite ? 3_000 : 0);
    }
  }

  #restartIn(millis: number): void {
    this.#cancel();
    this.#cancel = this.#timing.after(millis, () => {
      if (this.#state === 'CONNECTED' || this.#state === 'CLOSED') return;
      void this.#restart();
      this.#restartIn(4_000 + this.#backoff.next());
    });
  }

  /**
   * An offer without an answer blocks the next one, so it is taken back first. The very first can only be said again:
   * taken back, its lines would get other names, and an end that had heard it would refuse the new ones.
   */
  async #restart(): Promise<void> {
    const { connection } = this;
    if (connection.signalingState === 'have-local-offer') {
      if (connection.currentRemoteDescription === null) {
        this.#tell();
        return;
      }
      await connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
    }
    if (!this.#isClosed()) connection.restartIce();
  }

  async #offer(): Promise<void> {
    this.#offering = true;
    try {
      await this.connection.setLocalDescription();
      this.#tell();
    } catch {
      // Closed meanwhile, or the other end's offer came first; then this event is fired again.
    } finally {
      this.#offering = false;
    }
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    const { connection } = this;
    const clash = description.type === 'offer' && (this.#offering || connection.signalingState !== 'stable');
    this.#ignoring = clash && !this.#options.polite;
    if (this.#ignoring) return;
    await connection.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    await connection.setLocalDescription();
    this.#tell();
  }

  #tell(): void {
    const description = this.connection.localDescription;
    if (description !== null) this.#options.send({ description: description.toJSON() });
  }

  #isClosed(): boolean {
    return this.#state === 'CLOSED';
  }

  #become(state: PeerState): void {
    if (this.#state === state || this.#isClosed()) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

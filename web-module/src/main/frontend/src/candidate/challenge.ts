import { toIso } from '../kernel/clock';
import { element } from '../kernel/dom';
import { pageTiming, pause, type Timing } from '../kernel/timing';
import type { Frame } from '../live/frames';

/** What the page is to show, and when, by the server's clock. */
export interface Challenge {
  at: string;
  hertz: number;
  colour: string;
}

export interface ChallengeOptions {
  /** The server's time. */
  now: () => number;
  timing?: Timing;
  /** From then on nothing more is shown. */
  signal: AbortSignal;
  /** Whether anything is recorded now: else there is nothing to be found in. */
  recorded: () => boolean;
  tell: (t: string, body: object) => void;
  /** Shows a bar; the answer takes it away, or is undefined when nobody could see it. */
  bar?: (colour: string) => (() => void) | undefined;
  /** Plays a tone; false when the browser does not let it. */
  play?: (hertz: number, timing: Timing) => Promise<boolean>;
}

const SHOWN_MILLIS = 2_300;
/** Further off than this, the server would not believe it. */
const EARLY_MILLIS = 15_000;
const LATE_MILLIS = 3_000;
const START_MILLIS = 400;
const TONE_SECONDS = 1.2;
const ATTACK_SECONDS = 0.06;
const RELEASE_SECONDS = 0.3;
const LOUDNESS = 0.12;

/** Plays a soft tone and shows a coloured bar when the server says so, and says what of it could be done. */
export class Challenges {
  readonly #options: ChallengeOptions;
  #newest = '';

  constructor(options: ChallengeOptions) {
    this.#options = options;
  }

  /** The same one may be heard of twice. */
  heed(frame: Frame): void {
    const challenge = read(frame);
    if (challenge === undefined || challenge.at === this.#newest) return;
    this.#newest = challenge.at;
    void this.#meet(challenge);
  }

  async #meet({ at, hertz, colour }: Challenge): Promise<void> {
    const { now, timing = pageTiming, recorded, signal, bar = showBar, play = playTone } = this.#options;
    const wait = Date.parse(at) - now();
    if (!(wait > -LATE_MILLIS && wait < EARLY_MILLIS)) return;
    await pause(timing, Math.max(0, wait), signal);
    if (signal.aborted || !recorded()) return;
    const shownAt = toIso(now());
    const hide = bar(colour);
    const played = play(hertz, timing).catch(() => false);
    await pause(timing, SHOWN_MILLIS, signal);
    hide?.();
    const tone = await played;
    this.#tell({ at, shownAt, tone, colour: hide !== undefined });
  }

  #tell(body: object): void {
    const { signal, tell } = this.#options;
    if (!signal.aborted) tell('shown', body);
  }
}

function read({ at, hertz, colour }: Frame): Challenge | undefined {
  const known = typeof at === 'string' && typeof hertz === 'number' && typeof colour === 'string';
  return known && hertz > 0 && /^#[0-9a-f]{6}$/.test(colour) ? { at, hertz, colour } : undefined;
}

/** Above all else, also of a page in full screen; nobody has to do anything about it, so nobody is told in words. */
function showBar(colour: string): (() => void) | undefined {
  if (document.visibilityState !== 'visible') return undefined;
  const bar = element('div', { class: 'kw-challenge', attributes: { 'aria-hidden': 'true', popover: 'manual' } });
  bar.style.backgroundColor = colour;
  document.body.append(bar);
  if ('showPopover' in bar) bar.showPopover();
  return () => bar.remove();
}

/** A context that the browser holds back never starts, and says nothing about it. */
async function playTone(hertz: number, timing: Timing): Promise<boolean> {
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), pause(timing, START_MILLIS)]);
    if (context.state !== 'running') return false;
    const gain = new GainNode(context, { gain: 0 });
    const tone = new OscillatorNode(context, { frequency: hertz });
    const from = context.currentTime + 0.02;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + ATTACK_SECONDS);
    gain.gain.setValueAtTime(LOUDNESS, from + TONE_SECONDS - RELEASE_SECONDS);
    gain.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
    tone.connect(gain).connect(context.destination);
    tone.start(from);
    tone.stop(from + TONE_SECONDS);
    await pause(timing, (TONE_SECONDS + 0.2) * 1_000);
    return true;
  } finally {
    await context.close();
  }
}

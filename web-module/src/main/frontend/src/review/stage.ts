import { element, must, say, show } from '../kernel/dom';
import type { Track } from '../media/policy';
import type { Timeline } from './facts';
import { spanOf, type Span, type Stretch } from './line';
import { offset } from './moments';
import { makePicture, type Picture } from './picture';
import { absenceWords, nothingWords, playerWords } from './plates';
import { Player } from './player';
import { StillPlate } from './stills';
import type { Trouble } from './take-media';
import { TrackPlayer } from './track-player';

export interface StageOptions {
  root: HTMLElement;
  base: string;
  /** Below which address stills are. */
  stills: string;
  onMove: (at: number, span: Span) => void;
  onTrouble: (trouble: Trouble | undefined) => void;
}

/** The pictures and what moves them: as many tracks as the exam records. */
export class Stage {
  readonly #options: StageOptions;
  readonly #pictures = new Map<Track, Picture>();
  readonly #versions = new Map<Track, number>();
  readonly #tracks: TrackPlayer[] = [];
  readonly #stills: StillPlate;
  readonly player: Player<TrackPlayer>;
  #timeline: Timeline | undefined;
  #span: Span = { from: 0, to: 0 };

  constructor(options: StageOptions) {
    this.#options = options;
    this.#stills = new StillPlate(must(options.root, '[data-pair]', HTMLElement), options.stills);
    this.player = new Player({ tracks: this.#tracks, onChange: () => this.#tell() });
  }

  get span(): Span {
    return this.#span;
  }

  show(timeline: Timeline, stretches: ReadonlyMap<Track, Stretch[]>): void {
    this.#timeline = timeline;
    this.#stills.show(timeline.stills);
    for (const report of timeline.tracks) {
      const player = this.#trackPlayer(report.track);
      player.update(stretches.get(report.track) ?? []);
      const before = this.#versions.get(report.track);
      this.#versions.set(report.track, report.playlistVersion);
      if (before !== undefined && before !== report.playlistVersion) player.renew(this.player.at);
    }
    const expected = timeline.tracks.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
    this.#span = spanOf([...expected, ...[...stretches.values()].flat()]) ?? this.#span;
    const growing = timeline.tracks.some((report) => report.state === 'OPEN');
    this.player.extend(this.#span, growing);
    this.#tell();
  }

  /** What the timeline draws of each track. */
  lines(): { track: Track; stretches: readonly Stretch[] }[] {
    return this.#tracks.map(({ track, stretches }) => ({ track, stretches }));
  }

  mute(muted: boolean): void {
    for (const { video } of this.#tracks) video.muted = muted;
  }

  close(): void {
    this.player.close();
  }

  #trackPlayer(track: Track): TrackPlayer {
    const known = this.#tracks.find((player) => player.track === track);
    if (known !== undefined) return known;
    const picture = makePicture(track);
    this.#stills.element.before(picture.element);
    const player: TrackPlayer = new TrackPlayer({
      track,
      video: picture.video,
      base: this.#options.base,
      onTrouble: () => this.#options.onTrouble(this.#tracks.find((one) => one.trouble !== undefined)?.trouble),
      onFrame: (at) => {
        if (this.player.lead === player) this.#stamp(at);
      },
    });
    this.#pictures.set(track, picture);
    this.#tracks.push(player);
    return player;
  }

  /** What a test, or anybody, can know about the frame that is shown. */
  #stamp(at: number): void {
    const { root } = this.#options;
    root.dataset['examTime'] = String(Math.round(at));
    root.dataset['clock'] = new Date(Math.round(at)).toISOString();
  }

  #tell(): void {
    const timeline = this.#timeline;
    if (timeline === undefined) return;
    const { root } = this.#options;
    const { at, state } = this.player;
    const anything = this.#tracks.some((track) => track.stretches.length > 0);
    root.dataset['state'] = anything ? state : 'nothing';
    if (anything && state === 'gap') this.#stamp(at);
    this.#plate(anything);
    say(must(root, '[data-now]', HTMLElement), offset(at, this.#span.from));
    say(must(root, '[data-length]', HTMLElement), offset(this.#span.to, this.#span.from));
    say(must(root, '[data-status]', HTMLElement), anything ? playerWords(state) : '');
    this.#buttons(anything);
    this.#stills.follow(at);
    this.#options.onMove(at, this.#span);
  }

  #plate(anything: boolean): void {
    const { root } = this.#options;
    const plate = must(root, '[data-plate]', HTMLElement);
    show(plate, !anything);
    for (const { element: box } of this.#pictures.values()) show(box, anything);
    if (!anything && this.#timeline !== undefined) {
      const { title, text } = nothingWords(this.#timeline.tracks);
      say(must(plate, '[data-plate-title]', HTMLElement), title);
      say(must(plate, '[data-plate-text]', HTMLElement), text);
    }
    for (const track of this.#tracks) this.#caption(track);
  }

  #caption(track: TrackPlayer): void {
    const { at, state } = this.player;
    const report = this.#timeline?.tracks.find((one) => one.track === track.track);
    const take = track.stretchAt(at)?.number;
    const absent = take === undefined && state !== 'edge' && state !== 'ended' && report !== undefined;
    this.#pictures.get(track.track)?.tell({ at, take, ...(absent ? absenceWords(report, at) : {}) });
  }

  #buttons(anything: boolean): void {
    const { root } = this.#options;
    const { playing, rate, skipping } = this.player;
    const play = must(root, '[data-play]', HTMLButtonElement);
    play.disabled = !anything;
    const words = playing ? 'Pause' : 'Play';
    if (play.getAttribute('aria-label') !== words) {
      play.setAttribute('aria-label', words);
      const sign = element('i', {
        class: `kw-i kw-i-${playing ? 'pause' : 'play'}`,
        attributes: { 'aria-hidden': 'true' },
      });
      play.replaceChildren(sign);
    }
    for (const button of root.querySelectorAll<HTMLElement>('[data-speed]'))
      button.setAttribute('aria-pressed', String(Number(button.dataset['speed']) === rate));
    must(root, '[data-skip]', HTMLElement).setAttribute('aria-pressed', String(skipping));
  }
}

import { must, onEach, show } from '../kernel/dom';
import { commandOf, placeOf, type Command } from './keys';
import { speeds } from './player';
import type { Stage } from './stage';

export interface ControlsOptions {
  root: HTMLElement;
  stage: Stage;
  /** The moments of all flags, in order. */
  flags: () => number[];
  note: () => void;
}

/** Whether keys fire is the reader's choice, kept in the browser. */
const KEYS_OFF = 'knightswatch.review.keysOff';
/** Of a flag that was just jumped to, the next one is wanted. */
const BEYOND_MILLIS = 500;

/** Buttons and keys of the player. */
export function startControls(options: ControlsOptions): void {
  const { root, stage } = options;
  const { player } = stage;
  onEach(root, 'click', '[data-play]', () => player.toggle());
  onEach(root, 'click', '[data-step]', (button) => player.seek(player.at + Number(button.dataset['step']) * 1000));
  onEach(root, 'click', '[data-speed]', (button) => player.setRate(Number(button.dataset['speed'])));
  onEach(root, 'click', '[data-skip]', () => player.setSkipping(!player.skipping));
  onEach(root, 'click', '[data-flag]', (button) => toFlag(options, Number(button.dataset['flag'])));
  onEach(root, 'click', '[data-note-here]', () => options.note());
  startMute(root, stage);
  const listening = startKeySwitch(root);
  document.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    const command = commandOf(event, place);
    if (command === undefined || event.defaultPrevented || !(listening() || place === 'timeline')) return;
    event.preventDefault();
    obey(options, command);
  });
}

function obey(options: ControlsOptions, command: Command): void {
  const { stage } = options;
  const { player } = stage;
  if (command.do === 'toggle') player.toggle();
  else if (command.do === 'note') options.note();
  else if (command.do === 'step') player.seek(player.at + command.seconds * 1000);
  else if (command.do === 'speed') player.setRate(besides(player.rate, command.by));
  else if (command.do === 'flag') toFlag(options, command.by);
  else player.seek(command.to === 'first' ? stage.span.from : stage.span.to);
}

/** The next faster or slower speed. */
export function besides(rate: number, by: number): number {
  const index = speeds.findIndex((speed) => speed >= rate) + by;
  return speeds[Math.min(Math.max(index, 0), speeds.length - 1)] ?? 1;
}

function toFlag({ stage, flags }: ControlsOptions, by: number): void {
  const { at } = stage.player;
  const moments = flags();
  const wanted =
    by > 0
      ? moments.find((moment) => moment > at + BEYOND_MILLIS)
      : moments.filter((moment) => moment < at - BEYOND_MILLIS).at(-1);
  if (wanted !== undefined) stage.player.seek(wanted);
}

function startMute(root: HTMLElement, stage: Stage): void {
  const button = must(root, '[data-mute]', HTMLElement);
  button.addEventListener('click', () => {
    const muted = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(muted));
    stage.mute(muted);
  });
}

function startKeySwitch(root: HTMLElement): () => boolean {
  const button = must(root, '[data-keys]', HTMLElement);
  const line = must(root, '[data-keyline]', HTMLElement);
  const tell = (on: boolean): void => {
    button.setAttribute('aria-pressed', String(on));
    show(line, on);
  };
  tell(localStorage.getItem(KEYS_OFF) === null);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    if (on) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, 'true');
    tell(on);
  });
  return () => button.getAttribute('aria-pressed') === 'true';
}

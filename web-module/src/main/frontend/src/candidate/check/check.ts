import { countdown } from '../../kernel/words';
import { must, onEach, say } from '../../kernel/dom';
import type { Clock } from '../../kernel/clock';
import { pageTiming } from '../../kernel/timing';
import { moment } from '../time';
import type { Opened } from '../entrance';
import type { Sources } from '../capture';
import type { Memory } from '../memory';
import { showPicture } from '../picture';
import { screenSource, type Devices } from '../../media/devices';
import { chooseForm, type Fact, type RecordingPolicy } from '../../media/policy';
import type { Source } from '../../media/source';
import { askToPersist, measureSpace } from '../../media/space';
import { DeviceCheck } from './device-check';
import { bars } from './level';
import { measureLine } from './line';
import { lineVerdict, needed, noLine, spaceVerdict } from './measures';
import { showChoice, showLevel, showVerdict } from './rows';
import { readiness } from './readiness';
import { browserVerdict, headline, looking, screenVerdict, type CheckName, type Verdict } from './verdicts';

export interface CheckOptions {
  root: HTMLElement;
  invitation: string;
  opened: Opened;
  /** Of the attempt, from 1. */
  number: number;
  policy: RecordingPolicy;
  clock: Clock;
  memory: Memory;
  onFact: (fact: Fact) => void;
  /** Something to say to those who can't see it. */
  announce: (text: string) => void;
  /** Start was pressed; answers what went wrong, or nothing. */
  onBegin: (sources: Sources) => Promise<string | undefined>;
}

/** The device check: what works, what needs help, and the way into the exam. It owns the devices until Start. */
export class Check {
  readonly #options: CheckOptions;
  readonly #verdicts = new Map<CheckName, Verdict>();
  readonly #screen: Source | undefined;
  readonly #closing = new AbortController();
  #devices: DeviceCheck | undefined;
  #begun = false;
  #cancel: () => void = () => undefined;

  constructor(options: CheckOptions) {
    this.#options = options;
    const { opened, policy, root, onFact } = options;
    if (opened.tracks.includes('screen')) this.#screen = screenSource(policy, onFact);
    const { signal } = this.#closing;
    onEach(root, 'click', '[data-again]', (button) => void this.#again(button.dataset['again'] as CheckName), signal);
    onEach(root, 'change', '[data-choice] select', () => void this.#choose(), signal);
    onEach(root, 'click', '[data-begin]', () => void this.#begin(), signal);
    this.#screen?.onChange(() => this.#judgeScreen());
    this.#lookAll();
    this.#tick();
  }

  close(): void {
    this.#closing.abort();
    this.#cancel();
    if (this.#begun) return;
    this.#devices?.close();
    this.#screen?.close();
  }

  #lookAll(): void {
    const secure = window.isSecureContext;
    const devices = 'mediaDevices' in navigator;
    const has = {
      secure,
      devices,
      form: 'MediaRecorder' in window ? chooseForm() : undefined,
      storage: 'indexedDB' in window && 'storage' in navigator && 'locks' in navigator,
      canShareScreen: devices && 'getDisplayMedia' in navigator.mediaDevices,
    };
    const verdict = browserVerdict(has, this.#screen !== undefined);
    this.#take('browser', verdict);
    if (verdict.blocks === true) return;
    this.#devices = this.#openDevices();
    void this.#devices.open();
    if (this.#screen !== undefined) this.#judgeScreen();
    void this.#measureLine();
    void this.#measureSpace();
  }

  #openDevices(): DeviceCheck {
    const { policy, root, memory, onFact } = this.#options;
    const meter = must(root, '[data-level]', HTMLElement);
    return new DeviceCheck({
      policy,
      devices: memory.devices(),
      onFact,
      onVerdict: (kind, verdict) => this.#take(kind === 'video' ? 'camera' : 'microphone', verdict),
      onLevel: (level) => showLevel(meter, bars(level, meter.childElementCount)),
      onStream: (stream) => showPicture(root, stream, 'No picture yet'),
      onInputs: (inputs) => this.#showInputs(inputs),
    });
  }

  async #again(check: CheckName): Promise<void> {
    if (check === 'camera') await this.#devices?.open();
    else if (check === 'microphone') await this.#devices?.listen();
    else if (check === 'screen') await this.#screen?.open().catch(() => this.#judgeScreen());
    else if (check === 'line') await this.#measureLine();
    else if (check === 'space') await this.#measureSpace();
  }

  async #choose(): Promise<void> {
    const { root, memory } = this.#options;
    const value = (name: string): string => must(root, `[data-choice="${name}"] select`, HTMLSelectElement).value;
    const devices: Devices = {};
    if (value('camera') !== '') devices.camera = value('camera');
    if (value('microphone') !== '') devices.microphone = value('microphone');
    memory.keepDevices(devices);
    await this.#devices?.choose(devices);
  }

  #showInputs(inputs: MediaDeviceInfo[]): void {
    const chosen = this.#options.memory.devices();
    const field = (name: string): HTMLElement => must(this.#options.root, `[data-choice="${name}"]`, HTMLElement);
    const of = (kind: MediaDeviceKind): MediaDeviceInfo[] =>
      inputs.filter((input) => input.kind === kind && input.deviceId !== '');
    showChoice(field('camera'), of('videoinput'), chosen.camera);
    showChoice(field('microphone'), of('audioinput'), chosen.microphone);
  }

  #judgeScreen(): void {
    const track = this.#screen?.stream()?.getVideoTracks()[0];
    this.#take('screen', screenVerdict(track !== undefined, track?.getSettings().displaySurface));
  }

  async #measureLine(): Promise<void> {
    const { invitation, policy, opened } = this.#options;
    this.#take('line', looking('We send a little to our server and look how long it takes.'));
    const verdict = await measureLine(invitation).then(
      (line) => lineVerdict(line, needed(policy, opened.tracks)),
      () => noLine,
    );
    this.#take('line', verdict);
  }

  async #measureSpace(): Promise<void> {
    this.#take('space', looking('We ask your browser.'));
    await askToPersist().catch(() => false);
    const { policy, opened } = this.#options;
    this.#take('space', spaceVerdict(await measureSpace(policy, opened.tracks)));
  }

  #take(check: CheckName, verdict: Verdict): void {
    if (this.#closing.signal.aborted) return;
    const { root, announce } = this.#options;
    const row = must(root, `[data-check="${check}"]`, HTMLElement);
    const before = this.#verdicts.get(check);
    this.#verdicts.set(check, verdict);
    showVerdict(row, verdict);
    if (verdict.help !== undefined && before?.help?.title !== verdict.help.title) announce(verdict.help.title);
    this.#conclude();
  }

  #tick(): void {
    this.#conclude();
    this.#cancel = pageTiming.after(1_000, () => this.#tick());
  }

  #conclude(): void {
    const { root, opened, number, clock } = this.#options;
    const opensIn = opened.attemptState === undefined ? Date.parse(opened.startsAt) - clock.now() : 0;
    const { title, line } = headline([...this.#verdicts.values()]);
    const until = moment(Date.parse(opened.endsAt), clock.now());
    const time =
      opensIn > 0 ? `You have time: the exam opens in ${countdown(opensIn)}.` : `The exam is open until ${until}.`;
    const { ready, why } = readiness(this.#verdicts, opensIn);
    say(must(root, '[data-headline]', HTMLElement), title);
    say(must(root, '[data-subline]', HTMLElement), `${line} ${time}`);
    say(must(root, '[data-why]', HTMLElement), why);
    const begin = must(root, '[data-begin]', HTMLButtonElement);
    begin.disabled = !ready || this.#begun;
    const start = number === 1 ? 'Start the exam' : `Start attempt ${number}`;
    say(begin, opened.attemptState === undefined ? start : 'Go on with the exam');
  }

  async #begin(): Promise<void> {
    const { root, onBegin } = this.#options;
    const devices = this.#devices;
    if (devices === undefined || this.#begun) return;
    this.#begun = true;
    this.#conclude();
    const problem = must(root, '[data-problem]', HTMLElement);
    say(problem, '');
    const camera = devices.source();
    const why = await onBegin(this.#screen === undefined ? { camera } : { camera, screen: this.#screen });
    if (why === undefined) {
      devices.release();
      return;
    }
    say(problem, why);
    this.#begun = false;
    this.#conclude();
  }
}

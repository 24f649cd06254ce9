import { element, must, say, show } from '../../kernel/dom';
import type { Verdict } from './verdicts';

const looks: Record<Verdict['outcome'], { tone: string; icon: string; said: string }> = {
  LOOKING: { tone: 'idle', icon: 'ring', said: 'is being checked:' },
  GOOD: { tone: 'ok', icon: 'check', said: 'passed:' },
  HELP: { tone: 'warn', icon: 'alert', said: 'needs your help:' },
};

/** Writes a check's row. What stays the same is not touched, so that nothing loses the focus. */
export function showVerdict(row: HTMLElement, verdict: Verdict): void {
  const { tone, icon, said } = looks[verdict.outcome];
  show(row, true);
  must(row, '[data-badge]', HTMLElement).className = `kw-badge kw-s-${tone}`;
  must(row, '[data-icon]', HTMLElement).className = `kw-i kw-i-${icon}`;
  say(must(row, '[data-outcome]', HTMLElement), said);
  say(must(row, '[data-detail]', HTMLElement), verdict.detail);
  say(must(row, '[data-value]', HTMLElement), verdict.value);
  const { help } = verdict;
  show(must(row, '[data-help]', HTMLElement), help !== undefined);
  if (help === undefined) return;
  say(must(row, '[data-help-title]', HTMLElement), help.title);
  writeSteps(must(row, '[data-help-steps]', HTMLElement), help.steps);
  show(must(row, '[data-again]', HTMLElement), help.again !== undefined);
  say(must(row, '[data-again-label]', HTMLElement), help.again ?? '');
}

function writeSteps(list: HTMLElement, steps: string[]): void {
  if (list.textContent === steps.join('')) return;
  list.replaceChildren(...steps.map((text) => element('li', { text })));
}

/** Fills a choice of devices; with fewer than two there is nothing to choose. */
export function showChoice(field: HTMLElement, inputs: MediaDeviceInfo[], chosen: string | undefined): void {
  const select = must(field, 'select', HTMLSelectElement);
  const known = [...select.options].map(({ value, text }) => value + text).join();
  const options = inputs.map(({ deviceId, label }, index) => ({ deviceId, label: label || `Device ${index + 1}` }));
  if (known !== options.map(({ deviceId, label }) => deviceId + label).join()) {
    const made = options.map(({ deviceId, label }) =>
      element('option', { text: label, attributes: { value: deviceId } }),
    );
    select.replaceChildren(...made);
  }
  if (chosen !== undefined) select.value = chosen;
  show(field, options.length > 1);
}

/** Lights so many of the meter's bars. */
export function showLevel(meter: HTMLElement, lit: number): void {
  const { children } = meter;
  for (let bar = 0; bar < children.length; bar += 1) children[bar]?.classList.toggle('kw-on', bar < lit);
  meter.setAttribute('aria-valuenow', String(lit));
}

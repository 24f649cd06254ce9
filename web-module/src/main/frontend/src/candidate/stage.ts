import { element, must, say, show } from '../kernel/dom';
import { stepReport, type Opener } from './opener';

export type Step = 'opening' | 'notice' | 'consent' | 'check' | 'exam' | 'uploading';

export interface Stage {
  /**
   * Shows a step in place of the last, by its title; its heading gets the focus, unless the page has only begun. The
   * page says in `data-step` where it stands, by the `name` where one section serves several steps.
   */
  show(step: Step, title: string, name?: string): void;
  section(step: Step): HTMLElement;
  at(): Step;
  /** Says something to those who can't see it, at most every five seconds: the last word counts. */
  announce: (text: string) => void;
  opener: Opener;
}

const numbered: Step[] = ['consent', 'check', 'exam'];
const QUIET_MILLIS = 5_000;

export function createStage(root: HTMLElement, opener: Opener): Stage {
  const sections = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-section]')].map((one) => [one.dataset['section'], one]),
  );
  let now: Step = 'opening';

  const section = (step: Step): HTMLElement => {
    const found = sections.get(step);
    if (found === undefined) throw new Error(`The page has no step ${step}`);
    return found;
  };
  return {
    section,
    opener,
    at: () => now,
    announce: announcer(must(root, '[data-status]', HTMLElement)),
    show: (step, title, name = step) => {
      document.title = `${title} · Knights Watch`;
      root.dataset['step'] = name;
      if (step !== 'uploading') opener.report(stepReport(name, title));
      if (now === step && !section(step).hidden) return;
      const moved = now !== 'opening';
      now = step;
      for (const [name, one] of sections) show(one, name === step);
      root.classList.toggle('kw-fix', step === 'exam');
      showSteps(must(root, '[data-steps]', HTMLElement), step);
      window.scrollTo(0, 0);
      if (moved) section(step).querySelector('h1')?.focus({ preventScroll: true });
    },
  };
}

function showSteps(list: HTMLElement, step: Step): void {
  const place = numbered.indexOf(step);
  show(list, step === 'consent' || step === 'check');
  for (const [index, item] of [...list.children].entries()) {
    item.classList.toggle('kw-done', index < place);
    const sign = [
      element('i', { class: 'kw-i kw-i-check', attributes: { 'aria-hidden': 'true' } }),
      element('span', { class: 'kw-hide', text: 'Done:' }),
    ];
    must(item, 'b', HTMLElement).replaceChildren(...(index < place ? sign : [String(index + 1)]));
    if (index === place) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
}

function announcer(status: HTMLElement): (text: string) => void {
  let waiting: string | undefined;
  let quiet = false;
  const speak = (): void => {
    quiet = waiting !== undefined;
    if (waiting === undefined) return;
    say(status, waiting);
    waiting = undefined;
    setTimeout(speak, QUIET_MILLIS);
  };
  return (text) => {
    waiting = text;
    if (!quiet) speak();
  };
}

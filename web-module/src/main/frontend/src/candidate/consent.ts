import { element, must, onEach, say, show } from '../kernel/dom';
import { ApiProblem, isPassing } from '../kernel/problems';
import { counted } from '../kernel/words';
import type { ConsentText, Opened } from './entrance';
import { askWhom } from './notices';
import { day } from './time';

export interface ConsentOptions {
  root: HTMLElement;
  opened: Opened;
  /** Tells the server; throws when it did not take it. */
  agree: (text: ConsentText) => Promise<void>;
  onDecline: () => void;
  signal: AbortSignal;
}

/** What is recorded and why, in the reader's language; nothing goes on without a yes. */
export function showConsent(options: ConsentOptions): void {
  const { root, opened, onDecline, signal } = options;
  const { version, texts } = opened.consent;
  let text: ConsentText = opened.consent;
  const read = (chosen: ConsentText): void => {
    text = chosen;
    showText(root, version, chosen);
    showLanguages(must(root, '[data-languages]', HTMLElement), texts, chosen.language);
  };
  const change = (tag: string | undefined): void => {
    const chosen = texts.find(({ language }) => language === tag);
    if (chosen !== undefined) read(chosen);
    must(root, 'details', HTMLDetailsElement).open = true;
    must(root, 'summary', HTMLElement).focus();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void sayYes(options, text);
  };

  showFacts(root, opened);
  read(text);
  must(root, '[data-agree]', HTMLFormElement).addEventListener('submit', submit, { signal });
  must(root, '[data-decline]', HTMLElement).addEventListener('click', onDecline, { signal });
  onEach(root, 'click', '[data-language]', ({ dataset }) => change(dataset['language']), signal);
}

async function sayYes({ root, agree }: ConsentOptions, text: ConsentText): Promise<void> {
  const tick = must(root, '[data-tick]', HTMLInputElement);
  const problem = must(root, '[data-problem]', HTMLElement);
  const button = must(root, '[data-submit]', HTMLButtonElement);
  tick.setAttribute('aria-invalid', String(!tick.checked));
  say(problem, tick.checked ? '' : 'Tick this if you agree. If you don’t, choose “I don’t agree”.');
  if (!tick.checked) {
    tick.focus();
    return;
  }
  button.disabled = true;
  await agree(text).catch((refusal: unknown) => say(problem, wordsFor(refusal)));
  button.disabled = false;
}

function wordsFor(problem: unknown): string {
  if (isPassing(problem)) return 'We could not reach the server. Nothing was recorded. Try again.';
  return problem instanceof ApiProblem ? problem.detail : 'This did not work. Try again.';
}

function keptFor(days: number | undefined, endsAt: number): { kept: string; days: string } {
  return days === undefined
    ? { kept: 'Kept without a fixed end', days: 'As long as the organiser needs it' }
    : { kept: `Kept until ${day(endsAt + days * 86_400_000)}`, days: counted(days, 'day') };
}

function showFacts(root: HTMLElement, { candidateName, title, tracks, endsAt, facts }: Opened): void {
  const write = (name: string, text: string): void => say(must(root, `[data-${name}]`, HTMLElement), text);
  const screen = tracks.includes('screen');
  const things = screen ? 'camera, microphone and screen are' : 'camera and microphone are';
  write('name', candidateName);
  write('title', title);
  write('organisation', facts.organisation);
  const { kept, days } = keptFor(facts.retentionDays, Date.parse(endsAt));
  write('kept', kept);
  write('days', days);
  write('yes', `I have read this and agree that my ${things} recorded for this exam.`);
  write('otherwise', `Write to ${askWhom(facts)}: they will offer another way.`);
  show(must(root, '[data-of-screen]', HTMLElement), screen);
  show(must(root, '[data-of-challenges]', HTMLElement), facts.challenges);
}

function showText(root: HTMLElement, version: string, { language, text }: ConsentText): void {
  const place = must(root, '[data-text]', HTMLElement);
  place.lang = language;
  place.dir = 'auto';
  place.replaceChildren(...text.split(/\n{2,}/).map((block) => element('p', { text: block })));
  say(must(root, '[data-version]', HTMLElement), `· version ${version}, ${nameOf(language)}`);
}

function showLanguages(list: HTMLElement, texts: ConsentText[], chosen: string): void {
  const others = texts.filter(({ language }) => language !== chosen);
  show(list, others.length > 0);
  list.replaceChildren(
    ...others.map(({ language }) => {
      const attributes = { type: 'button', lang: language, 'data-language': language };
      return element('li', {}, element('button', { class: 'kw-link', text: nameOf(language), attributes }));
    }),
  );
}

/** A language by its own name. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

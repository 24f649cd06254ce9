import { element, must, onEach, say, show } from '../kernel/dom';
import { counted } from '../kernel/words';
import { questions, type Question } from './sample-questions';

type Answers = Record<number, string>;

/** `/candidate/sample#<whose>`: a little test whose answers stay in this browser, through reloads and lost networks. */
export function start(root: HTMLElement): void {
  const name = `kw-sample-${location.hash.slice(1)}`;
  const answers = read(name);
  let at = firstOpen(answers);

  const draw = (moved: boolean): void => {
    const question = questions[at];
    show(must(root, '[data-test]', HTMLElement), question !== undefined);
    show(must(root, '[data-done]', HTMLElement), question === undefined);
    if (question === undefined) say(must(root, '[data-count]', HTMLElement), countWords(answers));
    else drawQuestion(root, question, at, answers[at]);
    if (moved) must(root, question === undefined ? '[data-done] h1' : '[data-question]', HTMLElement).focus();
  };
  const go = (by: number): void => {
    at = Math.max(0, Math.min(questions.length, at + by));
    draw(true);
  };
  const keep = (input: HTMLElement): void => {
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
    answers[at] = input.value;
    write(name, answers);
  };
  onEach(root, 'input', 'input, textarea', keep);
  onEach(root, 'click', '[data-next]', () => go(1));
  onEach(root, 'click', '[data-back]', () => go(-1));
  must(root, '[data-test]', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
  draw(false);
}

function drawQuestion(
  root: HTMLElement,
  { title, text, options }: Question,
  at: number,
  answer: string | undefined,
): void {
  say(must(root, '[data-number]', HTMLElement), `Question ${at + 1} of ${questions.length}`);
  say(must(root, '[data-question]', HTMLElement), title);
  say(must(root, '[data-text]', HTMLElement), text);
  must(root, '[data-back]', HTMLButtonElement).disabled = at === 0;
  const next = at + 1 === questions.length ? 'To the end' : 'Next question';
  say(must(root, '[data-next]', HTMLElement), next);
  must(root, '[data-answer]', HTMLElement).replaceChildren(
    ...(options === undefined ? [written(answer)] : options.map((option) => choice(option, option === answer))),
  );
}

function choice(option: string, chosen: boolean): HTMLElement {
  const input = element('input', { attributes: { type: 'radio', name: 'answer', value: option } });
  input.checked = chosen;
  return element('label', {}, input, element('span', { text: option }));
}

function written(answer = ''): HTMLElement {
  const area = element('textarea', { attributes: { rows: '6', 'aria-label': 'Your answer' } });
  area.value = answer;
  return area;
}

function firstOpen(answers: Answers): number {
  const open = questions.findIndex((_, index) => (answers[index] ?? '') === '');
  return open === -1 ? questions.length : open;
}

function countWords(answers: Answers): string {
  const answered = questions.filter((_, index) => (answers[index] ?? '') !== '').length;
  return `You answered ${answered} of ${counted(questions.length, 'question')}.`;
}

function read(name: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Answers;
  } catch {
    return {};
  }
}

function write(name: string, answers: Answers): void {
  try {
    localStorage.setItem(name, JSON.stringify(answers));
  } catch {
    // The answers still stand on the page.
  }
}

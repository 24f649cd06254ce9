import { element, must } from '../kernel/dom';
import { capital } from '../kernel/words';
import { choices, reasonWords, severities } from './reasons';

export interface Mark {
  reason: string;
  severity: number;
  comment?: string;
}

/** Asks why somebody is flagged, and how grave it is. Undefined when they are not. */
export function askFlag(dialog: HTMLDialogElement, name: string): Promise<Mark | undefined> {
  must(dialog, 'bdi', HTMLElement).textContent = name;
  const form = must(dialog, 'form', HTMLFormElement);
  form.reset();
  fill(form);
  dialog.returnValue = '';
  dialog.showModal();
  must(form, '[name="reason"]', HTMLInputElement).focus();
  return new Promise((resolve) => {
    const closed = (): void => resolve(dialog.returnValue === 'flag' ? read(form) : undefined);
    dialog.addEventListener('close', closed, { once: true });
  });
}

function read(form: HTMLFormElement): Mark {
  const data = new FormData(form);
  const comment = textOf(data, 'comment').trim();
  const mark = { reason: textOf(data, 'reason'), severity: Number(textOf(data, 'severity')) };
  return comment === '' ? mark : { ...mark, comment };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** Both choices stand from the first time on. */
function fill(form: HTMLFormElement): void {
  const reasons = must(form, '[data-part="reasons"]', HTMLElement);
  if (reasons.childElementCount > 0) return;
  reasons.append(
    ...choices.map((reason, index) => choice('reason', reason, index === 0, capital(reasonWords(reason)))),
  );
  must(form, '[data-part="severities"]', HTMLElement).append(
    ...severities.map(({ gravity, severity, says }) =>
      choice('severity', String(severity), gravity === 'concern', capital(gravity), says),
    ),
  );
}

function choice(name: string, value: string, chosen: boolean, words: string, says?: string): HTMLElement {
  const radio = element('input', { attributes: { type: 'radio', name, value, ...(chosen ? { checked: '' } : {}) } });
  const label = element('label', {}, radio, element('span', { text: words }));
  if (says !== undefined) label.append(element('small', { text: says }));
  return label;
}

import { element, must, onEach, say, show } from '../kernel/dom';
import { timeOfDay } from '../kernel/words';
import { LiveRefusal } from '../live/frames';

export interface Message {
  id: string;
  from: 'PROCTOR' | 'CANDIDATE';
  name?: string;
  text: string;
  at: string;
  readAt?: string;
}

export interface MessagesOptions {
  root: HTMLElement;
  /** Answers the message as it stands, or rejects when nobody took it. */
  send: (text: string) => Promise<Message>;
  /** Tells the proctor that a message was read; answers whether anybody heard. */
  read: (id: string) => boolean;
}

const NOT_SENT = 'Not sent: the connection is lost. Your text is kept; press Send again when it is back.';

/** What candidate and proctor write to each other. */
export class Messages {
  readonly #options: MessagesOptions;
  readonly #list: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #closing = new AbortController();
  readonly #all = new Map<string, Message>();

  constructor(options: MessagesOptions) {
    this.#options = options;
    const { root } = options;
    const { signal } = this.#closing;
    this.#list = must(root, '[data-list]', HTMLElement);
    this.#clear();
    this.#input = must(root, '#say', HTMLInputElement);
    const form = must(root, '[data-write]', HTMLFormElement);
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    onEach(this.#list, 'click', '[data-got]', (button) => this.#got(button.dataset['got'] ?? ''), signal);
  }

  take(message: Message): void {
    const known = this.#all.get(message.id);
    if (known !== undefined && known.readAt === message.readAt) return;
    this.#all.set(message.id, message);
    this.#draw(message);
  }

  /** How many of the proctor's messages the candidate has not seen. */
  unread(): number {
    return [...this.#all.values()].filter(isNew).length;
  }

  /** All that stands in sight was seen. */
  seen(): void {
    for (const { id } of [...this.#all.values()].filter(isNew)) this.#markRead(id);
  }

  close(): void {
    this.#closing.abort();
  }

  /** An earlier attempt in the same page may have left some. */
  #clear(): void {
    for (const message of this.#list.querySelectorAll('[data-message]')) message.remove();
    show(must(this.#list, '[data-none]', HTMLElement), true);
  }

  #got(id: string): void {
    this.#markRead(id);
    must(this.#options.root, '[data-open-messages]', HTMLElement).focus(); // The button just pressed is gone.
  }

  #markRead(id: string): void {
    const message = this.#all.get(id);
    if (message === undefined || !this.#options.read(id)) return;
    this.take({ ...message, readAt: message.at });
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.#input.value.trim();
    if (text !== '') void this.#send(text);
  }

  async #send(text: string): Promise<void> {
    const problem = must(this.#options.root, '[data-say-problem]', HTMLElement);
    say(problem, '');
    try {
      this.take(await this.#options.send(text));
      if (this.#input.value.trim() === text) this.#input.value = '';
    } catch (refusal) {
      say(problem, refusal instanceof LiveRefusal ? refusal.detail : NOT_SENT);
    }
  }

  #draw(message: Message): void {
    const known = this.#list.querySelector<HTMLElement>(`[data-message="${CSS.escape(message.id)}"]`);
    if (known === null) {
      this.#list.append(drawMessage(message));
      this.#list.scrollTop = this.#list.scrollHeight;
    } else remark(known, message);
    show(must(this.#list, '[data-none]', HTMLElement), false);
  }
}

function isNew({ from, readAt }: Message): boolean {
  return from === 'PROCTOR' && readAt === undefined;
}

function drawMessage(message: Message): HTMLElement {
  const { id, from, name, text } = message;
  const who = element('bdi', { text: from === 'CANDIDATE' ? 'You' : (name ?? 'Proctor') });
  const drawn = element(
    'div',
    { attributes: { 'data-message': id } },
    element('header', {}, element('b', {}, who), element('time')),
    element('p', { text, attributes: { dir: 'auto' } }),
    element('button', {
      class: 'kw-btn kw-btn-s kw-phone-only',
      text: 'Got it',
      attributes: { type: 'button', 'data-got': id },
    }),
  );
  remark(drawn, message);
  return drawn;
}

/** Only what can change: a message that is drawn anew would be read aloud again. */
function remark(drawn: HTMLElement, message: Message): void {
  const { from, at, readAt } = message;
  const fresh = isNew(message);
  const mine = from === 'CANDIDATE';
  const marks = [
    timeOfDay(Date.parse(at)),
    ...(fresh ? ['new'] : []),
    ...(mine && readAt !== undefined ? ['read'] : []),
  ];
  drawn.className = `kw-msg${mine ? ' kw-mine' : ''}${fresh ? ' kw-new' : ''}`;
  say(must(drawn, 'time', HTMLElement), marks.join(' · '));
  if (!fresh) drawn.querySelector('button')?.remove();
}

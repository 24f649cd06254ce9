import { must, say, show } from '../kernel/dom';
import { ApiProblem } from '../kernel/problems';
import { countdown, counted, figure } from '../kernel/words';
import type { Facts, Opened } from './entrance';
import type { Tone } from './status';
import { dayAndTime } from './time';

/** One thing to say, and at most one to do. */
export interface Notice {
  /** What the page's `data-step` says meanwhile. */
  name: string;
  tone: Tone;
  icon: string;
  title: string;
  text: string;
  act?: { label: string; main?: boolean; run: () => void };
  /** Whom to ask, where that is known. */
  contact?: string;
}

export function showNotice(root: HTMLElement, notice: Notice): void {
  const { tone, icon, title, text, act, contact = '' } = notice;
  must(root, '[data-notice]', HTMLElement).className = `kw-card kw-empty kw-s-${tone}`;
  must(root, '[data-notice-icon]', HTMLElement).className = `kw-i kw-i-${icon}`;
  say(must(root, '[data-notice-title]', HTMLElement), title);
  say(must(root, '[data-notice-text]', HTMLElement), text);
  const button = must(root, '[data-notice-act]', HTMLButtonElement);
  show(button, act !== undefined);
  button.classList.toggle('kw-btn-main', act?.main === true);
  say(button, act?.label ?? '');
  button.onclick = () => act?.run();
  showMail(must(root, '[data-notice-mail]', HTMLAnchorElement), contact);
}

/** A way to write to whoever runs the exam; hidden where there is no address. */
export function showMail(link: HTMLAnchorElement, contact: string): void {
  show(link, contact !== '');
  if (contact !== '') link.href = `mailto:${contact}`;
}

/** `exams@halvorn.example`, or whoever sent the invitation. */
export function askWhom({ contact }: Pick<Facts, 'contact'>): string {
  return contact === '' ? 'whoever sent you the invitation' : contact;
}

export const unknownLink: Notice = {
  name: 'unknown-link',
  tone: 'warn',
  icon: 'link',
  title: 'This link fits no exam',
  text: 'It may be cut off. Copy the whole link from your invitation, or ask whoever sent it for a new one.',
};

/** The server answers that nothing of the candidate is kept any more: no other try helps. */
const gone = ['CANDIDATE_ERASED', 'RECORDING_PURGED'];

/** What is said when the server does not go on with somebody. */
export function refused(problem: unknown, again: () => void): Notice {
  if (!(problem instanceof ApiProblem)) return failed(String(problem), again);
  if (problem.code === 'INVITATION_UNKNOWN') return unknownLink;
  return gone.includes(problem.code) ? erased(problem.detail) : failed(problem.detail, again);
}

function erased(text: string): Notice {
  return { name: 'erased', tone: 'idle', icon: 'gone', title: 'Nothing of this exam is kept any more', text };
}

export function noAnswer(again: () => void): Notice {
  return {
    name: 'no-answer',
    tone: 'warn',
    icon: 'wifi',
    title: 'We can’t reach the exam yet',
    text: 'Check your network. This page tries again by itself, and nothing is lost.',
    act: { label: 'Try now', run: again },
  };
}

export function failed(detail: string, again: () => void): Notice {
  return {
    name: 'failed',
    tone: 'bad',
    icon: 'alert',
    title: 'This did not work',
    text: detail,
    act: { label: 'Try again', run: again },
  };
}

export function early(opened: Opened, now: number, check: () => void): Notice {
  const starts = Date.parse(opened.startsAt);
  const far = starts - now > 3_600_000 ? ` It opens on ${dayAndTime(starts)}.` : '';
  return {
    name: 'wait',
    tone: 'waiting',
    icon: 'clock',
    title: `Your exam opens in ${countdown(starts - now)}`,
    text: `You are early, and that is fine. This page opens by itself; you can check your device now.${far}`,
    act: { label: 'Check my device', main: true, run: check },
  };
}

export function over({ endsAt, facts }: Opened): Notice {
  return {
    name: 'over',
    tone: 'idle',
    icon: 'clock',
    title: 'This exam is over',
    text: `It was open until ${dayAndTime(Date.parse(endsAt))}. If you missed it, write to ${askWhom(facts)}.`,
    contact: facts.contact,
  };
}

export function declined({ facts }: Opened, back: () => void): Notice {
  return {
    name: 'declined',
    tone: 'idle',
    icon: 'shield',
    title: 'Nothing is recorded',
    text: `You did not agree, so your camera stays off and you can’t take this exam online. Write to ${askWhom(facts)}: they will offer another way.`,
    act: { label: 'Read it again', run: back },
    contact: facts.contact,
  };
}

export const waiting: Notice = {
  name: 'admission',
  tone: 'waiting',
  icon: 'id',
  title: 'Your proctor has to let you in',
  text: 'Your exam is open in another browser. Stay here: this page goes on by itself as soon as you are let in.',
};

export function notLetIn(again: () => void): Notice {
  return {
    name: 'not-let-in',
    tone: 'warn',
    icon: 'lock',
    title: 'Your proctor did not let you in here',
    text: 'Your exam goes on in the browser where it is open. You can write to your proctor there. After a minute you may ask again.',
    act: { label: 'Ask again', run: again },
  };
}

export function superseded(here: () => void): Notice {
  return {
    name: 'superseded',
    tone: 'info',
    icon: 'swap',
    title: 'Your exam is open in a newer page',
    text: 'Only one page can record. Go on there; this one has stopped and lost nothing.',
    act: { label: 'Use this page instead', run: here },
  };
}

export function revoked(facts: Facts | undefined, again: () => void): Notice {
  const whom = facts === undefined ? 'whoever sent you the invitation' : askWhom(facts);
  return {
    name: 'revoked',
    tone: 'warn',
    icon: 'lock',
    title: 'You can’t take part from this page any more',
    text: `Your right to take part was withdrawn. What was recorded is kept and still sent. To come back, write to ${whom}, then open your invitation again.`,
    act: { label: 'Open it again', run: again },
    contact: facts?.contact ?? '',
  };
}

export function allSaved({ examCode, candidateId }: Opened, held: number): Notice {
  const parts = held === 0 ? '' : `${figure(held)} of ${counted(held, 'part')} arrived. `;
  return {
    name: 'goodbye',
    tone: 'ok',
    icon: 'check',
    title: 'All done, everything is saved',
    text: `${parts}Nothing of it is left on this device. You can close this page. Your reference: ${examCode} · ${candidateId}.`,
  };
}

/** Who sat here asked for it, having been told what it costs. */
export function deleted({ examCode, candidateId, facts }: Opened, lost: number): Notice {
  const parts = lost === 0 ? '' : `${counted(lost, 'part')} had not been uploaded and will stay missing. `;
  return {
    name: 'deleted',
    tone: lost === 0 ? 'ok' : 'warn',
    icon: lost === 0 ? 'check' : 'alert',
    title: 'Nothing is left on this device',
    text: `${parts}You can close this page. Your reference: ${examCode} · ${candidateId}.`,
    contact: facts.contact,
  };
}

/** This browser has nothing left to send, and the server misses something. */
export function elsewhere({ examCode, candidateId, facts }: Opened): Notice {
  return {
    name: 'elsewhere',
    tone: 'warn',
    icon: 'recover',
    title: 'Part of your recording is on another device',
    text: `Open your invitation once more in the browser where you took the exam; it sends the rest by itself. Your reference: ${examCode} · ${candidateId}.`,
    contact: facts.contact,
  };
}

export function tooLate({ examCode, candidateId, facts }: Opened): Notice {
  return {
    name: 'too-late',
    tone: 'idle',
    icon: 'clock',
    title: 'Your exam has ended',
    text: `The time in which missing parts could be sent is over, too. Nothing of it is kept on this device. There is nothing left to do. Your reference: ${examCode} · ${candidateId}.`,
    contact: facts.contact,
  };
}

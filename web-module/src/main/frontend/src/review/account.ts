import { must, say } from '../kernel/dom';
import { counted } from '../kernel/words';
import type { Timeline } from './facts';
import { MarkList } from './mark-list';
import { marksOf, type Mark } from './marks';
import { challengePanel } from './challenges';
import { recordingPanel, verdictChip, worstChip } from './recording-panel';

/** What is said beside the pictures: chips, the lists of moments, notes and messages, and the recording in words. */
export class Account {
  readonly #root: HTMLElement;
  readonly #lists: Record<'moments' | 'notes' | 'messages', MarkList>;
  #marks: Mark[] = [];
  #shown = '';

  constructor(root: HTMLElement) {
    const list = (name: string, empty: string): MarkList =>
      new MarkList(must(root, `[data-${name}]`, HTMLElement), empty);
    this.#root = root;
    this.#lists = {
      moments: list('moments', 'Nothing happened so far: no flags, gaps, messages or notes.'),
      notes: list('notes', 'No notes yet. Write above what you see; it keeps the moment.'),
      messages: list('messages', 'No messages were written in this attempt.'),
    };
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  show(timeline: Timeline, from: number): void {
    this.#marks = marksOf(timeline);
    const of = (kind: string): Mark[] => this.#marks.filter((mark) => mark.kind === kind);
    this.#lists.moments.show(this.#marks, from);
    this.#lists.notes.show(of('note'), from);
    this.#lists.messages.show(of('message'), from);
    this.#count('moments', this.#marks.length);
    this.#count('notes', of('note').length);
    this.#count('messages', of('message').length);
    this.#count('gaps', of('gap').length);
    this.#recording(timeline, from);
  }

  follow(at: number): void {
    for (const list of Object.values(this.#lists)) list.follow(at);
  }

  /** Made anew only when something changed, so that the focus stays where it is. */
  #recording({ attemptId, tracks, challenges, review }: Timeline, from: number): void {
    const wanted = JSON.stringify([tracks, challenges, review, from]);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    must(this.#root, '[data-chips]', HTMLElement).replaceChildren(...worstChip(tracks), verdictChip(review.verdict));
    must(this.#root, '[data-recording]', HTMLElement).replaceChildren(
      ...recordingPanel(tracks, from, attemptId),
      ...challengePanel(challenges),
    );
    const gaps = tracks.reduce((sum, report) => sum + report.gaps.length, 0);
    const covered = tracks.some((report) => report.gaps.some((gap) => gap.coveredSeconds > 0));
    const below = covered ? '; a blue line below is a copy by somebody else' : '';
    const hatched = `${counted(gaps, 'gap')}, hatched: amber is explained, red is not${below}`;
    say(must(this.#root, '[data-legend]', HTMLElement), gaps === 0 ? 'No gaps' : hatched);
  }

  #count(name: string, count: number): void {
    say(must(this.#root, `[data-count="${name}"]`, HTMLElement), String(count));
  }
}

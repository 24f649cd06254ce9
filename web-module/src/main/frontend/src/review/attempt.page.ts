import { staffApi, type Api } from '../kernel/api';
import { given, must, onEach, say } from '../kernel/dom';
import { Account } from './account';
import { startBanner } from './banner';
import { startControls } from './controls';
import type { Timeline } from './facts';
import { stillMarks } from './marks';
import { offset, zoneWords } from './moments';
import { KeepingPanel } from './keeping';
import { NoteForm } from './note-form';
import { Stage } from './stage';
import { startTabs } from './tabs';
import { TimelineView } from './timeline-view';
import { VerdictForm } from './verdict-form';
import { Watch } from './watch';

/** The review of one attempt: pictures, timeline, what happened, notes and the verdict. */
export function start(root: HTMLElement): void {
  const page = new AttemptPage(root, staffApi());
  addEventListener('pagehide', (event) => {
    if (!event.persisted) page.close();
  });
}

class AttemptPage {
  readonly #root: HTMLElement;
  readonly #common: { root: HTMLElement; api: Api; attemptId: string };
  readonly #account: Account;
  readonly #stage: Stage;
  readonly #timelineView: TimelineView;
  readonly #notes: NoteForm;
  readonly #verdict: VerdictForm;
  readonly #keeping: KeepingPanel;
  readonly #watch: Watch;
  #timeline: Timeline | undefined;

  constructor(root: HTMLElement, api: Api) {
    const attemptId = given(root, 'attempt');
    const banner = startBanner(root);
    this.#root = root;
    this.#common = { root, api, attemptId };
    this.#account = new Account(root);
    this.#stage = new Stage({
      root,
      base: `/api/v1/attempts/${attemptId}/recording`,
      stills: `/api/v1/attempts/${attemptId}/stills`,
      onMove: (at) => this.#follow(at),
      onTrouble: (trouble) => banner('media', trouble),
    });
    this.#timelineView = new TimelineView({
      root: must(root, '[data-timeline]', HTMLElement),
      onSeek: (at) => this.#stage.player.seek(at),
    });
    this.#notes = this.#startNotes();
    this.#verdict = this.#startVerdict();
    this.#keeping = new KeepingPanel(this.#common);
    this.#startControls();
    this.#watch = new Watch({
      ...this.#common,
      onFacts: (timeline, stretches) => {
        this.#stage.show(timeline, stretches);
        this.#show(timeline);
      },
      onTrouble: (trouble) => banner('facts', trouble),
    });
  }

  close(): void {
    this.#watch.close();
    this.#stage.close();
    this.#timelineView.close();
  }

  #startNotes(): NoteForm {
    return new NoteForm({
      ...this.#common,
      at: () => Math.round(this.#stage.player.at),
      words: (at) => offset(at, this.#stage.span.from),
      onNote: (note) => {
        if (this.#timeline !== undefined) this.#show({ ...this.#timeline, notes: [...this.#timeline.notes, note] });
        this.#watch.refresh();
      },
    });
  }

  #startVerdict(): VerdictForm {
    const next = this.#root.dataset['next'] ?? '';
    return new VerdictForm({
      ...this.#common,
      onChanged: () => this.#watch.refresh(),
      onDecided: (review, goOn) => {
        if (this.#timeline !== undefined) this.#show({ ...this.#timeline, review });
        if (goOn) location.assign(next === '' ? '/review/list' : `/review/attempt?id=${next}`);
      },
    });
  }

  #startControls(): void {
    const root = this.#root;
    const openTab = startTabs(root);
    startControls({
      root,
      stage: this.#stage,
      flags: () => this.#account.marks.filter((mark) => mark.kind === 'flag').map((mark) => mark.at),
      note: () => {
        openTab('notes');
        this.#notes.begin();
      },
    });
    onEach(root, 'click', '[data-at]', (button) => this.#stage.player.seek(Number(button.dataset['at'])));
    say(must(root, '[data-zone]', HTMLElement), zoneWords());
  }

  #show(timeline: Timeline): void {
    void this.#keeping.refresh();
    this.#timeline = timeline;
    this.#account.show(timeline, this.#stage.span.from);
    this.#verdict.show(timeline.review);
    const tracks = this.#stage.lines();
    const marks = [...this.#account.marks, ...stillMarks(timeline)];
    this.#timelineView.show({ span: this.#stage.span, tracks, marks });
    this.#follow(this.#stage.player.at);
  }

  #follow(at: number): void {
    this.#timelineView.move(at);
    this.#account.follow(at);
    this.#notes.follow();
  }
}

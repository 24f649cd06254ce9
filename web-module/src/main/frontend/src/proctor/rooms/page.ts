import { staffApi, type Api } from '../../kernel/api';
import { createClock } from '../../kernel/clock';
import { must, say, show } from '../../kernel/dom';
import { ApiProblem } from '../../kernel/problems';
import { pageTiming } from '../../kernel/timing';
import { countdown, timeOfDay } from '../../kernel/words';
import { Toasts } from '../toasts';
import { showAlarms } from './alarms';
import type { CandidateLine, RoomLine, RoomsAnswer } from './answer';
import { showHandovers, showLoad } from './aside';
import { Board } from './board';
import { proctorsFor, roomsFor } from './choices';
import { askMove } from './moving';
import { createSearch } from './search';
import { figuresOf } from './words';

const ASK_MILLIS = 4_000;
const TICK_MILLIS = 1_000;

/** The rooms of one exam: asks anew every few seconds, and has moved what somebody moves by hand. */
export class RoomsPage {
  readonly #root: HTMLElement;
  readonly #exam: string;
  readonly #clock = createClock();
  readonly #api: Api = staffApi({ clock: this.#clock });
  readonly #toasts: Toasts;
  readonly #board: Board;
  #answer: RoomsAnswer | undefined;
  #heardAt: number | undefined;
  #searchAgain: () => void = () => undefined;

  constructor(root: HTMLElement, exam: string, mayMove: boolean) {
    this.#root = root;
    this.#exam = exam;
    this.#toasts = new Toasts(this.#part('#toasts'));
    const board = this.#part('#rooms');
    this.#board = new Board(mayMove ? { root: board, onMove: (room) => this.#askRoom(room) } : { root: board });
    if (mayMove) {
      this.#searchAgain = createSearch(this.#part('#search'), this.#api, exam, (one) => this.#askCandidate(one));
    }
    void this.#look();
    this.#tick();
  }

  async #look(): Promise<void> {
    try {
      await this.#ask();
    } catch (problem) {
      if (problem instanceof ApiProblem && (problem.status === 401 || problem.code === 'NOT_ON_DUTY')) {
        location.reload();
        return;
      }
      const from = this.#heardAt === undefined ? '' : ` What you see is from ${timeOfDay(this.#heardAt, true)}.`;
      this.#say(`The server did not answer.${from}`);
    }
    pageTiming.after(ASK_MILLIS, () => void this.#look());
  }

  async #ask(): Promise<void> {
    const answer = (await this.#api.get(`/exams/${encodeURIComponent(this.#exam)}/watching`)) as RoomsAnswer;
    const before = JSON.stringify(this.#answer?.handovers);
    this.#answer = answer;
    this.#heardAt = this.#clock.now();
    this.#say('');
    this.#draw();
    showLoad(this.#part('#load'), answer.proctors, this.#heardAt);
    if (JSON.stringify(answer.handovers) !== before) showHandovers(this.#part('#handed'), answer.handovers);
  }

  #tick(): void {
    this.#draw();
    pageTiming.after(TICK_MILLIS, () => this.#tick());
  }

  #draw(): void {
    const answer = this.#answer;
    if (answer === undefined) return;
    const now = this.#clock.now();
    const left = Date.parse(answer.exam.endsAt) - now;
    say(this.#part('#ends'), left > 0 ? `ends in ${countdown(left)}` : 'has ended');
    showAlarms(this.#root, answer, now);
    for (const [name, [count, small]] of Object.entries(figuresOf(answer)) as [string, [string, string]][]) {
      say(this.#part(`[data-figure="${name}"] b`), count);
      say(this.#part(`[data-figure="${name}"] small`), small);
    }
    show(this.#part('#no-rooms'), answer.rooms.length === 0);
    this.#board.show(answer.rooms, now);
  }

  #askRoom(room: RoomLine): void {
    const { number, proctors } = room;
    askMove(this.#part('#move', HTMLDialogElement), {
      title: `Give room ${number} to another proctor`,
      text: 'The candidates keep their seats. Whoever watched it until now sees them no more, and the next one reads your reason.',
      from: proctors.map(({ proctor, name }) => ({ value: proctor, words: name })),
      toLabel: 'To',
      to: proctorsFor(room, this.#answer?.proctors ?? []),
      nowhere: 'Nobody else on duty is there. Put somebody on duty first.',
      yes: 'Give the room',
      act: async (given) => {
        await this.#api.post(`/rooms/${room.id}/proctor`, given);
        this.#done(`Room ${number} changed hands`, 'Whoever has it now is told.');
      },
    });
  }

  #askCandidate(candidate: CandidateLine): void {
    const { attemptId, name, room, seat } = candidate;
    askMove(this.#part('#move', HTMLDialogElement), {
      title: 'Seat elsewhere:',
      name,
      text: `Now in room ${room}, seat ${seat}. The exam goes on; only who watches changes.`,
      from: [],
      toLabel: 'Room',
      to: roomsFor(candidate, this.#answer?.rooms ?? []),
      nowhere: 'No other room has a free seat for this candidate.',
      yes: 'Move candidate',
      act: async ({ to, reason }) => {
        await this.#api.post(`/attempts/${attemptId}/seat`, { room: to, reason });
        this.#done('has another room', `Before: room ${room}, seat ${seat}.`, name);
        this.#searchAgain();
      },
    });
  }

  #done(title: string, text: string, name?: string): void {
    this.#toasts.tell({
      key: 'moved',
      icon: 'swap',
      tone: 'info',
      title,
      text,
      ...(name === undefined ? {} : { name }),
    });
    void this.#ask().catch(() => undefined); // The next look comes soon.
  }

  #say(trouble: string): void {
    say(this.#part('#trouble span'), trouble);
    show(this.#part('#trouble'), trouble !== '');
  }

  #part(selector: string): HTMLElement;
  #part<E extends HTMLElement>(selector: string, kind: new () => E): E;
  #part(selector: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
    return must(this.#root, selector, kind);
  }
}

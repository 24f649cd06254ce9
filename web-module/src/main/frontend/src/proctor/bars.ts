import { must, say, show } from '../kernel/dom';
import { age, counted, countdown, timeOfDay } from '../kernel/words';
import { storeWords } from './silence';
import { examWords } from './tally';
import type { WallAnswer } from './tile';

/** What the bars around the tiles say. */
export interface Around {
  /** Server time now, and the moment that the tiles are of. */
  now: number;
  trueAt: number;
  live: boolean;
  answer: WallAnswer | undefined;
  factAt: number | undefined;
  shown: number;
  tiles: number;
  page: number;
  pages: number;
  pressing: number;
  listening: number;
}

/** Writes the bars around the tiles. */
export function createBars(root: HTMLElement): (around: Around) => void {
  const at = (selector: string): HTMLElement => must(root, selector, HTMLElement);
  const clock = document.querySelector<HTMLElement>('#clock');
  const title = document.title;
  return (around) => {
    showLive(at('#not-live'), at('#live'), around);
    showStore(at('#store-away'), around.answer?.storeAwaySince);
    const { answer, pages, page, listening, pressing } = around;
    say(at('#counts'), answer === undefined ? '' : examWords(answer.counts));
    show(at('#pager'), pages > 1);
    say(at('#pager span'), `${page + 1} of ${pages}`);
    show(at('#hush'), listening > 0);
    say(at('#hush span'), `Listening to ${listening} · Stop`);
    if (clock !== null && answer !== undefined) say(clock, clockWords(answer.exam, around.now));
    document.title = pressing === 0 ? title : `(${pressing}) ${title}`;
  };
}

function showLive(
  banner: HTMLElement,
  line: HTMLElement,
  { now, trueAt, live, answer, factAt, shown, tiles }: Around,
): void {
  show(banner, !live && answer !== undefined);
  if (live) {
    const fact =
      factAt === undefined ? 'no fact yet' : `last fact ${Math.max(0, Math.floor((now - factAt) / 1000))} s ago`;
    say(line, `Live · ${shown} of ${counted(tiles, 'tile')} · ${fact}`);
    return;
  }
  say(line, answer === undefined ? 'Connecting' : `Not live · from ${timeOfDay(trueAt, true)}`);
  say(must(banner, 'strong', HTMLElement), `Not live · from ${timeOfDay(trueAt, true)}.`);
  say(
    must(banner, 'span > span', HTMLElement),
    `States and counts are ${age(now - trueAt)} old; pictures that move are live. It comes back by itself.`,
  );
}

/** One notice in place of an alarm for everybody. */
function showStore(banner: HTMLElement, awaySince: string | undefined): void {
  show(banner, awaySince !== undefined);
  if (awaySince !== undefined) say(must(banner, 'span', HTMLElement), storeWords(Date.parse(awaySince)));
}

function clockWords({ startsAt, endsAt }: WallAnswer['exam'], now: number): string {
  const time = timeOfDay(now, true);
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (now < start) return `${time} · begins in ${age(start - now)}`;
  return now < end ? `${time} · ends in ${countdown(end - now)}` : `${time} · ended ${countdown(now - end)} ago`;
}

/** What stands there while there are no tiles, and what will come. */
export function emptyOf(answer: WallAnswer | undefined, filtered: string | undefined): { title: string; text: string } {
  if (answer === undefined) return { title: 'Asking who is there', text: 'The server answers in a moment.' };
  if (filtered !== undefined) return { title: filtered, text: 'Press the same count again, and everybody is back.' };
  if (answer.rooms.length === 0) {
    return { title: 'No room is yours yet', text: 'Rooms open when candidates join; yours appear here by themselves.' };
  }
  const rooms = answer.rooms.map(({ number }) => number);
  const names =
    rooms.length === 1 ? `room ${rooms.join()}` : `rooms ${rooms.slice(0, -1).join(', ')} and ${rooms.at(-1) ?? ''}`;
  const from = timeOfDay(Date.parse(answer.exam.startsAt));
  return {
    title: 'No candidates in your rooms yet',
    text: `You are on duty for ${names}. Tiles appear here as people join, from ${from}.`,
  };
}

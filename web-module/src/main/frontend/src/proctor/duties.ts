import { staffApi } from '../kernel/api';
import { timeOfDay } from '../kernel/words';
import { pageTiming } from '../kernel/timing';

const ASK_MILLIS = 15_000;

/** The page of a proctor without a wall: says when the exams are, and opens again when duties change. */
export function startDuties(root: HTMLElement): void {
  for (const time of root.querySelectorAll('time')) time.textContent = dayAndTime(Date.parse(time.dateTime));
  const known = Number(root.dataset['duties']);
  const api = staffApi();
  const askLater = (): void => {
    pageTiming.after(ASK_MILLIS, () => void ask());
  };
  const ask = async (): Promise<void> => {
    const duties = (await api.get('/duties').catch(() => undefined)) as unknown[] | undefined;
    if (duties === undefined || duties.length === known) askLater();
    else location.reload();
  };
  askLater();
}

function dayAndTime(millis: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(millis);
  return `${day}, ${timeOfDay(millis)}`;
}

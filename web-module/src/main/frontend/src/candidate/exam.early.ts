import { wishesOf } from '../media/devices';
import { beginEarly } from '../media/early';
import { restoreNotes } from '../media/notes';
import { runningAttempt } from '../media/running';
import { keyOf } from './entrance';
import { createMemory } from './memory';

const key = keyOf(decodeURIComponent(location.hash.slice(1)));

// An exam runs in this browser: its camera records while the page's large script is still being read. On a slow machine
// that is most of what a reload costs.
function begin(): boolean {
  const running = key === '' ? undefined : runningAttempt(key);
  if (running !== undefined) beginEarly(running.policy, wishesOf(running.policy, createMemory(key).devices()));
  return running !== undefined;
}

if (!begin() && key !== '') window.knightsWatchNotes = restoreNotes(key).then(() => void begin());

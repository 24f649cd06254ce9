import { wishesOf } from '../media/devices';
import { askEarly } from '../media/early';
import { runningAttempt } from '../media/running';
import { keyOf } from './entrance';
import { createMemory } from './memory';

// An exam runs in this browser: while its camera starts, the page's large script is read. On a slow machine that is a
// good part of what a reload costs.
const key = keyOf(decodeURIComponent(location.hash.slice(1)));
const running = key === '' ? undefined : runningAttempt(key);
if (running !== undefined) askEarly(wishesOf(running.policy, createMemory(key).devices()));

import { counted } from '../../kernel/words';
import type { Kind } from '../../media/source';

export type CheckName = 'camera' | 'microphone' | 'screen' | 'line' | 'space' | 'browser';

/** What a check found. LOOKING has no result yet; HELP is something that the candidate can mend. */
export interface Verdict {
  outcome: 'LOOKING' | 'GOOD' | 'HELP';
  /** One or two words at the end of the row. */
  value: string;
  detail: string;
  help?: Help;
  /** The exam can't be started with this. */
  blocks?: boolean;
}

export interface Help {
  title: string;
  steps: string[];
  /** What the button says; without one there is nothing to press. */
  again?: string;
}

export const looking = (detail: string): Verdict => ({ outcome: 'LOOKING', value: '', detail });
export const good = (value: string, detail: string): Verdict => ({ outcome: 'GOOD', value, detail });

const TRY = 'Try again';
const nouns: Record<Kind, string> = { video: 'camera', audio: 'microphone' };

/** Why a device was not given, from the DOMException's name. */
export function refusalVerdict(kind: Kind, name: string): Verdict {
  const noun = nouns[kind];
  const [value, detail, title, ...steps] = refusals[name] ?? noneFound;
  const fill = (text: string): string => text.replace('{}', noun);
  const help = { title: fill(title), steps: steps.map(fill), again: TRY };
  return { outcome: 'HELP', value, detail, help, blocks: true };
}

type Words = [value: string, detail: string, title: string, ...steps: string[]];

const notAllowed: Words = [
  'Not allowed',
  'Nothing is recorded before that.',
  'The {} is not allowed yet.',
  'Press the camera sign in the address bar.',
  'Choose Allow for the {}. If there is no sign, look in your device’s privacy settings.',
  'Then press Try again.',
];
const inUse: Words = [
  'In use',
  'Your device does not hand it over.',
  'Another program is using your {}.',
  'Close programs that make calls, also those in the background.',
  'Unplug it and plug it in again, if it has a plug.',
  'Then press Try again.',
];
const noneFound: Words = [
  'None found',
  'Your browser finds none.',
  'No {} is connected.',
  'Plug in a {}, or switch it on. Some laptops have a slider or a key for it.',
  'It is found by itself; if not, press Try again.',
];
const refusals: Record<string, Words> = {
  NotAllowedError: notAllowed,
  SecurityError: notAllowed,
  NotReadableError: inUse,
  AbortError: inUse,
};

export interface Picture {
  label: string;
  width: number | undefined;
  height: number | undefined;
  muted: boolean;
}

export function cameraVerdict({ label, width, height, muted }: Picture): Verdict {
  if (muted) {
    return {
      outcome: 'HELP',
      value: 'No picture',
      detail: 'It is there and shows nothing.',
      help: {
        title: 'Your camera gives no picture.',
        steps: ['Open its cover or slide its shutter aside.', 'Press the camera key, if your keyboard has one.'],
        again: TRY,
      },
      blocks: true,
    };
  }
  const size = width === undefined || height === undefined ? '' : `, ${width} × ${height}`;
  return good('Good', `${label === '' ? 'Camera' : label}${size}`);
}

/** Below this a sample is the noise of the converter; a microphone that works is never this quiet for long. */
const DEAD = 1e-4;
/** A voice at arm's length is well above. */
const HEARD = 0.02;
/** How long somebody may take to say a few words. */
const PATIENCE_MILLIS = 8_000;

export interface Sound {
  label: string;
  muted: boolean;
  /** The loudest sample so far, 0 to 1; undefined where levels can't be measured. */
  peak: number | undefined;
  listenedMillis: number;
}

export function microphoneVerdict({ label, muted, peak, listenedMillis }: Sound): Verdict {
  const name = label === '' ? 'Microphone' : label;
  if (!muted && peak === undefined) return good('On', name);
  if (!muted && peak !== undefined && peak >= HEARD) return good('We hear you', name);
  if (listenedMillis < PATIENCE_MILLIS) return looking('Say a few words, or tap on the microphone.');
  if (!muted && peak !== undefined && peak >= DEAD) {
    return { ...soundHelp('Very quiet', 'We hear next to nothing.'), blocks: false };
  }
  return { ...soundHelp('No sound', 'We get no sound from it.'), blocks: true };
}

function soundHelp(value: string, detail: string): Verdict {
  return {
    outcome: 'HELP',
    value,
    detail,
    help: {
      title: value === 'No sound' ? 'Your microphone is silent.' : 'Your microphone is hard to hear.',
      steps: [
        'Switch it on: headsets and keyboards often have a key for it.',
        'Close programs that make calls; choose another microphone above, if you have one.',
        'Say a few words, then press Try again.',
      ],
      again: TRY,
    },
  };
}

export interface Features {
  secure: boolean;
  devices: boolean;
  /** What we record in; undefined when the browser can't. */
  form: string | undefined;
  storage: boolean;
  canShareScreen: boolean;
}

export function browserVerdict(has: Features, screenWanted: boolean): Verdict {
  const unfit = (title: string, ...steps: string[]): Verdict => ({
    outcome: 'HELP',
    value: 'Does not fit',
    detail: 'The exam can’t be taken like this.',
    help: { title, steps },
    blocks: true,
  });
  if (!has.secure) {
    return unfit(
      'This address is not secure.',
      'Open the link from your invitation: it begins with https://.',
      'Browsers give no camera to other addresses.',
    );
  }
  if (!has.devices || has.form === undefined || !has.storage) {
    return unfit(
      'This browser can’t record.',
      'Open your invitation in a current Chrome, Edge, Firefox or Safari.',
      'A private window does not do: it forgets your recording when it closes.',
    );
  }
  if (screenWanted && !has.canShareScreen) {
    return unfit('This device can’t share its screen.', 'This exam records your screen. Take it on a computer.');
  }
  return good('Fits', screenWanted ? 'This browser can record and share the screen' : 'This browser can record');
}

export function screenVerdict(shared: boolean, surface: string | undefined): Verdict {
  if (shared && (surface === undefined || surface === 'monitor')) return good('Shared', 'Your whole screen');
  const title = shared ? 'You share only a part of your screen.' : 'This exam records your screen.';
  return {
    outcome: 'HELP',
    value: shared ? 'Only a part' : 'Not shared',
    detail: shared ? 'The exam wants the whole screen.' : 'Your browser asks you which one.',
    help: {
      title,
      steps: ['Press Share my screen.', 'Choose the whole screen, not a window or a tab.'],
      again: 'Share my screen',
    },
    blocks: !shared,
  };
}

/** `One thing needs your help`, and how many passed, once all have a result. */
export function headline(verdicts: Verdict[]): { title: string; line: string } {
  const helps = verdicts.filter(({ outcome }) => outcome === 'HELP').length;
  const passed = verdicts.filter(({ outcome }) => outcome === 'GOOD').length;
  if (helps > 0) {
    const words = ['', 'One thing needs', 'Two things need', 'Three things need'];
    const title = `${words[helps] ?? `${helps} things need`} your help`;
    return { title, line: `${passed} of ${counted(verdicts.length, 'check')} passed.` };
  }
  if (passed < verdicts.length) return { title: 'Checking your device', line: 'This takes a few seconds.' };
  return { title: 'All set. You can start', line: `All ${counted(verdicts.length, 'check')} passed.` };
}

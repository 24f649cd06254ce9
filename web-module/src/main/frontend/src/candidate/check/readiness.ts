import { countdown } from '../../kernel/words';
import type { CheckName, Verdict } from './verdicts';

/** What must be known to work before the exam starts; the others only warn. */
const needed: CheckName[] = ['browser', 'camera', 'microphone', 'screen'];
const nouns: Partial<Record<CheckName, string>> = {
  camera: 'the camera',
  microphone: 'the microphone',
  screen: 'the shared screen',
};

/** Whether the exam may be started now, and why or why not. */
export function readiness(
  verdicts: ReadonlyMap<CheckName, Verdict>,
  opensInMillis: number,
): { ready: boolean; why: string } {
  if (verdicts.get('browser')?.blocks === true) return { ready: false, why: 'The exam can’t be started here.' };
  const missing = needed.filter((check) => {
    const verdict = verdicts.get(check);
    return verdict === undefined ? check !== 'screen' : verdict.outcome === 'LOOKING' || verdict.blocks === true;
  });
  if (missing.length > 0) {
    const names = missing.map((check) => nouns[check] ?? check);
    const verb = names.length === 1 ? 'works' : 'work';
    return { ready: false, why: `Start becomes available as soon as ${names.join(' and ')} ${verb}.` };
  }
  if (opensInMillis > 0) {
    return { ready: false, why: `Your exam opens in ${countdown(opensInMillis)}. Start becomes available then.` };
  }
  return { ready: true, why: 'Recording begins when you press Start.' };
}

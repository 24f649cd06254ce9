import { element } from '../kernel/dom';
import { counted } from '../kernel/words';
import { copyRows } from './copies';
import type { Gap, RecordingState, TakeReport, TrackReport, Verdict } from './facts';
import {
  causeWords,
  completenessWords,
  gapTone,
  lengthWords,
  missingSeconds,
  stateWords,
  vouchedWords,
  witnessWords,
} from './gap-words';
import { icon, jump } from './mark-list';
import { trackNames } from './marks';
import { isArchived, trackFiles } from './track-files';

const recordingIcons: Record<RecordingState, string> = {
  OPEN: 'rec',
  RECOVERING: 'recover',
  COMPLETE: 'check',
  INCOMPLETE: 'alert',
};

const verdictWords: Record<Verdict, [string, string]> = {
  CLEAR: ['check', 'Clear'],
  SUSPICIOUS: ['flag', 'Suspicious'],
  VIOLATION: ['x', 'Violation'],
};

function recordingChip(report: TrackReport, named: boolean): HTMLElement {
  const said = stateWords(report);
  const words = named ? `${trackNames[report.track]}: ${said}` : said;
  if (report.purgedAt !== undefined) return element('span', { class: 'kw-st kw-chip kw-s-idle' }, icon('gone'), words);
  const parts = {
    class: `kw-st kw-chip kw-s-${report.state.toLowerCase()}`,
    attributes: { 'data-recording-state': report.state },
  };
  return element('span', parts, icon(recordingIcons[report.state]), words);
}

const gravity: RecordingState[] = ['INCOMPLETE', 'RECOVERING', 'OPEN', 'COMPLETE'];

/** The state of the track that stands worst; all of them are in the panel. */
export function worstChip(tracks: readonly TrackReport[]): HTMLElement[] {
  const rank = (report: TrackReport): number => gravity.indexOf(report.state);
  const [worst] = [...tracks].sort((a, b) => rank(a) - rank(b) || missingSeconds(b) - missingSeconds(a));
  return worst === undefined ? [] : [recordingChip(worst, tracks.length > 1)];
}

export function verdictChip(verdict: Verdict | undefined): HTMLElement {
  const [sign, words] = verdict === undefined ? (['ring', 'Open'] as const) : verdictWords[verdict];
  const tone = verdict === undefined ? 'verdict-open' : verdict.toLowerCase();
  const attributes = { 'data-verdict': verdict ?? 'OPEN' };
  return element('span', { class: `kw-st kw-chip kw-s-${tone}`, attributes }, icon(sign), words);
}

/** Completeness, gaps and takes of every track, in words. */
export function recordingPanel(tracks: readonly TrackReport[], from: number, attempt: string): HTMLElement[] {
  return tracks.map((report) => {
    const name = trackNames[report.track];
    const head = element('div', { class: 'kw-row' }, element('h2', { text: name }), recordingChip(report, false));
    const words = completenessWords(report).map((sentence) => element('p', { text: sentence }));
    const section = element(
      'section',
      { class: 'kw-facts', attributes: { 'data-track-report': report.track } },
      head,
      ...words,
    );
    if (report.gaps.length > 0) {
      const rows = report.gaps.map((gap) => gapRow(gap, report, from, attempt));
      section.append(element('h3', { text: 'Gaps' }), element('ol', {}, ...rows));
    }
    if (report.takes.length > 0) {
      const rows = report.takes.map((take) =>
        takeRow(take, from, `/api/v1/attempts/${attempt}/recording/${report.track}/archive/`),
      );
      section.append(element('h3', { text: 'Takes' }), element('ol', {}, ...rows));
      if (isArchived(report)) section.append(trackFiles(`/attempts/${attempt}/recording/${report.track}/files`, name));
    }
    return section;
  });
}

function gapRow(gap: Gap, report: TrackReport, from: number, attempt: string): HTMLElement {
  const tone = gapTone(gap) === 'bad' ? 'kw-s-bad' : 'kw-s-warn';
  const words = `${lengthWords(gap.seconds)}, ${causeWords(gap.cause, report.track)}`;
  const attributes = {
    'data-gap': gap.cause,
    'data-from': gap.from,
    'data-to': gap.to,
    'data-explained': String(gap.explained),
  };
  const said = `${gap.explained ? 'Explained' : 'Not explained'}. ${witnessWords(gap)}`;
  return element(
    'li',
    { class: 'kw-inc', attributes },
    jump(Date.parse(gap.from), from),
    element('strong', { class: `kw-st ${tone}` }, icon('alert'), words),
    element('p', { text: said }),
    ...copyRows(gap, report, attempt),
  );
}

const closings: Record<string, string> = {
  FINISHED: 'finished',
  TRACK_ENDED: 'device ended',
  PAGE_LEFT: 'page left',
  RECORDER_ERROR: 'recorder failed',
  POLICY: 'another page took over',
};

function takeRow(take: TakeReport, from: number, archive: string): HTMLElement {
  const form = take.mimeType.startsWith('video/mp4') ? 'MP4' : 'WebM';
  const end = take.state === 'OPEN' ? 'not closed' : (closings[take.closeReason ?? ''] ?? 'closed');
  const missing = total(take.missing);
  const parts = [`${form}, ${end}.`];
  if (missing > 0) parts.push(`${counted(missing, 'segment')} missing.`);
  parts.push(vouchedWords(take.witnessed, total(take.held)));
  if (take.fault !== undefined) parts.push(`The archive found: ${take.fault}`);
  return element(
    'li',
    { class: 'kw-inc', attributes: { 'data-take': take.takeId } },
    jump(Date.parse(take.startedAt), from),
    element('strong', { class: 'kw-st', text: `Take ${take.number}, ${lengthWords(take.recordedSeconds)}` }),
    ...(take.archived === undefined ? [] : [download(archive + take.archived, take.number)]),
    element('p', { text: parts.join(' ') }),
  );
}

function total(ranges: readonly [number, number][]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** The store answers with a file to be saved, so that the page stays where it is. */
function download(href: string, number: number): HTMLElement {
  const attributes = { href, 'aria-label': `Download take ${number}` };
  return element('a', { attributes, text: 'Download' });
}

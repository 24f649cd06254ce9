import { staffApi } from '../kernel/api';
import { element, say } from '../kernel/dom';
import { size } from '../kernel/words';
import type { TrackReport } from './facts';

interface TrackFile {
  number: number;
  mediaType: string;
  takes: number[];
  bytes: number;
}

/** Whether all that was recorded of a track is in the archive, which its files are made from. */
export function isArchived({ takes }: TrackReport): boolean {
  return takes.some((take) => take.archived !== undefined) && takes.every(isDone);
}

function isDone({ archived, recordedSeconds }: TrackReport['takes'][number]): boolean {
  return archived !== undefined || recordedSeconds === 0;
}

/** What one of several files has. */
export function fileWords({ mediaType, takes, bytes }: TrackFile): string {
  const form = mediaType === 'video/mp4' ? 'MP4' : 'WebM';
  return `${form} of ${takes.length === 1 ? 'take' : 'takes'} ${takes.join(', ')}, ${size(bytes)}`;
}

/** Offers a whole track as one file. Takes that can't be in one make several, which are then named. */
export function trackFiles(path: string, name: string): HTMLElement {
  const button = element('button', {
    class: 'kw-btn kw-btn-s',
    attributes: { type: 'button', 'data-track-files': '' },
    text: `Download ${name.toLowerCase()} as one file`,
  });
  const said = element('span', { class: 'kw-small kw-muted', attributes: { role: 'status' } });
  const row = element('div', { class: 'kw-row' }, button, said);
  button.addEventListener('click', () => void offer());
  return row;

  async function offer(): Promise<void> {
    button.disabled = true;
    try {
      const { items } = (await staffApi().get(path)) as { items: TrackFile[] };
      const [only] = items;
      if (only !== undefined && items.length === 1) location.assign(`/api/v1${path}/${only.number}`);
      else row.replaceChildren(said, ...items.map(link));
      say(said, items.length > 1 ? 'These takes do not fit into one file:' : '');
    } catch {
      say(said, 'Could not be asked for. Try again in a moment.');
    }
    button.disabled = false;
  }

  function link(file: TrackFile): HTMLElement {
    return element('a', { attributes: { href: `/api/v1${path}/${file.number}` }, text: fileWords(file) });
  }
}

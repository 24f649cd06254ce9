import { Pending } from './pending';
import { child, children, CLUSTER, elementAt, SEGMENT, TRACK_ENTRY, TRACKS, WebmReader } from './webm';

const CODEC_ID = 0x86;

/** What a player must know before the first cluster. */
export interface WebmHeader {
  bytes: Uint8Array<ArrayBuffer>;
  /** `video/webm` with the codecs of the tracks that are there, whatever the recorder was asked for. */
  type: string;
  /** Milliseconds of the first sample on the container's own time line. */
  zeroMillis: number;
}

const codecs: Record<string, string> = {
  V_VP8: 'vp8',
  V_VP9: 'vp9',
  V_AV1: 'av01.0.04M.08',
  'V_MPEG4/ISO/AVC': 'avc1.42E01E',
  A_OPUS: 'opus',
  A_VORBIS: 'vorbis',
};

/** Reads the beginning of a take. Undefined when there is no cluster in it, or nothing that we know. */
export function webmHeader(bytes: Uint8Array): WebmHeader | undefined {
  const pending = new Pending();
  pending.append(bytes);
  const found: string[] = [];
  let at = 0;
  for (;;) {
    const element = elementAt(pending, at);
    if (element === undefined) return undefined;
    if (element.id === CLUSTER) break;
    const to = at + element.head + (element.id === SEGMENT ? 0 : (element.size ?? 0));
    if (to > pending.to) return undefined;
    if (element.id === TRACKS) found.push(...codecsOf(pending.view(at + element.head, to)));
    at = to;
  }
  const first = new WebmReader({ tracks: {} }, 0).read(pending);
  if (first === undefined || found.length === 0) return undefined;
  return { bytes: bytes.slice(0, at), type: `video/webm;codecs="${found.join(',')}"`, zeroMillis: first.startMillis };
}

function codecsOf(tracks: DataView): string[] {
  return [...children(tracks)]
    .filter(({ id }) => id === TRACK_ENTRY)
    .map(({ content }) => text(child(content, CODEC_ID)))
    .map((id) => codecs[id])
    .filter((codec) => codec !== undefined);
}

function text(view: DataView | undefined): string {
  if (view === undefined) return '';
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

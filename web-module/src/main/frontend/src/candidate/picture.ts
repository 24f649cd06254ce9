import { must, say, show } from '../kernel/dom';

/** Shows the candidate's own picture, or a plate that says why there is none. */
export function showPicture(root: HTMLElement, stream: MediaStream | undefined, why = 'No picture'): void {
  const video = must(root, '[data-picture]', HTMLVideoElement);
  const plate = must(root, '[data-plate]', HTMLElement);
  const track = stream?.getVideoTracks()[0];
  const shown = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
  if (track !== shown) {
    video.muted = true; // The attribute alone does not count when a script puts the stream in.
    video.srcObject = track === undefined ? null : new MediaStream([track]);
  }
  show(plate, track === undefined);
  say(plate, why);
}

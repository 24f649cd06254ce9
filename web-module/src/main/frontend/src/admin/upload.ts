import { NetworkFailure, readProblem } from '../kernel/problems';

const LONGEST_MILLIS = 30 * 60_000;

export interface UploadTarget {
  url: string;
  csrfToken: string;
  /** Called while bytes leave, with the share from 0 to 1. */
  sent(share: number): void;
}

/** Sends a file by XHR: `fetch` can't tell how much has left. Answers the parsed body; throws like kernel/api. */
export function upload(file: File, target: UploadTarget): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', target.url);
    call.setRequestHeader('Content-Type', 'text/csv');
    call.setRequestHeader('Accept', 'application/json');
    call.setRequestHeader('X-CSRF-Token', target.csrfToken);
    call.timeout = LONGEST_MILLIS;
    call.upload.addEventListener('progress', (now) => target.sent(now.total > 0 ? now.loaded / now.total : 1));
    call.addEventListener('error', () => reject(new NetworkFailure(false, 'No answer')));
    call.addEventListener('timeout', () => reject(new NetworkFailure(true, 'No answer in time')));
    call.addEventListener('load', () => {
      if (call.status === 200) resolve(JSON.parse(call.responseText));
      else void readProblem(new Response(call.responseText, { status: call.status })).then(reject);
    });
    call.send(file);
  });
}

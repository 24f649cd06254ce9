// The candidate's side of the lab: the product's own Recording, on a camera that shows the time of day as a barcode.
import { createApi } from '../../web-module/src/main/frontend/src/kernel/api';
import { createClock } from '../../web-module/src/main/frontend/src/kernel/clock';
import { pageTiming } from '../../web-module/src/main/frontend/src/kernel/timing';
import { defaultPolicy } from '../../web-module/src/main/frontend/src/media/policy';
import { Recording } from '../../web-module/src/main/frontend/src/media/recording';
import { Source } from '../../web-module/src/main/frontend/src/media/source';

const begun = performance.timeOrigin + performance.now();
const wish = new URLSearchParams(location.search);
const number = (name: string, otherwise: number): number => Number(wish.get(name) ?? otherwise);
const wall = (): number => performance.timeOrigin + performance.now();

if (wish.get('form') === 'webm') {
  const supported = MediaRecorder.isTypeSupported.bind(MediaRecorder);
  MediaRecorder.isTypeSupported = (form) => !form.startsWith('video/mp4') && supported(form);
}

const policy = {
  ...defaultPolicy,
  sliceMillis: number('slice', defaultPolicy.sliceMillis),
  keyFrameMillis: number('key', defaultPolicy.keyFrameMillis),
};

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const pen = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;

/** 36 bits in nine columns and four rows; a moving ground makes the encoder work. */
function draw(): void {
  const bits = Math.round(wall()) % 2 ** 36;
  for (let i = 0; i < 36; i += 1) {
    pen.fillStyle = Math.floor(bits / 2 ** i) % 2 === 1 ? '#fff' : '#000';
    pen.fillRect((i % 9) * 71, Math.floor(i / 9) * 60, 71, 60);
  }
  for (let x = 0; x < 640; x += 20) {
    pen.fillStyle = `hsl(${Math.random() * 360} 40% 50%)`;
    pen.fillRect(x, 250 + Math.random() * 90, 18, 18);
  }
}

/** The real devices are asked for and waited for, so that their start counts; only the picture is replaced. */
async function acquire(kinds: readonly string[]): Promise<MediaStream> {
  const video = kinds.includes('video') && { width: 640, height: 360, frameRate: 15 };
  const real = await navigator.mediaDevices.getUserMedia({ video, audio: kinds.includes('audio') });
  if (!video) return real;
  draw();
  setInterval(draw, 1000 / 15);
  return new MediaStream([...canvas.captureStream(15).getVideoTracks(), ...real.getAudioTracks()]);
}

const report = (kind: string, body: object = {}): Promise<Response> =>
  fetch(`/lab/${kind}`, { method: 'POST', body: JSON.stringify({ wall: wall(), ...body }) });

const clock = createClock();
const camera = new Source({ track: 'camera', kinds: ['video', 'audio'], acquire, automatic: true });
const opening = camera.openApart();
const recording = new Recording({
  attemptId: 'lab',
  sources: [camera],
  clock,
  policy,
  onFact: (fact) => void report('fact', fact),
  onProgress: (progress) => void report('progress', progress),
});
addEventListener('pagehide', () => navigator.sendBeacon('/lab/hidden', JSON.stringify({ wall: wall() })));
void report('begun', { begun });
await opening;
void report('camera');

const asked = pageTiming.now();
const { serverTime } = (await (await fetch('/lab/time')).json()) as { serverTime: string };
clock.learn(serverTime, asked, pageTiming.now());
const token = { current: () => 'good', renew: () => Promise.resolve(undefined) };
await recording.connect(createApi({ token, clock }));

for (;;) {
  const order = await (await fetch('/lab/order')).text();
  if (order === 'reload') location.reload();
  if (order === 'finish') await recording.stop('FINISHED');
}

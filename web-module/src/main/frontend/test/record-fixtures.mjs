// Records the fixtures of the cutter tests with real browsers: node test/record-fixtures.mjs [chromium] [firefox-esr].
// A small drawing and a tone, a few seconds long; the browser posts what its MediaRecorder gave.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const page = `<!doctype html><meta charset="utf-8"><canvas width="160" height="90"></canvas><script type="module">
const canvas = document.querySelector('canvas');
const pen = canvas.getContext('2d');
let frame = 0;
setInterval(() => {
  pen.fillStyle = 'hsl(' + (frame * 7 % 360) + ' 60% 50%)';
  pen.fillRect(0, 0, 160, 90);
  pen.fillStyle = '#fff';
  pen.fillText(String(frame++), 70, 50);
}, 66);
const audio = new AudioContext();
const tone = audio.createOscillator();
const out = audio.createMediaStreamDestination();
tone.connect(out);
tone.start();
const kinds = {
  'mp4-500': ['video/mp4;codecs=avc1,opus', 500],
  'webm-1000': ['video/webm;codecs=vp8,opus', 1000],
  'webm-plain': ['video/webm;codecs=vp8,opus', undefined],
};
for (const [name, [mimeType, videoKeyFrameIntervalDuration]] of Object.entries(kinds)) {
  if (!MediaRecorder.isTypeSupported(mimeType)) continue;
  const stream = new MediaStream([...canvas.captureStream(15).getTracks(), ...out.stream.getTracks()]);
  const recorder = new MediaRecorder(stream, { mimeType, videoKeyFrameIntervalDuration, videoBitsPerSecond: 60000, audioBitsPerSecond: 16000 });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
  recorder.start(250);
  await new Promise((resolve) => setTimeout(resolve, 7000));
  recorder.stop();
  await stopped;
  await fetch('/' + name, { method: 'POST', body: new Blob(parts) });
}
await fetch('/done', { method: 'POST' });
</script>`;

const browsers = process.argv.slice(2);
for (const browser of browsers.length > 0 ? browsers : ['chromium']) await record(browser);

async function record(browser) {
  const profile = mkdtempSync(join(tmpdir(), 'fixtures-'));
  const family = browser.includes('firefox') ? 'firefox' : 'chromium';
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  if (family === 'firefox') writeFileSync(join(profile, 'user.js'), 'user_pref("media.autoplay.default", 0);\n');
  const flags =
    family === 'firefox'
      ? ['-headless', '-no-remote', '-profile', profile, url]
      : [
          '--headless=new',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          '--autoplay-policy=no-user-gesture-required',
          `--user-data-dir=${profile}`,
          url,
        ];
  const child = spawn(browser, flags, { stdio: 'ignore' });
  await new Promise((resolve) => {
    server.on('request', (request, response) => {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        response.setHeader('Content-Type', 'text/html');
        response.end(request.method === 'GET' ? page : '');
        if (request.url === '/done') resolve();
        else if (request.method === 'POST') keep(`${family}-${request.url.slice(1)}`, Buffer.concat(parts));
      });
    });
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function keep(name, bytes) {
  const file = `${name.split('-').slice(0, 3).join('-')}.${name.includes('mp4') ? 'mp4' : 'webm'}`;
  writeFileSync(join(import.meta.dirname, 'fixtures', file), bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

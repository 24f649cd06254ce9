// Publishes the camera to a room of Janus that records, and comes back after a cut as well as Janus lets it: the ICE is
// restarted until it is connected, the socket opened anew, the session claimed.
const { socketUrl, room, folder } = Object.fromEntries(new URLSearchParams(location.search));
const patienceMillis = 4_000;
const bitrates = 'x-google-start-bitrate=1500;x-google-min-bitrate=1200;x-google-max-bitrate=2000';
const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const waiting = new Map();
const peer = new RTCPeerConnection();
let [socket, session, handle, restarting] = [undefined, undefined, undefined, false];

function ask(message) {
  const transaction = crypto.randomUUID();
  const ids = {
    ...(session === undefined ? {} : { session_id: session }),
    ...(handle === undefined ? {} : { handle_id: handle }),
  };
  const answered = new Promise((resolve, reject) => {
    waiting.set(transaction, resolve);
    setTimeout(() => reject(new Error(`No answer to ${message.janus}`)), patienceMillis);
  });
  socket.send(JSON.stringify({ ...ids, ...message, transaction }));
  return answered;
}

function hear({ data }) {
  const said = JSON.parse(data);
  // Of what is answered later an acknowledgement is not the answer
  if (said.janus === 'ack') return;
  const resolve = waiting.get(said.transaction);
  waiting.delete(said.transaction);
  resolve?.(said);
}

async function connect() {
  socket?.close();
  socket = new WebSocket(socketUrl, 'janus-protocol');
  socket.addEventListener('message', hear);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('No socket')));
    setTimeout(() => reject(new Error('No socket')), patienceMillis);
  });
  if (session !== undefined) await ask({ janus: 'claim' });
}

async function offer(options, body) {
  const { type, sdp } = await peer.createOffer(options);
  // A barcode must be sharp from its first frame on
  await peer.setLocalDescription({
    type,
    sdp: sdp.replace(/a=rtpmap:(\d+) VP8\/90000\r\n/, (line, form) => `${line}a=fmtp:${form} ${bitrates}\r\n`),
  });
  const said = await ask({ janus: 'message', body, jsep: { type: 'offer', sdp: peer.localDescription.sdp } });
  await peer.setRemoteDescription(said.jsep);
}

async function restart() {
  if (restarting) return;
  restarting = true;
  while (!['connected', 'completed'].includes(peer.iceConnectionState)) {
    try {
      await connect();
      if (peer.signalingState !== 'stable') await peer.setLocalDescription({ type: 'rollback' });
      await offer({ iceRestart: true }, { request: 'configure' });
    } catch {
      // The network is still away
    }
    await wait(1_000);
  }
  restarting = false;
}

peer.addEventListener('icecandidate', ({ candidate }) => {
  const words = candidate === null ? { completed: true } : candidate.toJSON();
  if (socket?.readyState === WebSocket.OPEN) ask({ janus: 'trickle', candidate: words }).catch(() => undefined);
});
peer.addEventListener('iceconnectionstatechange', () => {
  document.title = peer.iceConnectionState;
  if (['disconnected', 'failed'].includes(peer.iceConnectionState)) void restart();
});

await connect();
session = (await ask({ janus: 'create' })).data.id;
handle = (await ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })).data.id;
setInterval(() => ask({ janus: 'keepalive', handle_id: undefined }).catch(() => undefined), 20_000);
const number = Number(room);
await ask({
  janus: 'message',
  body: { request: 'create', room: number, publishers: 6, videocodec: 'vp8', bitrate: 0, rec_dir: folder },
});
await ask({ janus: 'message', body: { request: 'join', ptype: 'publisher', room: number } });
const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
stream.getVideoTracks()[0].contentHint = 'detail';
for (const track of stream.getTracks()) peer.addTrack(track, stream);
await offer({}, { request: 'configure', audio: true, video: true, record: true, filename: 'publisher' });

// Replaces the camera by a canvas that shows the time of day as a barcode of 36 bits, and the microphone by a tone. The
// real devices are asked for and waited for, so that their start counts. Run before the page's own scripts. When a page
// began and when it went is kept in the browser, for the story to read.
(() => {
  if (window !== window.top) return;
  const tone = __TONE__;
  const wall = () => performance.timeOrigin + performance.now();
  // Whoever drives the browser may listen, also to what a killed one showed last
  const tell = (what, at) => window.storyTold?.(`${what} ${at}`);
  const note = (name) => {
    const times = JSON.parse(localStorage.getItem(`story.${name}`) ?? '[]');
    const now = Math.round(wall());
    localStorage.setItem(`story.${name}`, JSON.stringify([...times, now]));
    tell(name, now);
  };
  note('begun');
  addEventListener('pagehide', () => note('gone'));

  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const pen = canvas.getContext('2d', { alpha: false });
  const draw = () => {
    const now = Math.round(wall());
    const bits = now % 2 ** 36;
    tell('drawn', now);
    for (let i = 0; i < 36; i += 1) {
      pen.fillStyle = Math.floor(bits / 2 ** i) % 2 === 1 ? '#fff' : '#000';
      pen.fillRect((i % 9) * 71, Math.floor(i / 9) * 60, 71, 60);
    }
    for (let x = 0; x < 640; x += 40) {
      pen.fillStyle = `hsl(${(x + wall() / 20) % 360} 40% 50%)`;
      pen.fillRect(x, 260 + Math.random() * 60, 30, 30);
    }
  };
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    await ask(wanted);
    const tracks = [];
    if (wanted.video) {
      draw();
      setInterval(draw, 1000 / 15);
      tracks.push(...canvas.captureStream(15).getVideoTracks());
    }
    if (wanted.audio) {
      const context = new AudioContext();
      const oscillator = new OscillatorNode(context, { frequency: tone });
      const volume = new GainNode(context, { gain: 0.3 });
      const sink = context.createMediaStreamDestination();
      oscillator.connect(volume).connect(sink);
      oscillator.start();
      tracks.push(...sink.stream.getAudioTracks());
    }
    return new MediaStream(tracks);
  };
})();

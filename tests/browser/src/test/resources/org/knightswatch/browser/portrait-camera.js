// Replaces the camera by a drawn person, one of many by number, for pictures of the product. Run before the page's scripts.
(() => {
  if (window !== window.top) return;
  const number = __NUMBER__;
  const of = (all, step) => all[(number * step + Math.floor(number / all.length)) % all.length];
  const skin = of(['#f1c9a5', '#8d5a3b', '#d9a066', '#5b3a29', '#e8b48c', '#c68642'], 1);
  const hair = of(['#2b1d16', '#6b4226', '#111114', '#8a8078', '#3a2a4d', '#b07b3a'], 5);
  const shirt = of(['#3d5a80', '#7a4b5c', '#4f6d4f', '#56536b', '#a0643c', '#2f6f73', '#6d6875'], 3);
  const room = of([['#d7dbe0', '#aab2bd'], ['#e5dccb', '#b9a98a'], ['#c8d5d2', '#8fa39f'], ['#d9d2e0', '#a79cb5']], 3);
  const cut = number % 4;
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const pen = canvas.getContext('2d', { alpha: false });
  const blob = (x, y, rx, ry, colour, from = 0, to = 2 * Math.PI) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, rx, ry, 0, from, to);
    pen.fill();
  };
  const behind = () => {
    const light = pen.createLinearGradient(0, 0, 640, 360);
    light.addColorStop(0, room[0]);
    light.addColorStop(1, room[1]);
    pen.fillStyle = light;
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = 'rgb(255 255 255 / 35%)';
    if (number % 3 === 0) pen.fillRect(440, 30, 150, 190);
    if (number % 3 === 1) [70, 130, 190].forEach((y) => pen.fillRect(30, y, 170, 8));
    pen.fillStyle = 'rgb(0 0 0 / 12%)';
    if (number % 3 === 1) for (let i = 0; i < 9; i += 1) pen.fillRect(40 + i * 16, 130 - 34 - (i % 4) * 4, 11, 34 + (i % 4) * 4);
    if (number % 3 === 2) blob(560, 330, 70, 130, 'rgb(40 90 60 / 45%)');
  };
  const person = (x, y, blink) => {
    if (cut === 1) blob(x, y + 40, 88, 125, hair);
    blob(x, y + 235, 165, 130, shirt);
    pen.fillStyle = skin;
    pen.fillRect(x - 27, y + 55, 54, 62);
    blob(x, y + 112, 42, 22, skin);
    blob(x, y, 66, 84, skin);
    blob(x, y - 28, 72, 66, hair, Math.PI, 2 * Math.PI);
    if (cut === 0) blob(x - 30, y - 34, 46, 26, hair);
    if (cut === 2) blob(x, y - 92, 30, 26, hair);
    if (cut === 3) blob(x, y + 52, 46, 30, hair, 0, Math.PI);
    for (const side of [-1, 1]) {
      blob(x + side * 25, y + 2, 9, blink ? 1.5 : 6, '#fff');
      blob(x + side * 25, y + 2, 4, blink ? 1 : 5, '#26221f');
      if (number % 5 === 2) {
        pen.strokeStyle = '#26262b';
        pen.lineWidth = 4;
        pen.strokeRect(x + side * 27 - 17, y - 12, 34, 28);
      }
    }
    blob(x, y + 24, 6, 9, 'rgb(0 0 0 / 10%)');
    blob(x, y + 48, 18, 4, 'rgb(120 40 40 / 70%)');
  };
  const draw = () => {
    const t = performance.now() / 1000 + number * 7;
    behind();
    person(320 + Math.sin(t / 3) * 8 + ((number * 37) % 40) - 20, 158 + Math.sin(t / 2) * 4, t % 4 < 0.15);
  };
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const real = await ask(wanted);
    if (!wanted.video) return real;
    draw();
    setInterval(draw, 100);
    const [picture] = canvas.captureStream(10).getVideoTracks();
    Object.defineProperty(picture, 'label', { value: 'Integrated camera' });
    return new MediaStream([picture, ...real.getAudioTracks()]);
  };
})();

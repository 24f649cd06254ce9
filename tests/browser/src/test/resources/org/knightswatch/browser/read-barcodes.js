// Given a <video>: notes the time of day that each of its frames shows, as they are presented. Frames that show no barcode
// (a plate, black) read as zero and are left out.
(video) => {
  const times = [];
  const canvas = document.createElement('canvas');
  canvas.width = 63;
  canvas.height = 36;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const around = Date.now() - (Date.now() % 2 ** 36);
  const read = () => {
    pen.drawImage(video, 0, 0, 63, 36);
    const { data } = pen.getImageData(0, 0, 63, 36);
    let bits = 0;
    for (let i = 0; i < 36; i += 1) {
      const x = (i % 9) * 7 + 3;
      const y = Math.floor(i / 9) * 6 + 3;
      if (data[(y * 63 + x) * 4] > 127) bits += 2 ** i;
    }
    if (bits > 0) times.push(around + bits);
    video.requestVideoFrameCallback(read);
  };
  video.requestVideoFrameCallback(read);
  window.storyTimes = times;
}

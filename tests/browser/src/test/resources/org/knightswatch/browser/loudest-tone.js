// The frequency in hertz of the loudest tone in what this page plays, or 0 while it is silent.
async () => {
  const heard = [...document.querySelectorAll('audio, video')].find(
    ({ srcObject, muted, paused }) => !muted && !paused && srcObject?.getAudioTracks().length > 0,
  );
  if (heard === undefined) return 0;
  const context = (window.storySound ??= new AudioContext());
  const analyser = new AnalyserNode(context, { fftSize: 8192 });
  const source = context.createMediaStreamSource(heard.srcObject);
  source.connect(analyser);
  await new Promise((done) => setTimeout(done, 400));
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  source.disconnect();
  const loudest = levels.reduce((best, level, i) => (level > levels[best] ? i : best), 0);
  return levels[loudest] > -70 ? (loudest * context.sampleRate) / analyser.fftSize : 0;
}

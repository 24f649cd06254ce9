// What a candidate does to a shared screen outside of the page: says no, or presses the browser's own Stop sharing.
const sharedScreen = { refuses: false, stream: undefined };
globalThis.sharedScreen = sharedScreen;
const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getDisplayMedia = async (options) => {
  try {
    if (sharedScreen.refuses) throw new DOMException('Permission denied by user', 'NotAllowedError');
    sharedScreen.stream = await share(options);
    return sharedScreen.stream;
  } finally {
    document.documentElement.dataset.answered = 'yes';
  }
};
sharedScreen.end = () => {
  const [track] = sharedScreen.stream.getTracks();
  track.stop();
  track.dispatchEvent(new Event('ended'));
};

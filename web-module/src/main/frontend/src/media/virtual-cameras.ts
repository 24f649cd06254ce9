/** What cameras that are made by software call themselves, and what we call them. */
const known: readonly [RegExp, string][] = [
  [/\bobs\b/i, 'OBS Virtual Camera'],
  [/manycam/i, 'ManyCam'],
  [/snap camera/i, 'Snap Camera'],
  [/xsplit/i, 'XSplit VCam'],
  [/v4l2loopback|dummy video device/i, 'v4l2loopback'],
  [/droidcam/i, 'DroidCam'],
  [/splitcam/i, 'SplitCam'],
  [/altercam/i, 'AlterCam'],
  [/youcam/i, 'YouCam'],
  [/webcamoid|akvcam/i, 'Webcamoid'],
  [/e2esoft|\bvcam\b/i, 'VCam'],
  [/unity video capture/i, 'Unity Video Capture'],
  [/chromacam/i, 'ChromaCam'],
  [/mmhmm/i, 'mmhmm'],
  [/iriun/i, 'Iriun'],
  [/epoccam/i, 'EpocCam'],
  [/virtual (cam|video)|fake (cam|webcam)/i, 'a virtual camera'],
];

/** Which software a camera's name points to; a hint only, for names can be changed. The name itself goes nowhere. */
export function virtualCamera(label: string): string | undefined {
  return known.find(([pattern]) => pattern.test(label))?.[1];
}

import { askedEarly, begunEarly, type Wishes } from './early';
import { pictureOf, policyFor, type Fact, type RecordingPolicy } from './policy';
import { Source } from './source';

export interface Devices {
  camera?: string;
  microphone?: string;
}

/** What is asked of camera and microphone. A chosen device is a wish: with it gone, any other is better than none. */
export function wishesOf(policy: RecordingPolicy, devices: Devices): Wishes {
  const wish = (id: string | undefined): { deviceId?: ConstrainDOMString } =>
    id === undefined ? {} : { deviceId: { ideal: id } };
  return {
    video: { ...pictureOf(policy, 'camera'), ...wish(devices.camera) },
    audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: true, ...wish(devices.microphone) },
  };
}

/** Camera and microphone. */
export function cameraSource(policy: RecordingPolicy, devices: Devices, onFact?: (fact: Fact) => void): Source {
  const { video, audio } = wishesOf(policy, devices);
  return new Source({
    track: 'camera',
    kinds: ['video', 'audio'],
    automatic: true,
    begun: begunEarly,
    acquire: (kinds) =>
      askedEarly(kinds) ??
      navigator.mediaDevices.getUserMedia({
        ...(kinds.includes('video') ? { video } : {}),
        ...(kinds.includes('audio') ? { audio } : {}),
      }),
    ...(onFact === undefined ? {} : { onFact }),
  });
}

/** The browser is to offer whole screens first, and not the page that asks. */
const WHOLE_SCREEN: DisplayMediaStreamOptions = {
  audio: false,
  monitorTypeSurfaces: 'include',
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'exclude',
};

/** The shared screen. The browser wants a click for every sharing, so the page calls `open()` from one. */
export function screenSource(policy: RecordingPolicy, onFact?: (fact: Fact) => void): Source {
  const wish = { ...pictureOf(policyFor('screen', policy), 'screen'), displaySurface: 'monitor' };
  return new Source({
    track: 'screen',
    kinds: ['video'],
    automatic: false,
    acquire: () => navigator.mediaDevices.getDisplayMedia({ ...WHOLE_SCREEN, video: wish }),
    ...(onFact === undefined ? {} : { onFact }),
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { virtualCamera } from '../../src/media/virtual-cameras';

test('cameras made by software are known by their names', () => {
  const names = [
    'OBS Virtual Camera',
    'OBS-Camera',
    'ManyCam Virtual Webcam (1234:5678)',
    'XSplit VCam',
    'Dummy video device (0x0000)',
    'DroidCam Source 3',
    'Some Virtual Camera',
  ].map(virtualCamera);

  assert.deepEqual(names, [
    'OBS Virtual Camera',
    'OBS Virtual Camera',
    'ManyCam',
    'XSplit VCam',
    'v4l2loopback',
    'DroidCam',
    'a virtual camera',
  ]);
});

test('other cameras are not', () => {
  for (const name of [
    '',
    'FaceTime HD Camera',
    'Logitech BRIO (046d:085e)',
    'Integrated Camera',
    'fake_device_0',
    'Jobson Cam',
  ])
    assert.equal(virtualCamera(name), undefined, name);
});

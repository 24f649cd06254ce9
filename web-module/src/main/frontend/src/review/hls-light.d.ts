// The light build is the same without what we don't use: other sound tracks, subtitles, protected media, advertisements.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
  export * from 'hls.js';
}

const DAY = 24 * 3_600_000;

/** An age or a length as people read it: `0:42`, `12:05`, `1:02:03`. */
export function age(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** A short wait in a sentence: `3 seconds`, `4 minutes`, `2 hours`. */
export function span(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return counted(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour');
}

/** `1 part`, `1,318 parts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** `1:12:40`, and days where seconds would mean nothing. */
export function countdown(millis: number): string {
  return millis < DAY ? age(millis) : counted(Math.floor(millis / DAY), 'day');
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A word that begins a sentence or a label. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `38 MB`, `4.1 GB`: decimal units, as the device's own settings show them. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${units[power] ?? ''}`;
}

/** A share in per cent: two places near the end, and 100 only when nothing is missing. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '–';
  const share = (part / whole) * 100;
  const places = share > 99 ? 2 : 0;
  const cut = part >= whole ? 100 : Math.floor(share * 10 ** places) / 10 ** places;
  return `${cut.toFixed(part >= whole ? 0 : places)} %`;
}

/** A server time as the time of day where the reader sits: `09:41`, with seconds where evidence is meant. */
export function timeOfDay(millis: number, seconds = false): string {
  const form: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (seconds) form.second = '2-digit';
  return new Intl.DateTimeFormat('en-GB', form).format(millis);
}

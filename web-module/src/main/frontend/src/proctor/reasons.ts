/** What people read for the reason of a flag. Rules may have reasons that this page has never heard of. */
const words: Record<string, string> = {
  SECOND_PERSON: 'second person',
  SECOND_VOICE: 'second voice',
  OTHER_PERSON: 'another person',
  SECOND_BROWSER: 'second browser',
  LOOKS_AWAY: 'looks away',
  LEFT_SEAT: 'left the seat',
  PHONE: 'phone',
  NOTES: 'notes or books',
  CAMERA_COVERED: 'camera covered',
  PROCTOR_MARK: 'marked by a proctor',
  OTHER: 'something else',
  MANY_TAKES: 'many takes',
  RECORDED_AFTER_END: 'recorded after the end',
  RECORDED_IN_FUTURE: 'recorded in the future',
  VIRTUAL_CAMERA: 'camera’s name points to software',
  MEDIA_TOO_LONG: 'more recorded than time went by',
  TAKES_OVERLAP: 'recorded twice at once',
  UNWITNESSED: 'recording not vouched for by its page',
  CAME_ONLY_AFTER_END: 'came only after the end',
  TAMPERED: 'recording was changed',
  MEDIA_UNREADABLE: 'recording is unreadable',
  OBJECT_MISSING: 'recording lacks a part that was there',
  OBJECT_CHANGED: 'recording has a part that was changed',
  OBJECT_EXTRA: 'recording has a part nobody knows',
};

/** What a proctor may choose from. */
export const choices = [
  'SECOND_VOICE',
  'SECOND_PERSON',
  'OTHER_PERSON',
  'LOOKS_AWAY',
  'PHONE',
  'NOTES',
  'LEFT_SEAT',
  'CAMERA_COVERED',
  'OTHER',
] as const;

/** The mark of a proctor who has no time to say why. */
export const QUICK = { reason: 'PROCTOR_MARK', severity: 0.5 };

export function reasonWords(reason: string): string {
  return words[reason] ?? reason.toLowerCase().replaceAll('_', ' ');
}

export type Gravity = 'notice' | 'concern' | 'serious';

export const severities: { gravity: Gravity; severity: number; says: string }[] = [
  { gravity: 'notice', severity: 0.2, says: 'worth a look' },
  { gravity: 'concern', severity: 0.5, says: 'should be judged' },
  { gravity: 'serious', severity: 0.85, says: 'against the rules' },
];

export function gravityOf(severity: number): Gravity {
  if (severity < 0.35) return 'notice';
  return severity < 0.7 ? 'concern' : 'serious';
}

/** A part of a media time line (in seconds) and the moment of the exam (in milliseconds) at which it begins. */
export interface Mapped {
  media: number;
  exam: number;
}

/** The moment of a media time. Before the first part and behind the last, time goes on evenly. */
export function toExam(parts: readonly Mapped[], media: number): number | undefined {
  const part = parts.filter((candidate) => candidate.media <= media).at(-1) ?? parts[0];
  return part === undefined ? undefined : part.exam + (media - part.media) * 1000;
}

/** The media time of a moment; one that lies between two parts is where the next of them begins. */
export function toMedia(parts: readonly Mapped[], exam: number): number | undefined {
  const begun = parts.filter((candidate) => candidate.exam <= exam);
  const part = begun.at(-1);
  if (part === undefined) return parts[0]?.media;
  const media = part.media + (exam - part.exam) / 1000;
  const next = parts[begun.length];
  return next === undefined ? media : Math.min(media, next.media);
}

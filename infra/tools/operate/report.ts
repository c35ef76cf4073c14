import type { Letter, Replayed } from './dead-letters.ts';

const ages = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** `3 d`, `2 h`, `40 min`, `12 s`. */
function ageText(seconds: number): string {
  const [size, unit] = ages.find(([each]) => seconds >= each) ?? [1, 's'];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** A dead letter in a line: worker, age, company, kind and record, cause; below it the message, where that is asked for. */
export function letterText({ worker, about, cause, ageSeconds, message }: Letter, whole = false): string {
  const record = about ? `${about.tenant} ${about.kind} ${about.id}` : 'no single record';
  const line = [worker, ageText(ageSeconds), record, cause].join('  ');
  return whole ? `${line}\n  ${message.MessageId}\n  ${message.Body}` : line;
}

export const replayedText = ({ letter, failed }: Replayed): string =>
  `${failed === undefined ? '✓' : '✗'} ${letterText(failed === undefined ? letter : { ...letter, cause: `stays: ${failed}` })}`;

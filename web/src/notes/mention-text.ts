/** What is written after the last `@` before the caret; undefined where nobody is being called. */
export const calledAt = (text: string, caret: number): string | undefined =>
  /(?:^|\s)@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, caret))?.[1];

/** The text with a person's name in place of what was begun of it, and a space behind where none follows. */
export const withName = (text: string, caret: number, name: string): string => {
  const [begun, rest] = [calledAt(text, caret) ?? '', text.slice(caret)];
  return `${text.slice(0, caret - begun.length)}${name}${/^[\s,.;:!?)]/.test(rest) ? '' : ' '}${rest}`;
};

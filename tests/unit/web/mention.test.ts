import { expect, it } from 'vitest';
import { calledAt, withName } from '../../../web/src/notes/mention-text.ts';

it.each([
  ['@', 1, ''],
  ['Hola @an', 8, 'an'],
  // In the middle of a text that goes on.
  ['Hola @an, ven', 8, 'an'],
  ['Línea\n@íñigo', 12, 'íñigo'],
  // An address calls nobody, and neither does what ended before.
  ['ana@lumbre', 10, undefined],
  ['@ana ven', 8, undefined],
])('of %j at %i, %j is being called', (text, caret, called) => {
  expect(calledAt(text, caret)).toBe(called);
});

it('puts the whole name where it was begun, and keeps what stands behind', () => {
  expect(withName('Hola @an, ven', 8, 'Ana Soler')).toBe('Hola @Ana Soler, ven');
  expect(withName('@', 1, 'Ana')).toBe('@Ana ');
});

import { expect, it } from 'vitest';
import { contrast } from '../../../shared/kernel/colour.ts';

// As WebAIM's contrast checker shows them.
it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#0000ff', '#ffffff', 8.59],
  ['#ff0000', '#ffffff', 4],
  ['#00ff00', '#ffffff', 1.37],
] as const)('%s on %s is %s', (text, behind, ratio) => {
  expect(contrast(text, behind)).toBeCloseTo(ratio, 2);
  expect(contrast(behind, text)).toBe(contrast(text, behind));
});

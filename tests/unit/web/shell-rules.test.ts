import { describe, expect, it } from 'vitest';
import { barsOf, growth } from '../../../web/src/insights/home/arithmetic.ts';
import { meaningOf, SINGLE_KEYS } from '../../../web/src/shell/key-table.ts';
import { fits } from '../../../web/src/shell/words.ts';

const places = new Map([
  ['o', '/orders'],
  ['j', '/journal'],
]);

describe('a key press', () => {
  it('goes somewhere only after g, and then means nothing else', () => {
    expect(meaningOf('g', false, places)).toEqual({ kind: 'wait' });
    expect(meaningOf('o', true, places)).toEqual({ kind: 'go', to: '/orders' });
    expect(meaningOf('o', false, places)).toEqual({ kind: 'none' });
    expect(meaningOf('j', true, places)).toEqual({ kind: 'go', to: '/journal' });
    expect(meaningOf('j', false, places)).toEqual({ kind: 'do', action: 'down' });
    // A letter that leads nowhere ends the sequence; it does not do what it does alone.
    expect(meaningOf('n', true, places)).toEqual({ kind: 'none' });
  });

  it('does one thing for every key of the list of keys', () => {
    for (const [key, action] of Object.entries(SINGLE_KEYS)) expect(meaningOf(key, false, places)).toEqual({ kind: 'do', action });
  });
});

describe('the palette', () => {
  it('finds labels by parts of words, without accents, in any order', () => {
    expect(fits('Nueva importación', 'import')).toBe(true);
    expect(fits('Nueva importación', 'IMPORTACION nue')).toBe(true);
    expect(fits('Nueva importación', 'nuevo')).toBe(false);
    expect(fits('Diario', '')).toBe(true);
  });
});

describe('the figures of the home screen', () => {
  it('compares with what was there before, where there was something', () => {
    // 2487.11 against 7127.78: 4640.67 less, 65.1 of every hundred.
    expect(growth('2487.11', '7127.78')).toBe('-65.1');
    expect(growth('150.00', '100.00')).toBe('50.0');
    expect(growth('300.00', '100.00')).toBe('200');
    expect(growth('300.00', '0.00')).toBeUndefined();
  });

  it('draws bars from the line of zero, up and down', () => {
    // From -10 to 30 in 40: one unit each; zero is 30 below the top.
    expect(barsOf([30, 0, -10], 40)).toEqual([
      { y: 0, height: 30, below: false },
      { y: 30, height: 0, below: false },
      { y: 30, height: 10, below: true },
    ]);
    expect(barsOf([0, 0], 40).map(({ height }) => height)).toEqual([0, 0]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { measureScans, type ScanFigures } from '../../../infra/tools/bench/scans.ts';

/** Papers of different numbers, rates and settings; what each says is told before it is printed and worn. */
/** A page takes two to seven seconds: more papers and seeds are for `npm run bench`. */
const SEEDS = ['scans-1'];
const PAPERS_OF_A_SEED = 1;
const FIELDS = 6;
const WEARS = ['scanner, 200 dpi', 'grey scanner, 150 dpi, grain', 'phone, 3° askew, blurred', 'small, 100 dpi', 'on its side'];

describe('papers worn by scanner, phone and a careless hand', () => {
  let figures: readonly ScanFigures[] = [];
  beforeAll(async () => {
    const all: ScanFigures[] = [];
    for (const seed of SEEDS) all.push(await measureScans(seed, PAPERS_OF_A_SEED));
    figures = all;
  }, 300_000);

  it.each(WEARS)('%s: at least 0.80 of the six fields are read right, and none is believed and wrong', (name) => {
    const results = figures.flatMap(({ wears }) => wears.filter(({ wear }) => wear === name));
    const sum = (of: 'fields' | 'right' | 'wrong') => results.reduce((total, result) => total + result[of], 0);
    expect([sum('fields'), sum('wrong')]).toEqual([SEEDS.length * PAPERS_OF_A_SEED * FIELDS, 0]);
    expect(sum('right') / sum('fields')).toBeGreaterThanOrEqual(0.8);
  });

  it('no wear is left out', () => {
    for (const { wears } of figures) expect(wears.map(({ wear }) => wear)).toEqual(WEARS);
  });
});

import { describe, expect, it } from 'vitest';
import { hasSamples, newShop, sample } from '../../support/imports.ts';

describe.skipIf(!hasSamples)('a day of the online retail data (skipped where the sample folder is absent)', () => {
  it('is imported', async () => {
    const shop = await newShop();
    const done = await shop.import(sample('2010-12-01'), { fileName: '2010-12-01.csv' });
    console.log(JSON.stringify(done, null, 1));
    expect(done.status).toBe('done');
  }, 200_000);
});

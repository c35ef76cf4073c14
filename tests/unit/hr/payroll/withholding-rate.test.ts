import { expect, test } from 'vitest';
import { incomeTaxIn } from '#domain/hr/payroll/income-tax-es.ts';
import {
  type FamilyData,
  quotaLimit,
  regularisedRate,
  scaleOf,
  type WithholdingFacts,
  withholdingRate,
} from '#domain/hr/payroll/withholding-rate.ts';

const row = incomeTaxIn('2026-01');
const single: FamilyData = { situation: '3', birthYear: 1990, descendants: [], ascendants: [] };
const facts = (gross: number, socialSecurity: number, more: Partial<WithholdingFacts> = {}): WithholdingFacts => ({
  ...{ year: 2026, gross, socialSecurity, family: single, contract: 'general' },
  ...more,
});
const children = (whole: boolean, ...ages: number[]) => ages.map((age) => ({ birthYear: 2026 - age, whole }));

test('24,000, single: 13.51 %, each step as worked by hand', () => {
  expect(withholdingRate(row, facts(2_400_000, 156_000))).toEqual({
    ...{ net: 2_244_000, expenses: 200_000, reduction: 0, base: 2_044_000, minimum: 555_000, quota: 324_300 },
    ...{ exemptBelow: 1_587_600, limited: false, rate: 1351, row: 'es.irpf.withholding.2026' },
  });
  expect(scaleOf(row, 2_044_000)).toBe(429_750);
  // 43 % x (24,000 - 15,876) = 3,493.32: not reached. Above 35,200 a year there is no limit.
  expect(quotaLimit(row, 2_400_000, 1_587_600)).toBe(349_332);
  expect(quotaLimit(row, 3_520_001, 1_587_600)).toBeUndefined();
});

test('two children of 7 and 2, shared: minimum 9,500, 10.38 %', () => {
  const family = { ...single, descendants: children(false, 2, 7) };
  expect(withholdingRate(row, facts(2_400_000, 156_000, { family }))).toMatchObject({ minimum: 950_000, quota: 249_250, rate: 1038 });
});

test('single parent with a child of 7: the limit of 43 % binds, 11.38 %', () => {
  const family = { ...single, situation: '1', descendants: children(true, 7) } as const;
  expect(withholdingRate(row, facts(2_400_000, 156_000, { family }))).toMatchObject({
    minimum: 795_000,
    quota: 273_308,
    limited: true,
    rate: 1138,
  });
});

test.each([
  // 2,364.34 - 1.14 x 91.48 = 2,260.05 of art. 20; 43 % x (19,000 - 15,876) = 1,343.32.
  [1_900_000, 123_500, { net: 1_776_500, reduction: 226_005, base: 1_350_495, quota: 134_332, limited: true, rate: 707 }],
  [1_400_000, 91_000, { quota: 0, rate: 0 }],
  [6_000_000, 390_000, { reduction: 0, quota: 1_466_400, limited: false, rate: 2444 }],
])('%i cents a year with %i of Social Security: each step as worked by hand', (gross, socialSecurity, steps) => {
  expect(withholdingRate(row, facts(gross, socialSecurity))).toMatchObject(steps);
});

test('a rise from June: 15.64 % on what is still to be paid', () => {
  const steps = regularisedRate(row, facts(2_640_000, 171_600), { withheld: 135_100, toCome: 1_640_000 });
  expect(steps).toMatchObject({ net: 2_468_400, quota: 391_620, rate: 1564 });
});

test('least rates: 2 % for less than a year, 15 % for special relationships; Ceuta 40 % of the rate', () => {
  expect(withholdingRate(row, facts(1_400_000, 91_000, { contract: 'short' })).rate).toBe(200);
  expect(withholdingRate(row, facts(1_400_000, 91_000, { contract: 'short', reducedTerritory: true })).rate).toBe(80);
  expect(withholdingRate(row, facts(2_400_000, 156_000, { contract: 'special' })).rate).toBe(1500);
  expect(withholdingRate(row, facts(2_400_000, 156_000, { reducedTerritory: true })).rate).toBe(540);
});

test('the highest rate of Ceuta is 40 % of 47 %, also where the rate is regularised', () => {
  const rich = facts(60_000_000, 400_000, { reducedTerritory: true });
  expect(regularisedRate(row, rich, { withheld: 0, toCome: 10_000_000 }).rate).toBe(1880);
});

test('a home bought before 2011 takes two points off', () => {
  expect(withholdingRate(row, facts(2_400_000, 156_000, { family: { ...single, homePurchase: true } })).rate).toBe(1151);
});

test('situation 1 without children is refused', () => {
  expect(() => withholdingRate(row, facts(2_400_000, 156_000, { family: { ...single, situation: '1' } }))).toThrow(/needs a descendant/);
});

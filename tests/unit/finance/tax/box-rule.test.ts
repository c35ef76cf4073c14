import { describe, expect, it } from 'vitest';
import { boxRule303 } from '#domain/finance/tax/box-rule.ts';
import { M303 } from '#domain/finance/tax/m303.ts';

const rule = (box: string) => boxRule303(box)?.rule;

describe('how a box of form 303 is worked out', () => {
  it('is told of every box, in both languages, with its source', () => {
    const untold = M303.filter(({ box }) => {
      const of = boxRule303(box);
      return !(of?.rule && of.ruleEn && of.source.includes('AEAT')) || /de $|of $/.test(`${of.rule}${of.ruleEn}`);
    });
    expect(untold.map(({ box }) => box)).toEqual([]);
  });

  it('is the formula of a sum, or the codes whose bases and taxes it adds up', () => {
    expect(rule('27')).toBe('03 + 06 + 09 + 11 + 13 + 15 + 158 + 170 + 21 + 24 + 26');
    expect(rule('71')).toBe('69 − 70 + 109');
    expect(rule('30')).toBe('Suma de bases de INV-G, ISPI-G, MEDI-G');
    expect(rule('24')).toBe('Suma de cuotas de RE-G');
    expect(rule('77')).toBe('Suma de cuotas de IMPD-G, IMPD-R, IMPD-S, IMPDI-G');
    expect(rule('26')).toBe('Suma de cuotas de documentos que rectifican otros, con RE-G, RE-R, RE-S, RE-T');
    expect(boxRule303('31')?.source).toMatch(/^Ley 37\/1992, art\. 108; AEAT/);
  });
});

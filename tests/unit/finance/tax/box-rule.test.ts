import { describe, expect, it } from 'vitest';
import { boxRule303 } from '#domain/finance/tax/box-rule.ts';
import { boxRule } from '#domain/finance/tax/form-box-rule.ts';
import { FORM_BOXES, type TotalForm } from '#domain/finance/tax/forms.ts';
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

describe('how a box of the other forms is worked out', () => {
  const of = (form: TotalForm, box: string) => boxRule(form, box)?.rule;

  it('is told of every box, in both languages, with its source', () => {
    const untold = FORM_BOXES.filter(({ form, box }) => {
      const { rule: es = '', ruleEn = '', source = '' } = boxRule(form, box) ?? {};
      return !(es && ruleEn && /AEAT/.test(source)) || /(de|of|con|with|undefined) ?$/.test(es) || /(of|with) ?$/.test(ruleEn);
    });
    expect(untold.map(({ form, box }) => `${form} ${box}`)).toEqual([]);
  });

  it('is the formula of a sum, the types of withholding, or the codes of the year', () => {
    expect([of('111', '28'), of('390', '65')]).toEqual(['03 + 06 + 09', '47 − 64']);
    expect(of('111', '03')).toBe('Suma de retenciones con CUR15, DIR35, DIR19, NOM');
    expect(of('115', '01')).toBe('Número de perceptores distintos con RENT19');
    expect(of('390', '64')).toBe('49 + 51 + 53 + 55 + (57+598) + 59 + 62 + 63 + 522');
    expect(of('347', '02')).toContain('3.005,06 € en el año');
    expect(of('390', '63')).toBe('Lo que una persona indicó en la casilla 43 de los 303 del año');
    expect(of('390', '105')).toBe('Suma de bases de EXENTO');
    expect(boxRule('390', '62')?.ruleEn).toMatch(/^Sum of taxes of documents that correct others, with IVA21, IVA-G, /);
    expect(boxRule('349', '02')?.source).toMatch(/^Orden HAC\/174\/2020/);
    expect(boxRule('303', '71')).toEqual(boxRule303('71'));
  });
});

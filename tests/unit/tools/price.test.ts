import { describe, expect, it } from 'vitest';
import { MODULES } from '#api/modules.ts';
import { FAMILIES } from '../../../infra/tools/bench/families.ts';
import { codeLines, familyOf, measurePrices, screensOf } from '../../../infra/tools/bench/price.ts';

describe('the price of a family', () => {
  it('counts every module once', () => {
    const modules = FAMILIES.flatMap((family) => family.modules);
    expect(new Set(modules).size).toBe(modules.length);
    expect(MODULES.map(({ name }) => name).filter((name) => !modules.includes(name))).toEqual([]);
  });

  it.each([
    ['functions/finance/payables/bills.ts', 'supplier bills'],
    ['shared/domain/finance/payables/wire.ts', 'supplier bills'],
    ['shared/api/finance/payables.ts', 'supplier bills'],
    ['shared/api/finance/payables.ts', 'supplier bills'],
    ['functions/finance/payables/suppliers.ts', 'suppliers'],
    ['web/src/finance/advances/screens.ts', 'receivables'],
    ['web/src/list/columns.tsx', undefined],
    ['shared/domain/finance/open-items/ageing.ts', undefined],
  ])('%s', (path, family) => expect(familyOf(path)?.name).toBe(family));

  it('takes lines that say something to the machine for code', () => {
    const text = '/** A sum. */\nconst a = 1;\n\n/*\n * of two lines\n */\n// and one\nconst b = a * 2; // of it\n  * c;\n';
    expect(codeLines(text)).toBe(2);
    expect(screensOf("routes: {\n '/a': () => import(a),\n '/b/$id': () => import(b),\n}")).toBe(2);
  });

  it('measures every family that has actions, and their lines are those of the tree', async () => {
    const { families, house, total } = await measurePrices();
    expect(families.filter(({ actions, functions }) => actions > 0 && functions === 0)).toEqual([]);
    expect(families.reduce((lines, { all }) => lines + all, house)).toBe(total);
    expect(families.reduce((count, { actions }) => count + actions, 0)).toBe(
      MODULES.reduce((count, { actions }) => count + Object.keys(actions).length, 0),
    );
  });
});

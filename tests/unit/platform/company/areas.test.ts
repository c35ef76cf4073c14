import { expect, it } from 'vitest';
import { areaChoices, usedAreas } from '../../../../shared/domain/platform/company/areas.ts';

it('areas are on as the activity has it, until the company says otherwise', () => {
  expect(usedAreas({})).toEqual(['sales', 'billing', 'purchasing', 'treasury', 'warehouse', 'books']);
  expect(usedAreas({ activity: 'services' })).toEqual(['sales', 'billing', 'purchasing', 'treasury', 'books']);
  const chosen = { warehouse: true, purchasing: false, books: false };
  expect(usedAreas({ activity: 'services', areas: chosen })).toEqual(['sales', 'billing', 'treasury', 'warehouse']);
});

it('what is chosen as the activity has it anyway is no choice', () => {
  const choices = areaChoices('services', ['sales', 'warehouse', 'books']);
  expect(choices).toEqual({ sales: null, billing: false, purchasing: false, treasury: false, warehouse: true, books: null });
});

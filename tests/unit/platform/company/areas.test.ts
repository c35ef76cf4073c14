import { expect, it } from 'vitest';
import { areaChoices, usedAreas } from '../../../../shared/domain/platform/company/areas.ts';

it('areas are on as the activity has it, until the company says otherwise', () => {
  expect(usedAreas({})).toEqual([
    'sales',
    'billing',
    'purchasing',
    'treasury',
    'warehouse',
    'people',
    'development',
    'time',
    'pay',
    'books',
  ]);
  expect(usedAreas({ activity: 'services' })).toEqual([
    'sales',
    'billing',
    'purchasing',
    'treasury',
    'people',
    'development',
    'time',
    'pay',
    'books',
  ]);
  const chosen = { warehouse: true, purchasing: false, books: false };
  expect(usedAreas({ activity: 'services', areas: chosen })).toEqual([
    'sales',
    'billing',
    'treasury',
    'warehouse',
    'people',
    'development',
    'time',
    'pay',
  ]);
});

it('what is chosen as the activity has it anyway is no choice', () => {
  const choices = areaChoices('services', ['sales', 'warehouse', 'books']);
  const off = { billing: false, purchasing: false, treasury: false, people: false, development: false, time: false, pay: false };
  expect(choices).toEqual({ ...off, sales: null, warehouse: true, books: null });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openApiDocument, textOf } from '../../infra/tools/openapi/document.ts';
import type { Json } from '../../infra/tools/openapi/json.ts';
import { MODULES } from '../../shared/api/modules.ts';

const committed = readFileSync(join(import.meta.dirname, '..', '..', 'openapi.json'), 'utf8');
const document = JSON.parse(committed);
const actions = MODULES.flatMap((module) => Object.entries(module.actions).map(([name, spec]) => ({ name, spec })));
const operations = new Map<string, Json & { responses: Record<string, Json> }>(
  Object.values(document.paths as Record<string, Record<string, Json>>).flatMap((path) =>
    Object.values(path).map((operation) => [operation.operationId as string, operation as never]),
  ),
);
const at = (ref: string): Json =>
  ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key] as Json, document as Json);

describe('openapi.json', () => {
  test('is what the tables say: run "npm run openapi" and commit the file', async () => {
    expect(committed === textOf(await openApiDocument(MODULES))).toBe(true);
  });

  test('is made the same every time', async () => {
    expect(textOf(await openApiDocument(MODULES))).toBe(textOf(await openApiDocument(MODULES)));
  });

  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('every reference leads somewhere', () => {
    const refs = [...committed.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
    expect(refs.length).toBeGreaterThan(300);
    expect([...new Set(refs)].filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  test('has one operation per action', () => {
    expect([...operations.keys()].sort()).toEqual(actions.map(({ name }) => name).sort());
  });

  test('money is text on the wire, in requests and in answers', () => {
    expect(document.components.schemas.Money.properties).toEqual({
      amount: { type: 'string', pattern: '^-?\\d{1,14}(\\.\\d{1,2})?$' },
      currency: { type: 'string', const: 'EUR' },
    });
    expect(document.components.schemas.Totals.properties.gross).toEqual({ $ref: '#/components/schemas/Money' });
    expect(document.components.schemas.ReceiptInput.properties.amount).toEqual({ $ref: '#/components/schemas/PositiveAmount' });
    const positive = new RegExp(document.components.schemas.PositiveMoney.properties.amount.pattern);
    expect(['0.01', '10', '9999999999.99', '0', '0.00', '-1.00', '1.001'].filter((text) => positive.test(text))).toEqual([
      '0.01',
      '10',
      '9999999999.99',
    ]);
  });
});

describe.each(actions)('$name', ({ name, spec }) => {
  const operation = operations.get(name) as Json & { parameters?: Json[]; responses: Record<string, Json> };

  test('says who may, what it takes and how it can end', () => {
    expect(operation['x-permission']).toBe(spec.permission === 'public' ? undefined : spec.permission);
    expect(operation.security).toEqual(spec.permission === 'public' ? [] : undefined);
    const keys = (operation.parameters ?? []).filter(({ $ref }) => $ref === '#/components/parameters/IdempotencyKey');
    expect(keys).toHaveLength(spec.route.startsWith('POST ') && spec.permission !== 'public' ? 1 : 0);
    expect(operation.responses).toHaveProperty(String(spec.status ?? 200));
    const always = ['400', '429', '500', '503', ...(spec.permission === 'public' ? [] : ['401', '403'])];
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(always));
    expect(Object.keys(operation['x-errors'] ?? {}).sort()).toEqual([...new Set(spec.errors ?? [])].sort());
    const statuses = Object.values((operation['x-errors'] ?? {}) as Record<string, number | number[]>).flat();
    expect(statuses.filter((status) => !operation.responses[String(status)])).toEqual([]);
  });

  test('its example answer is one that it could give', () => {
    for (const [status, response] of Object.entries(operation.responses)) {
      const json = (response.content as Record<string, Json> | undefined)?.['application/json'];
      if (!status.startsWith('2') || !json) continue;
      const [made] = at((json.schema as { $ref: string }).$ref).examples as unknown[];
      const value = json.example ?? made;
      expect(z.safeDecode(spec.output as never, value as never)).toMatchObject({ success: true });
    }
  });
});

test.each(actions.filter(({ spec }) => spec.example?.body !== undefined))('$name: its example body is one that it accepts', ({ spec }) => {
  expect(z.safeDecode(spec.body as never, spec.example?.body as never)).toMatchObject({ success: true });
});

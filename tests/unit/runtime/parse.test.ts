import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseJson } from '../../../shared/runtime/json.ts';
import { parseInput } from '../../../shared/runtime/parse.ts';

const Input = z.strictObject({ name: z.string().check(z.maxLength(1)), of: z.optional(z.record(z.string(), z.array(z.string()))) });

it('composes every text that comes in, before it is measured: what looks alike is alike', () => {
  for (const place of ['body', 'query', 'path', 'row'] as const)
    expect(parseInput(Input, { name: 'n\u0303', of: { 'e\u0301': ['o\u0308'] } }, place)).toEqual({ name: 'ñ', of: { é: ['ö'] } });
});

it('takes no field twice, also where its two names only look alike', () => {
  expect(() => parseJson(Buffer.from('{"é":1,"e\u0301":2}'))).toThrow(expect.objectContaining({ code: 'body.duplicate_key' }));
});

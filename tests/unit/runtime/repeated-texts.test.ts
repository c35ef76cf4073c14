import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KINDS } from '../../../shared/domain/kinds.ts';
import { inFull, onceEach } from '../../../shared/runtime/repeated-texts.ts';

const REPEATS = ['name', 'reference'];
const step = (rev: number, by: string) => ({ rev, by, at: '2026-03-03T09:00:00.000Z', request: 'r', action: 'a' });
const BESIDE = { party: 'sup_CSV5R7CETNSWNTW8WEF0J0P3K2', history: [step(1, 'ana@lumbre.example'), step(2, 'bea@lumbre.example')] };

it('stores a text that the item has elsewhere as two characters, also within another text', () => {
  const data = {
    supplierId: BESIDE.party,
    name: 'Talleres Robla',
    reference: 'A-2026/118',
    approval: { by: 'bea@lumbre.example' },
    entry: { text: 'S/Fra. A-2026/118 Talleres Robla', lines: [{ account: '410', party: BESIDE.party }] },
  };
  const stored = onceEach(data, REPEATS, BESIDE);
  expect(stored).toEqual({
    supplierId: '\u001a@',
    name: 'Talleres Robla',
    reference: 'A-2026/118',
    approval: { by: '\u001a2' },
    entry: { text: 'S/Fra. \u001ab \u001aa', lines: [{ account: '410', party: '\u001a@' }] },
  });
  expect(inFull(stored, REPEATS, BESIDE)).toEqual(data);
  // Stored in full before, and of a kind that repeats nothing: as it is.
  expect(inFull(data, REPEATS, BESIDE)).toEqual(data);
  expect(onceEach(data, undefined, BESIDE)).toBe(data);
});

it('refuses a mark of a text that the item has not', () => {
  expect(() => inFull({ by: '\u001a3' }, REPEATS, BESIDE)).toThrow(TypeError);
  expect(() => inFull({ by: '\u001a' }, REPEATS, BESIDE)).toThrow(TypeError);
});

it('gives back any data as it was, whatever its texts hold', () => {
  // Texts that begin where others end, the characters of marks themselves, and what a regular expression would take for its own.
  const part = fc.constantFrom('\u001a', 'a', 'b', '@', '1', 'sup_1', 'ana@x.example', 'foo (bar)', 'bar) baz', '.*+?^$|\\[]{}-/', 'é😀');
  const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.array(tie('tree')),
      fc.dictionary(fc.constantFrom('by', 'x', 'y'), tie('tree')),
    ),
  }));
  const data = fc.record({ name: text, reference: fc.oneof(text, fc.constant(undefined)), entry: tree, by: tree });
  fc.assert(
    fc.property(data, text, text, (record, party, by) => {
      const beside = { party, history: [step(1, by), step(12, 'ana@x.example')] };
      expect(inFull(onceEach(record, REPEATS, beside), REPEATS, beside)).toEqual(record);
    }),
    { numRuns: 500 },
  );
});

it('are texts of the kinds’ own data, of which each stands for itself', () => {
  const kinds = KINDS.flatMap(({ kind, repeats }) => (repeats ? [[kind, repeats]] : []));
  // A mark is a letter: places never change, since what is stored is read by them.
  expect(kinds).toEqual([
    ['supplier-bill', ['supplierName', 'reference', 'receivedOn']],
    ['supplier-credit-note', ['supplierName', 'reference', 'receivedOn']],
  ]);
});

import { describe, expect, it } from 'vitest';
import { FileFault, readShopFile } from '../../../../functions/sales/imports/csv-file.ts';
import { importProfileOf } from '../../../../shared/domain/sales/imports/profiles.ts';
import { isReturn } from '../../../../shared/domain/sales/imports/rows.ts';

const PROFILE = importProfileOf('online-retail');
const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const row = (document: string, quantity = 1, description = 'CUP') =>
  `${document},10002,${description},${quantity},2010-12-01 09:00:00,1.50,17850.0,France`;

/** The file in pieces of a few bytes, as a stream may bring it. */
async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = async (text: string | Uint8Array) => [...(await readShopFile(pieces(text), PROFILE)).documents((n) => isReturn(PROFILE, n))];
const faultOf = async (text: string | Uint8Array) => {
  try {
    await read(text);
    return undefined;
  } catch (error) {
    return error instanceof FileFault ? error.fault : error;
  }
};

describe('a shop’s file', () => {
  it('is gathered by document in the order in which they are first named, also where rows do not stand together', async () => {
    const documents = await read([HEADER, row('2'), row('1'), row('C3', -1), row('2', 4)].join('\n'));
    expect(documents.map(({ number, returned, rows }) => [number, returned, rows.map((r) => [r.line, r.quantity])])).toEqual([
      [
        '2',
        false,
        [
          [2, '1'],
          [5, '4'],
        ],
      ],
      ['1', false, [[3, '1']]],
      ['C3', true, [[4, '1']]],
    ]);
  });

  it('may have a byte order mark, Windows line ends, empty lines, no end of its last line, and cells with commas and line ends', async () => {
    const text = `\uFEFF${[HEADER, row('1', 1, '"BIG, ""RED"" CUP"'), '', row('2', 1, '"TWO\r\nLINES"'), row('3')].join('\r\n')}`;
    const documents = await read(text);
    expect(documents.map(({ number, rows }) => [number, rows[0]?.line, rows[0]?.description])).toEqual([
      ['1', 2, 'BIG, "RED" CUP'],
      ['2', 4, 'TWO LINES'],
      ['3', 6, 'CUP'],
    ]);
  });

  it('keeps rows that cannot be taken beside those that can', async () => {
    const [document] = await read([HEADER, row('1'), '1,10002,CUP,2', row('1', -3)].join('\n'));
    expect(document?.rows).toHaveLength(1);
    expect(document?.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'malformed'],
      [4, 'negative-quantity'],
    ]);
  });

  it('takes nothing of a document whose rows say different things of it, and says which', async () => {
    const other = (from: string, to: string) => row('1', 2).replace(from, to);
    for (const [changed, field, first, second] of [
      [other('2010-12-01', '2010-12-02'), 'date', '2010-12-01', '2010-12-02'],
      [other('17850', '12345'), 'customer', '17850', '12345'],
      [other('17850.0', ''), 'customer', '17850', ''],
      [other('France', 'Spain'), 'country', 'France', 'Spain'],
    ] as const) {
      const [document, next] = await read([HEADER, row('1'), changed, row('1', -1), row('2')].join('\n'));
      expect(document?.head).toBeUndefined();
      expect(document?.rows).toEqual([]);
      expect(document?.problems.map(({ line, reason }) => [line, reason])).toEqual([
        [4, 'negative-quantity'],
        [2, 'mixed'],
        [3, 'mixed'],
      ]);
      expect(document?.problems[1]?.params).toEqual({ why: field, first, second, line: 3 });
      expect(next?.rows).toHaveLength(1);
    }
    // Times of one day are alike.
    expect((await read([HEADER, row('1'), other('09:00', '10:30')].join('\n')))[0]?.rows).toHaveLength(2);
  });

  it('may begin with the line by which Excel is told the separator, and have rows of separators alone', async () => {
    for (const first of ['sep=,', 'SEP=,', 'sep=,\r']) {
      const [document] = await read([first, HEADER, ',,,,,,,', row('1'), ' , ,,,,,, ', row('1', 2)].join('\n'));
      expect([document?.rows.map(({ line }) => line), document?.problems]).toEqual([[4, 6], []]);
    }
    expect(await faultOf(`sep=;\n${HEADER}\n${row('1')}`)).toMatchObject({
      code: 'columns',
      message: expect.stringMatching(/says that columns are separated by ";"/),
      params: { separator: 'semicolon', wanted: 'comma', why: 'stated' },
    });
  });

  it('keeps whole characters where a text is too long for its place', async () => {
    const [document] = await read([HEADER, row('1', 1, `${'x'.repeat(159)}😀`), row('2', 1, `${'x'.repeat(158)}😀`)].join('\n'));
    expect(document?.rows[0]?.description).toBe('x'.repeat(159));
    const problem = (await read([HEADER, row('1').replace('1.50', `${'9'.repeat(39)}😀`)].join('\n')))[0]?.problems[0];
    expect(problem?.params).toMatchObject({ value: '9'.repeat(39) });
  });

  it.each<[string, string | Uint8Array, string, number | undefined, RegExp]>([
    ['nothing', '', 'empty', undefined, /empty/],
    ['a header alone', HEADER, 'no_rows', undefined, /nothing below/],
    ['a missing column', `${HEADER.replace('UnitPrice,', '')}\n1,2,3`, 'columns', 1, /lacks the columns UnitPrice\./],
    ['a column twice', `${HEADER},unitprice\n1,2,3`, 'columns', 1, /more than once: UnitPrice/],
    [
      'semicolons',
      `${HEADER.replaceAll(',', ';')}\n1;2`,
      'columns',
      1,
      /separate columns by ";"; the profile online-retail separates them by ","/,
    ],
    ['a quotation mark that is never closed', `${HEADER}\n${row('1', 1, '"CUP')}\n${row('2')}`, 'quotes', 3, /never closed/],
    ['a quotation mark inside a cell', `${HEADER}\n${row('1', 1, 'CUP "BIG"')}`, 'quotes', 2, /inside a cell/],
    ['a row without end', `${HEADER}\n${row('1', 1, `"${'x'.repeat(120_000)}`)}`, 'quotes', undefined, /longer than 100000/],
    ['Latin-1', Buffer.from(`${HEADER}\n${row('1')}\n${row('2', 1, 'CAFÉ')}`, 'latin1'), 'encoding', 3, /not UTF-8: line 3/],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}\n${row('1')}`, 'utf16le'), 'encoding', 1, /UTF-16/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary', 1, /binary/],
    ['a page', '<!doctype html><html></html>', 'columns', 1, /It has: <!doctype/],
  ])('of %s is refused whole, in words', async (_, text, code, line, message) => {
    const fault = await faultOf(text);
    expect(fault).toMatchObject({ code, message: expect.stringMatching(message) });
    if (line !== undefined) expect(fault).toMatchObject({ line });
  });
});

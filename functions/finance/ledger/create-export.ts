import { dateIn } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { CONTENT_TYPES } from '#domain/finance/ledger/export.ts';
import { type BookExport, BookExports } from '#domain/finance/ledger/export-record.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { command } from '#runtime/action.ts';
import { linkTo, putObject } from '#runtime/documents.ts';
import { writeExport } from './export-writer.ts';
import { ledger } from './module.ts';

export const createExport = command(ledger.actions.createExport, {
  evidence: ({ made }) => ({ type: BookExports, id: made('exp'), how: 'make' as const }),
  // The link is new each time: it is a way to the same file, good for a quarter of an hour.
  answer: async (made, { now }) => ({ ...made, contentType: CONTENT_TYPES[made.kind], ...(await linkTo('reports', made.key, made.fileName, now)) }),
  run: async ({ body, records, now, made, tenant }) => {
    const company = await records.need(Companies, COMPANY_ID);
    const on = dateIn(company.timeZone, now);
    if (body.from && body.to && body.from > body.to) throw invalid('range.backwards', 'The range ends before it begins.', 'body.from');
    const { text, entries } = await writeExport(records, company, body, on);
    const extension = body.kind === 'journal-hledger' ? 'journal' : 'csv';
    const fileName = `${body.kind}-${on}.${extension}`;
    const key = `${tenant}/exports/${made('exp')}.${extension}`;
    await putObject('reports', key, text, CONTENT_TYPES[body.kind]);
    const record = { kind: body.kind, from: body.from, to: body.to, on, key, fileName, bytes: Buffer.byteLength(text), entries };
    return (await records.commit<BookExport>([create(BookExports, made('exp'), record)]))[0];
  },
});

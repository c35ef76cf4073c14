import { CONTENT_TYPES } from '#domain/finance/ledger/export.ts';
import { type BookExport, BookExports, exportRange } from '#domain/finance/ledger/export-record.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { linkTo, putObject } from '#runtime/documents.ts';
import { writeExport } from './export-writer.ts';
import { ledger } from './module.ts';

export const createExport = command(ledger.actions.createExport, {
  evidence: ({ made }) => ({ type: BookExports, id: made('exp'), how: 'make' as const }),
  // The link is new each time: it is a way to the same file, good for a quarter of an hour.
  answer: async ({ id, kind, from, to, key, fileName, bytes, entries }, { now }) => ({
    id,
    kind,
    state: 'ready' as const,
    ...(from ? { from } : {}),
    to,
    bytes,
    entries,
    contentType: CONTENT_TYPES[kind],
    ...(await linkTo('reports', key, fileName, now)),
  }),
  run: async ({ body, records, now, made, tenant }) => {
    const company = await records.need(Companies, COMPANY_ID);
    const today = dateIn(company.timeZone, now);
    const range = exportRange(body, body.kind === 'trial-balance-csv' ? today : `${company.fiscalYears.at(-1)}-12-31`);
    const { text, entries } = await writeExport(records, company, body.kind, range, today);
    const extension = body.kind === 'journal-hledger' ? 'journal' : 'csv';
    const fileName = `${body.kind}-${range.from ? `${range.from}-` : ''}${range.to}.${extension}`;
    const key = `${tenant}/exports/${made('exp')}.${extension}`;
    await putObject('reports', key, text, CONTENT_TYPES[body.kind]);
    return (
      await records.commit<BookExport>([
        create(BookExports, made('exp'), { kind: body.kind, ...range, key, fileName, bytes: Buffer.byteLength(text), entries }),
      ])
    )[0];
  },
});

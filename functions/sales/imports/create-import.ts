import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Import, Imports, MAX_BYTES, newImport } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { uploadTo } from '#runtime/documents.ts';
import { uploadKey } from './import-store.ts';
import { imports } from './module.ts';

export const createImport = command(imports.actions.createImport, {
  evidence: ({ made }) => ({ type: Imports, id: made('imp'), how: 'make' as const }),
  // The link is new each time: it is a way to the same place, good for a quarter of an hour.
  answer: async (record, { body, now }) => {
    const { profile, fileName, key, date, madeAt, id } = record;
    const born = { ...stampedAtBirth(record), ...newImport({ profile, fileName, key, date, madeAt }), id };
    const { size, startedAt, finishedAt, fault, ...rest } = born;
    return {
      ...importView(rest),
      upload: { method: 'PUT' as const, ...(await uploadTo('documents', key, body.bytes, now)), maxBytes: MAX_BYTES },
    };
  },
  run: async ({ body: { fileName, profile }, records, now, made, tenant }) => {
    const company = await records.need(Companies, COMPANY_ID);
    const key = uploadKey(tenant, made('imp'));
    const waiting = newImport({ fileName, profile, key, date: dateIn(company.timeZone, now), madeAt: now.toISOString() });
    return (await records.commit<Import>([create(Imports, made('imp'), waiting)]))[0];
  },
});

import { TaxFiles } from '#domain/finance/tax/tax-file.ts';
import { update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { writeAdviserZip } from './adviser-zip.ts';
import { writeTaxFile } from './tax-file-writer.ts';

/** Makes the files that were too long for their requests. The same change may come again: what is made is left alone. */
export const handler = followChanges({
  code: 'write-tax-file',
  subject: ({ id }) => id,
  handle: async (tenant, id, changes) => {
    const now = new Date();
    const records = new Records(tenant, { by: 'workflow', request: changes.at(-1)?.request ?? id, action: 'writeTaxFile', at: now });
    const asked = await records.get(TaxFiles, id);
    if (!asked || asked.bytes !== undefined) return;
    const { company, today } = await companyAndDay(records, now);
    const made =
      asked.kind === 'adviser-zip'
        ? await writeAdviserZip({ ...asked, records, company, today, now })
        : await writeTaxFile({ ...asked, records, company, today }, Number.POSITIVE_INFINITY);
    await records.commit([update(TaxFiles, asked, { ...asked, ...made })]);
  },
});

import { BookExports } from '#domain/finance/ledger/export-record.ts';
import { update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { writeFile } from './export-writer.ts';

/** Makes the files that were too long for their requests. The same change may come again: what is made is left alone. */
export const handler = followChanges({
  code: 'write-export',
  subject: ({ id }) => id,
  handle: async (tenant, id, changes) => {
    const now = new Date();
    const records = new Records(tenant, { by: 'workflow', request: changes.at(-1)?.request ?? id, action: 'writeExport', at: now });
    const asked = await records.get(BookExports, id);
    if (!asked || asked.bytes !== undefined) return;
    const { company, today } = await companyAndDay(records, now);
    const made = await writeFile(records, company, asked, { on: today, most: Number.POSITIVE_INFINITY });
    await records.commit([update(BookExports, asked, { ...asked, ...made })]);
  },
});

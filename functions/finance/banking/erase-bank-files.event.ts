import { BankFiles, statementKey } from '#domain/finance/banking/bank-file.ts';
import { followChanges } from '#runtime/changes.ts';
import { eraseObject } from '#runtime/documents.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';

/** Erases the original of a file that is gone with its last statement. What is there still is of no interest. */
export const handler = followChanges({
  code: 'erase-bank-files',
  subject: ({ id, after }) => (after === undefined ? id : undefined),
  handle: async (tenant, id, changes) => {
    const records = new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'eraseBankFiles', at: new Date() });
    if (await records.get(BankFiles, id)) return;
    const key = changes.at(-1)?.before?.key;
    await eraseObject('documents', typeof key === 'string' ? key : statementKey(tenant, id));
  },
});

import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import {
  type BankFile,
  BankFiles,
  bankFileActions,
  MAX_STATEMENT_BYTES,
  newBankFile,
  type StoredBankFile,
  statementKey,
  waitingForReading,
} from '#domain/finance/banking/bank-file.ts';
import { bankFileView } from '#domain/finance/banking/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on, plainQuery } from '#runtime/action.ts';
import { downloadOf, uploadTo } from '#runtime/documents.ts';
import { listRecords } from '#runtime/lists.ts';
import { optional } from '#runtime/reads.ts';
import { actionsOf, command } from '../../platform/service.ts';

const { actions } = banking;

export const createBankFile = command(
  actions.createBankFile,
  creates(BankFiles, 'bkf', ({ body }) => ({ account: optional(BankAccounts, body.bankAccountId, 'body.bankAccountId') })),
  ({ body: { fileName, bankAccountId }, tenant, newId, now }) => {
    const id = newId('bkf');
    const file = { fileName, ...defined({ bankAccountId }), key: statementKey(tenant, id), madeAt: now.toISOString() };
    return [create(BankFiles, id, newBankFile(file))];
  },
  // The link is new each time: it is a way to the same place, good for a quarter of an hour.
  async (file, { body, now }) => ({
    ...bankFileView(file),
    upload: { method: 'PUT' as const, ...(await uploadTo('documents', file.key, body.bytes, now)), maxBytes: MAX_STATEMENT_BYTES },
  }),
);

export const listBankFiles = plainQuery(actions.listBankFiles, async ({ query: { state, ...input }, records }) => {
  const where = state && ((file: StoredBankFile) => file.state === state);
  const page = await listRecords(records, BankFiles, { ...input, words: input.q, buckets: ['all'], where });
  return { ...page, items: page.items.map(bankFileView) };
});

export const getBankFile = plainQuery(actions.getBankFile, async ({ path, records, caller }) => {
  const file = await records.getOrThrow(BankFiles, path.fileId, 'path.fileId');
  return { ...bankFileView(file), actions: actionsOf(caller, actions, bankFileActions, file) };
});

export const readBankFileAgain = command(
  actions.readBankFileAgain,
  on(
    BankFiles,
    ({ fileId }) => fileId,
    ({ body }) => ({ account: optional(BankAccounts, body.bankAccountId, 'body.bankAccountId') }),
  ),
  ({ account }, file) => {
    throwIf(bankFileActions.readBankFileAgain(file));
    return [update<BankFile>(BankFiles, file, waitingForReading(file, account?.id))];
  },
  (file, { caller }) => ({ ...bankFileView(file), actions: actionsOf(caller, actions, bankFileActions, file) }),
);

export const getBankFileOriginal = plainQuery(actions.getBankFileOriginal, async ({ path, records, now }) => {
  const { key, fileName } = await records.getOrThrow(BankFiles, path.fileId, 'path.fileId');
  return { fileName, ...(await downloadOf('documents', key, fileName, now)) };
});

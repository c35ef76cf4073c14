import { tax } from '#api/finance/tax.ts';
import { MOST_AT_ONCE, type StoredTaxFile, TAX_FILE_TYPES, TaxFiles } from '#domain/finance/tax/tax-file.ts';
import { create } from '#kernel/record.ts';
import { creates, plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { command, serveModule } from '../../platform/service.ts';
import { writeTaxFile } from './tax-file-writer.ts';

/** A file as it is answered. The link is new each time. */
async function taxFileView({ id, kind, period, key, fileName, bytes, lines }: StoredTaxFile, now: Date) {
  const about = { id, kind, period, fileName, contentType: TAX_FILE_TYPES[kind].contentType };
  if (bytes === undefined) return { ...about, state: 'preparing' as const };
  return { ...about, state: 'ready' as const, bytes, lines, ...(await linkTo('reports', key, fileName, now)) };
}

export const createTaxFile = command(
  tax.actions.createTaxFile,
  creates(TaxFiles, 'txf'),
  async ({ body: { kind, period }, company, today, records, newId, tenant }) => {
    const { extension } = TAX_FILE_TYPES[kind];
    const id = newId('txf');
    const asked = { kind, period, key: `${tenant}/exports/${id}.${extension}`, fileName: `${kind}-${period}.${extension}` };
    const made = await writeTaxFile({ ...asked, records, company, today }, MOST_AT_ONCE);
    return [create(TaxFiles, id, { ...asked, ...made })];
  },
  (made, { now }) => taxFileView(made, now),
);

export const getTaxFile = plainQuery(tax.actions.getTaxFile, async ({ path, records, now }) =>
  taxFileView(await records.getOrThrow(TaxFiles, path.taxFileId, 'path.taxFileId'), now),
);

export const handler = serveModule(tax, { createTaxFile, getTaxFile });

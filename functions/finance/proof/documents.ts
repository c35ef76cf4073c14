import { proof } from '#api/finance/proof.ts';
import { BookSeals, sealFileName, sealKey } from '#domain/finance/proof/book-seal.ts';
import { bookSealView, sealFields } from '#domain/finance/proof/wire.ts';
import { downloadOf } from '#runtime/documents.ts';
import { required } from '#runtime/reads.ts';
import { query, serveModule } from '../../platform/service.ts';

export const getBookSeal = query(
  proof.actions.getBookSeal,
  ({ path }) => ({ seal: required(BookSeals, path.sealId, 'path.sealId') }),
  async ({ seal, tenant, now }) => {
    const fileName = sealFileName(seal);
    return {
      ...bookSealView(seal),
      ...sealFields(seal),
      fileName,
      ...(await downloadOf('issued', sealKey(tenant, seal.no), fileName, now)),
    };
  },
);

export const handler = serveModule(proof, { getBookSeal });

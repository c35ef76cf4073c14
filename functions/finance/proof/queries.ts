import { proof } from '#api/finance/proof.ts';
import { BookSeals, sealId } from '#domain/finance/proof/book-seal.ts';
import { leafHash, pathTo } from '#domain/finance/proof/merkle.ts';
import { hashedText } from '#domain/finance/proof/sequence.ts';
import { bookSealView } from '#domain/finance/proof/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { refused } from '#kernel/errors.ts';
import { listQuery, query, serveModule } from '../../platform/service.ts';
import { needEntry } from '../ledger/entry-store.ts';
import { digest, hexOf } from './digest.ts';
import { orderedLeaves } from './entry-hashes.ts';
import { isInPart, sealHolding } from './part-store.ts';

const { actions } = proof;

export const listBookSeals = listQuery(actions.listBookSeals, BookSeals, bookSealView);

export const getEntryProof = query(
  actions.getEntryProof,
  () => ({}),
  async ({ path: { entryId }, records, tenant }) => {
    const { id, entry } = await needEntry(records, entryId);
    const no = await sealHolding(tenant, entry);
    const seal = no === undefined ? undefined : await records.get(BookSeals, sealId(no));
    const part = seal?.parts.find((each) => isInPart(each, entry));
    if (!seal || !part)
      throw refused(
        'proof.not_sealed',
        'The entry is in no seal yet: the books are sealed once a day, soon after midnight.',
        'path.entryId',
      );
    const leaves = await orderedLeaves(records, part, part);
    const at = entry.seq - part.from;
    const leaf = hexOf(assertDefined(leaves[at], entryId));
    const text = hashedText(id, entry);
    return {
      ...{ entryId, text, leaf, seq: entry.seq, part: { ...part }, seal: bookSealView(seal) },
      intact: hexOf(leafHash(digest, Buffer.from(text))) === leaf,
      path: pathTo(digest, leaves, at).map(({ side, hash }) => ({ side, hash: hexOf(hash) })),
    };
  },
);

export const handler = serveModule(proof, { listBookSeals, getEntryProof });

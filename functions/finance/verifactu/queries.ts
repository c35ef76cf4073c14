import { verifactu } from '#api/finance/verifactu.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
import { VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import { verifactuEventView, verifactuView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { chainHead } from '../einvoice/verifactu-chain.ts';

const { actions } = verifactu;
const PAGE = 25;

export const listVerifactuRecords = plainQuery(actions.listVerifactuRecords, async ({ query: { from }, records }) => {
  const { length } = await chainHead(records);
  const first = Math.min(from ?? length, length);
  const places = Array.from({ length: Math.min(PAGE, first) }, (_, i) => first - i);
  const [found, signatures] = await Promise.all([
    records.getMany(VerifactuRecords, places.map(verifactuId), new Set()),
    records.getMany(VerifactuSignatures, places.map(signatureId), new Set()),
  ]);
  const next = first - PAGE;
  return {
    items: found.flatMap((record, i) => (record ? [verifactuView(record, signatures[i])] : [])),
    length,
    ...(next > 0 ? { next } : {}),
  };
});

export const getVerifactuRecord = plainQuery(actions.getVerifactuRecord, ({ path, records }) => signedView(records, Number(path.place)));

async function signedView(records: Records, place: number) {
  const [record, signature] = await Promise.all([
    records.getOrThrow(VerifactuRecords, verifactuId(place), 'path.place'),
    records.get(VerifactuSignatures, signatureId(place)),
  ]);
  return verifactuView(record, signature);
}

export const listVerifactuEvents = query(actions.listVerifactuEvents, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, VerifactuEvents, fiscalYears, input);
  return { ...page, items: page.items.map(verifactuEventView) };
});

export const handler = serveModule(verifactu, { listVerifactuRecords, getVerifactuRecord, listVerifactuEvents });

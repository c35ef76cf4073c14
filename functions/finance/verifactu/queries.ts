import { verifactu } from '#api/finance/verifactu.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
import { VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import { deliveryOf, findingsId, VerifactuFindings, VerifactuSubmissions } from '#domain/finance/einvoice/verifactu-submission.ts';
import { submissionView, verifactuEventView, verifactuView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { soapEnvelope } from '#domain/finance/einvoice/verifactu-xml.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { chainHead } from '../einvoice/verifactu-chain.ts';
import { chainFile } from './chain-file.ts';
import { findingsOf, recentSubmissions } from './submissions.ts';

const { actions } = verifactu;
const PAGE = 25;

export const listVerifactuRecords = query(actions.listVerifactuRecords, async ({ query: { from }, records, company: { fiscalYears } }) => {
  const { length } = await chainHead(records);
  const first = Math.min(from ?? length, length);
  const places = Array.from({ length: Math.min(PAGE, first) }, (_, i) => first - i);
  const views = await viewsOf(records, places, fiscalYears);
  const next = first - PAGE;
  return { items: views, length, ...(next > 0 ? { next } : {}) };
});

/** Records with what became of them; none where there is none at a place. */
async function viewsOf(records: Records, places: readonly number[], fiscalYears: readonly string[]) {
  if (places.length === 0) return [];
  const [found, signatures, submissions] = await Promise.all([
    records.getMany(VerifactuRecords, places.map(verifactuId), new Set()),
    records.getMany(VerifactuSignatures, places.map(signatureId), new Set()),
    recentSubmissions(records, fiscalYears),
  ]);
  const [highest, lowest] = [Math.max(...places), Math.min(...places)];
  const said = await findingsOf(
    records,
    submissions.filter(({ first, last }) => first <= highest && last >= lowest),
  );
  return found.flatMap((record, i) =>
    record ? [verifactuView(record, signatures[i], deliveryOf(places[i] ?? 0, submissions, said))] : [],
  );
}

export const getVerifactuRecord = query(actions.getVerifactuRecord, async ({ path, records, company: { fiscalYears } }) => {
  const [view] = await viewsOf(records, [Number(path.place)], fiscalYears);
  if (!view) throw notFound(VerifactuRecords.kind, path.place, 'path.place');
  return view;
});

export const listVerifactuSubmissions = query(
  actions.listVerifactuSubmissions,
  async ({ query: input, records, company: { fiscalYears } }) => {
    const page = await listDated(records, VerifactuSubmissions, fiscalYears, input);
    return { ...page, items: page.items.map(submissionView) };
  },
);

export const getVerifactuSubmissionFile = query(
  actions.getVerifactuSubmissionFile,
  ({ path }) => ({ submission: required(VerifactuSubmissions, path.submissionId, 'path.submissionId') }),
  async ({ submission: { first, last, reference, ends }, records, company }) => ({
    fileName: `verifactu-${first}-${last}.xml`,
    contentType: 'application/xml' as const,
    content: Buffer.from(soapEnvelope(await chainFile(records, company, first, last, { reference, ends }))).toString('base64'),
    ...{ first, last },
  }),
);

export const listVerifactuFindings = query(
  actions.listVerifactuFindings,
  ({ path }) => ({ submission: required(VerifactuSubmissions, path.submissionId, 'path.submissionId') }),
  async ({ submission, records }) => {
    const found = await records.get(VerifactuFindings, findingsId(submission.id));
    return { items: [...(found?.findings ?? [])] };
  },
);

export const listVerifactuEvents = query(actions.listVerifactuEvents, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, VerifactuEvents, fiscalYears, input);
  return { ...page, items: page.items.map(verifactuEventView) };
});

export const handler = serveModule(verifactu, {
  listVerifactuRecords,
  getVerifactuRecord,
  listVerifactuSubmissions,
  getVerifactuSubmissionFile,
  listVerifactuFindings,
  listVerifactuEvents,
});

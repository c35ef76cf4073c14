import { verifactu } from '#api/finance/verifactu.ts';
import { answerOf } from '#domain/finance/einvoice/verifactu-answer.ts';
import { type StoredVerifactu, VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import {
  type FindingsBySubmission,
  findingsId,
  nextToSend,
  refusalOfAnswer,
  refusalOfDiscarding,
  refusalOfSending,
  type StoredSubmission,
  VerifactuFindings,
  VerifactuSubmissions,
} from '#domain/finance/einvoice/verifactu-submission.ts';
import { submissionView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { create, update } from '#kernel/record.ts';
import { type XmlElement, XmlFault } from '#kernel/xml.ts';
import { creates, on } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';
import { readXml } from '#runtime/xml.ts';
import { command } from '../../platform/service.ts';
import { chainHead } from '../einvoice/verifactu-chain.ts';
import { MOST_WRITTEN } from './chain-file.ts';

/** The newest submissions: records are looked for in these. */
const RECENT = 100;
export const recentSubmissions = async (records: Records, fiscalYears: readonly string[]): Promise<readonly StoredSubmission[]> =>
  (await listDated(records, VerifactuSubmissions, fiscalYears, { limit: RECENT, order: 'desc' })).items;

const isRefused = ({ answer }: StoredSubmission): boolean => answer?.state === 'rejected';

/** What AEAT said of the records of submissions; of those that it said nothing of none is read. */
export async function findingsOf(records: Records, submissions: readonly StoredSubmission[]): Promise<FindingsBySubmission> {
  const told = submissions.filter(({ answer }) => Object.values(answer?.counts ?? {}).some((count) => count > 0));
  const found = await records.getMany(
    VerifactuFindings,
    told.map(({ id }) => findingsId(id)),
  );
  return new Map(told.map(({ id }, i) => [id, found[i]?.findings ?? []]));
}

export const createVerifactuSubmission = command(
  verifactu.actions.createVerifactuSubmission,
  creates(VerifactuSubmissions, 'vfb'),
  async ({ body: { from, to, reference, ends }, records, newId, today, now, company: { fiscalYears } }) => {
    const [{ length }, before] = await Promise.all([chainHead(records), recentSubmissions(records, fiscalYears)]);
    const next = from === undefined ? nextToSend(before, await findingsOf(records, before.filter(isRefused))) : { first: from };
    const { first } = next;
    if (first > length)
      throw refused('verifactu.none', `The chain has ${length} records: there is none from ${first} on.`, 'body.from', { length });
    const last = Math.min(length, to ?? next.last ?? length, first + MOST_WRITTEN - 1);
    if (last < first) throw refused('verifactu.range', 'The last record comes before the first.', 'body.to');
    await assertSigned(records, first, last);
    const data = {
      first,
      last,
      madeOn: today,
      at: now.toISOString(),
      reference,
      ...defined({ ends: ends ? (true as const) : undefined }),
    };
    return [create(VerifactuSubmissions, newId('vfb'), data)];
  },
  submissionView,
);

/** A record that is kept goes to AEAT as it was signed: the file can then be made again as it was sent. */
async function assertSigned(records: Records, first: number, last: number): Promise<void> {
  const signatures = await records.getMany(VerifactuSignatures, placesOf(first, last).map(signatureId), new Set());
  const unsigned = signatures.findIndex((signature) => signature?.xml === undefined);
  if (unsigned >= 0) {
    const place = first + unsigned;
    throw refused('verifactu.unsigned', `Record ${place} is not signed yet: see the certificate of the company.`, 'body.from', { place });
  }
}
const placesOf = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const ofPath = on(VerifactuSubmissions, (path: { readonly submissionId: string }) => path.submissionId);

export const sendVerifactuSubmission = command(
  verifactu.actions.sendVerifactuSubmission,
  ofPath,
  ({ body: { on: day }, today }, submission) => {
    const sentOn = day ?? today;
    throwIf(refusalOfSending(submission, sentOn, today));
    return [update(VerifactuSubmissions, submission, { ...submission, sentOn })];
  },
  submissionView,
);

export const discardVerifactuSubmission = command(
  verifactu.actions.discardVerifactuSubmission,
  ofPath,
  ({ today }, submission) => {
    throwIf(refusalOfDiscarding(submission));
    return [update(VerifactuSubmissions, submission, { ...submission, discardedOn: today })];
  },
  submissionView,
);

export const answerVerifactuSubmission = command(
  verifactu.actions.answerVerifactuSubmission,
  ofPath,
  async ({ body: { file }, today, records }, submission) => {
    throwIf(refusalOfAnswer(submission));
    const { answer, findings } = answerOf(readAnswer(file), await sentRecords(records, submission));
    const sentOn = submission.sentOn ?? today;
    return [
      update(VerifactuSubmissions, submission, { ...submission, sentOn, answer: { ...answer, on: answer.on || sentOn } }),
      ...(findings.length > 0 ? [create(VerifactuFindings, findingsId(submission.id), { findings })] : []),
    ];
  },
  submissionView,
);

function readAnswer(file: string): XmlElement {
  try {
    return readXml(Buffer.from(file, 'base64'), { nodes: 60_000, depth: 20 });
  } catch (error) {
    if (error instanceof XmlFault)
      throw refused('verifactu.answer', `The file cannot be read: ${error.message}`, 'body.file', { why: error.reason, line: error.line });
    throw error;
  }
}

async function sentRecords(records: Records, { first, last }: StoredSubmission) {
  const found = await records.getMany(VerifactuRecords, placesOf(first, last).map(verifactuId));
  return found.flatMap((record, i) => (record ? [{ place: first + i, ...named(record) }] : []));
}
const named = ({ kind, issuer, number }: StoredVerifactu) => ({ kind, issuer, number });

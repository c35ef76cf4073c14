import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { asUnread, documentActions, type IntakeDocument, newPart, type StoredDocument } from './intake-document.ts';
import { type PageRange, rangesOf } from './paper-parts.ts';

/** Documents that one file is split into at once: they change together when it is joined again. Their rest is a document to split in turn. */
export const MAX_PARTS = 60;

/** The pages that a document is. */
export const pagesOf = ({ pages, pageCount = 1 }: Pick<IntakeDocument, 'pages' | 'pageCount'>): PageRange =>
  pages ?? { from: 1, to: pageCount };

/** The pages of each part. @throws DomainError `document.starts` (400) where they are none of its pages, in their order. */
export function partsAt(document: StoredDocument, starts: readonly number[]): PageRange[] {
  const { from, to } = pagesOf(document);
  const inOrder = starts.every((start, i) => start >= from && start <= to && (i === 0 ? start === from : start > (starts[i - 1] ?? 0)));
  if (!inOrder)
    throw invalid('document.starts', `The first pages of its documents begin with ${from} and go on to at most ${to}.`, 'body.starts', {
      from,
      to,
    });
  return rangesOf(starts, to);
}

/** A document of some pages of another's file, or some invoices of a batch: the original is the same, and stays as it is. It is read from there. */
function newPartOf(whole: StoredDocument, what: Pick<IntakeDocument, 'pages' | 'invoices' | 'kind'>, place: number): IntakeDocument {
  const { fileName, bytes, sha256, contentType, pageCount } = whole;
  return {
    ...newPart(whole, { name: fileName, bytes }, place),
    ...{ state: 'reading', ...what },
    ...(sha256 ? { sha256 } : {}),
    ...(contentType ? { contentType } : {}),
    ...(pageCount ? { pageCount } : {}),
  };
}

export const newPages = (whole: StoredDocument, pages: PageRange, place: number): IntakeDocument =>
  newPartOf(whole, { pages, ...(whole.kind ? { kind: whole.kind === 'scan' ? 'scan' : 'pdf' } : {}) }, place);

export const newInvoices = (whole: StoredDocument, invoices: PageRange, place: number): IntakeDocument =>
  newPartOf(whole, { invoices, ...(whole.kind ? { kind: whole.kind } : {}) }, place);

/** The invoices of a batch, each by itself; what is more than can be made at once is one part, split in turn. */
export const invoicesOf = ({ from, to }: PageRange): PageRange[] =>
  rangesOf(
    Array.from({ length: Math.min(to - from + 1, MAX_PARTS) }, (_, i) => from + i),
    to,
  );

/** A document whose parts stand for it: what was read of it as one is no more. */
export function asSplit(whole: StoredDocument, parts: readonly string[], starts?: readonly number[]): StoredDocument {
  const { fields: _fields, seen: _seen, supplierId: _supplier, ...rest } = whole;
  return { ...rest, state: 'split', parts: [...parts], ...(starts ? { starts: [...starts] } : {}), flags: [] };
}

/** A document that is one again, whatever its pages say: it is read as that. */
export function asJoined({ parts: _parts, ...whole }: StoredDocument): StoredDocument {
  return { ...asUnread(whole), starts: [pagesOf(whole).from], startsTold: true };
}

/** A part that its file stands for again; what was read of it stays, in case it is split once more. */
export const asPutBack = (part: StoredDocument): StoredDocument => ({ ...part, state: 'kept', joined: true });
export function asTakenOut({ joined: _joined, ...part }: StoredDocument): StoredDocument {
  return { ...part, state: 'review' };
}

const UNTOUCHED: readonly StoredDocument['state'][] = ['review', 'ready', 'failed', 'kept'];
/** Why a part cannot be joined with the others. */
export const refusalOfPart = ({ id, state, fileName }: StoredDocument): Refusal | undefined =>
  UNTOUCHED.includes(state)
    ? undefined
    : refusal(
        'document.part_state',
        `${fileName} (${id}) is ${state}: only parts that nobody has dealt with are joined.`,
        'path.documentId',
        {
          fileName,
          state,
        },
      );

const stateRefusal = ({ state }: StoredDocument, action: string): Refusal =>
  refusal('document.state', `The document’s state is ${state}: it cannot be ${action}.`, 'path.documentId', { state, action });

/** Why a document is split into its pages, or joined again, now or not. */
export const splitActions = {
  splitDocument: (document) => {
    if (document.state !== 'review' && document.state !== 'ready') return stateRefusal(document, 'split');
    const { from, to } = pagesOf(document);
    return document.contentType === 'application/pdf' && to > from
      ? undefined
      : refusal('document.one_page', 'Only a PDF of several pages is split.', 'path.documentId');
  },
  joinDocument: (document) => {
    if (document.state !== 'split') return stateRefusal(document, 'joined again');
    return document.starts
      ? undefined
      : refusal('document.archive', 'The files of an archive, and the invoices of a batch, are not joined.', 'path.documentId');
  },
} as const satisfies ActionRules<StoredDocument>;

/** All that may be done with a document, and why not: commands throw these, and its page shows them. */
export const documentRules = { ...documentActions, ...splitActions };

import { normalise } from '#kernel/text.ts';
import type { OwnCompany } from './invoice-parties.ts';
import { type PrintedLine, type PrintedPage, printedLines } from './page.ts';
import { BELIEVED } from './read-field.ts';
import { type ReadInvoice, readInvoice } from './read-invoice.ts';

/** Pages of a file that are one document: the first and the last of them. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** Where the documents of a file begin, and whether that is sure: then each has a number of its own and comes out right by itself. */
export interface PaperParts {
  /** Their first pages; the first of them is the first page that was read. */
  readonly starts: readonly number[];
  readonly sure: boolean;
}

/** `Página 2 de 3`, `Page 2 of 3`, `Hoja 2/3`; alone in its place `2/3`. */
const NAMED_COUNT =
  /(?:pagina|pag\.?|page|hoja|seite|folha|pagines?|sheet|foglio)\s*(?:n[ºo°.]*\s*)?:?\s*(\d{1,3})\s*(?:\/|de|of|von|sur|di)\s*(\d{1,3})(?!\d)/;
const BARE_COUNT = /^(\d{1,3})\s*(?:\/|de|of|von|sur|di)\s*(\d{1,3})$/;

interface Count {
  readonly no: number;
  readonly of: number;
}

/** What a page says of its place in its document; undefined where it says nothing, or twice something else. */
function countOf(lines: readonly PrintedLine[]): Count | undefined {
  const texts = lines.flatMap(({ cells }) => [
    ...cells.map(({ text }) => BARE_COUNT.exec(normalise(text).trim())),
    NAMED_COUNT.exec(normalise(cells.map(({ text }) => text).join(' '))),
  ]);
  const counts = texts.flatMap((match) => {
    const count = { no: Number(match?.[1]), of: Number(match?.[2]) };
    return match && count.no >= 1 && count.no <= count.of ? [count] : [];
  });
  const [first] = counts;
  return first && counts.every(({ no, of }) => no === first.no && of === first.of) ? first : undefined;
}

/** What tells one page's document from another's. */
interface PageSigns {
  readonly no: number;
  readonly count: Count | undefined;
  readonly number: string | undefined;
  readonly supplier: string | undefined;
  /** Which its amounts come out right with, by themselves. */
  readonly total: number | undefined;
  readonly isBlank: boolean;
}

/** Below this nothing that was read tells documents apart. */
const TELLING = 0.6;

function signsOf(page: PrintedPage, own: OwnCompany): PageSigns {
  const lines = printedLines([page]);
  const { number, parties, total } = readInvoice([page], own);
  const [supplier, ...others] = parties.taxIds;
  return {
    no: page.no,
    count: countOf(lines),
    number: number && number.confidence >= TELLING ? number.value : undefined,
    supplier: others.length === 0 ? supplier?.value : undefined,
    total: total && total.confidence >= BELIEVED ? total.value : undefined,
    isBlank: lines.length === 0,
  };
}

/** Pages of one document, as far as they were gone through. */
interface Group {
  readonly pages: PageSigns[];
  /** Something about where it begins or goes on is not clear. */
  doubtful: boolean;
}

const known = (group: Group, sign: 'number' | 'supplier' | 'total') => group.pages.find((page) => page[sign] !== undefined)?.[sign];

const isNext = (before: Count | undefined, count: Count | undefined): boolean =>
  before !== undefined && count !== undefined && count.of === before.of && count.no === before.no + 1;

/** What a page has to do with the document before it. */
function relation(group: Group, page: PageSigns): 'same' | 'other' | 'same?' | 'other?' {
  const follows = isNext(group.pages.at(-1)?.count, page.count);
  const begins = page.count?.no === 1;
  const differs = (sign: 'number' | 'supplier' | 'total') => {
    const own = known(group, sign);
    return own !== undefined && page[sign] !== undefined && own !== page[sign];
  };
  const sameNumber = page.number !== undefined && known(group, 'number') === page.number && !differs('supplier');
  if (sameNumber) return 'same';
  const isOther = differs('number') || differs('supplier');
  if (follows) return isOther ? 'same?' : 'same';
  if (begins) return isOther || page.number !== undefined ? 'other' : 'other?';
  if (isOther) return 'other';
  // Two pages that each come out right to another total, and neither says whose it is.
  return differs('total') ? 'other?' : page.isBlank ? 'same?' : 'same';
}

function groupsOf(pages: readonly PrintedPage[], own: OwnCompany): Group[] {
  const groups: Group[] = [];
  for (const page of pages) {
    const signs = signsOf(page, own);
    const group = groups.at(-1);
    const is = group ? relation(group, signs) : 'other';
    if (group && (is === 'same' || is === 'same?')) {
      group.pages.push(signs);
      group.doubtful ||= is === 'same?';
    } else groups.push({ pages: [signs], doubtful: is === 'other?' });
  }
  return groups;
}

/**
 * Where the invoices of a file begin, by their numbers, suppliers and counts of pages; undefined where it is one document.
 * @param isWhole all pages were read: else the last document may go on, and proves nothing.
 */
export function paperParts(pages: readonly PrintedPage[], own: OwnCompany, isWhole = true): PaperParts | undefined {
  const groups = groupsOf(pages, own);
  if (groups.length < 2) return undefined;
  const complete = isWhole ? groups : groups.slice(0, -1);
  const read = complete.map(({ pages: signs }) => {
    const numbers = new Set(signs.map(({ no }) => no));
    return readInvoice(
      pages.filter(({ no }) => numbers.has(no)),
      own,
    );
  });
  const sure = groups.every(({ doubtful }) => !doubtful) && read.every(isProved) && areDistinct(read);
  return { starts: groups.map(({ pages: [first] }) => first?.no ?? 1), sure };
}

const isProved = ({ number, total }: ReadInvoice): boolean => [number, total].every((field) => (field?.confidence ?? 0) >= BELIEVED);

const areDistinct = (read: readonly ReadInvoice[]): boolean =>
  new Set(read.map(({ number, parties }) => `${parties.taxIds[0]?.value} ${number?.value}`)).size === read.length;

/** The pages of each document that begins on one of these. */
export const rangesOf = (starts: readonly number[], last: number): PageRange[] =>
  starts.map((from, i) => ({ from, to: (starts[i + 1] ?? last + 1) - 1 }));

import { file303, refusalOfNegative } from '#domain/finance/tax/m303-file.ts';
import { daysOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { declarationType } from '#domain/finance/tax/tax-return.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { minorText } from '#kernel/money.ts';
import { ZipUpload } from '#runtime/zip-upload.ts';
import { writeExport } from '../ledger/export-writer.ts';
import { addPapers } from './period-papers.ts';
import { readReturn } from './return-reader.ts';
import { type Asked, csvOf, readBoth, workbookOf } from './tax-file-writer.ts';

interface AskedZip extends Asked {
  readonly company: StoredCompany;
  readonly now: Date;
}

/**
 * All that an adviser asks for of a period: registers, journal, form 303 as it stands, and the documents by name. It is written
 * to the bucket while it is made. @throws DomainError `balances.behind` (503).
 */
export async function writeAdviserZip(asked: AskedZip): Promise<{ readonly bytes: number; readonly lines: number }> {
  const { records, company, period, today } = asked;
  const { from, to } = daysOfTaxPeriod(period);
  const zip = new ZipUpload('reports', asked.key);
  const books = await readBoth(records, period);
  const workbook = await workbookOf(books);
  await zip.add('libros/expedidas.csv', csvOf(books.issued, 'issued').bytes);
  await zip.add('libros/recibidas.csv', csvOf(books.received, 'received').bytes);
  await zip.add('libros/libros-registro.xlsx', workbook.bytes, true);
  for (const [kind, name] of [
    ['journal-csv', 'diario/diario.csv'],
    ['journal-hledger', 'diario/diario.journal'],
  ] as const) {
    const written = await writeExport(records, company, { kind, range: { from, to } }, { on: today, most: Number.POSITIVE_INFINITY });
    await zip.add(name, written?.text ?? '');
  }
  await addReturn(zip, asked);
  await addPapers(zip, { ...asked, tenant: records.tenant });
  return { bytes: await zip.end(), lines: workbook.lines };
}

/** Form 303 as it stands: its boxes, what is missing, and the file where it can be written. */
async function addReturn(zip: ZipUpload, { records, company, period, today }: AskedZip): Promise<void> {
  const { draft, missing } = await readReturn({ records, company, period, consistent: true, today });
  const boxes = draft.boxes.map(({ box, amount, label }) => ({ box, label, amount: minorText(amount) }));
  await zip.add('303/borrador.json', `${JSON.stringify({ period, boxes, missing }, null, 2)}\n`);
  if (refusalOfNegative(draft.boxes)) return;
  const amounts = draft.boxes.map(({ box, amount }) => ({ box, amount: Number(amount) }));
  const text = file303({ company, period, type: declarationType(amounts, false, undefined), boxes: draft.boxes });
  await zip.add(`303/303_${period}.303`, Buffer.from(text, 'latin1'));
}

import type { Company } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { dateText, moneyText, numberText } from '#runtime/paper/figures.ts';
import type { Paper, PaperLogo } from '#runtime/paper/paper.ts';

const WORDS = {
  es: {
    title: 'Muestra',
    taxId: 'NIF',
    to: 'Cliente',
    customer: 'Cliente de muestra, S.L.',
    date: 'Fecha',
    text: 'Descripción',
    amount: 'Importe',
    item: 'Artículo de muestra',
    rate: 'Tipo',
    total: 'Total',
    notes: 'Observaciones',
    note: 'Esto no es ninguna factura: enseña cómo salen los documentos de la empresa.',
  },
  en: {
    title: 'Sample',
    taxId: 'Tax id',
    to: 'Customer',
    customer: 'Sample Customer Ltd',
    date: 'Date',
    text: 'Description',
    amount: 'Amount',
    item: 'Sample item',
    rate: 'Rate',
    total: 'Total',
    notes: 'Notes',
    note: 'This is no invoice: it shows what the company’s documents look like.',
  },
} as const;

/** A page that shows how the company's documents look. @param date ISO day. */
export function samplePaper(
  company: Pick<Company, 'name' | 'taxId' | 'email' | 'address' | 'paper'>,
  logo: PaperLogo | undefined,
  date: string,
): Paper {
  const { language, ...colours } = styleOf(company.paper);
  const words = WORDS[language];
  const { street, postalCode, city } = company.address;
  const amounts = [12_000, 3_450, 990];
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    language,
    title: words.title,
    number: '000000',
    at: new Date(`${date}T00:00:00Z`),
    letterhead: {
      name: company.name,
      lines: [`${words.taxId} ${company.taxId}`, street, `${postalCode} ${city}`, company.email],
      ...colours,
      ...(logo ? { logo } : {}),
    },
    parties: [{ label: words.to, name: words.customer, lines: ['Calle Mayor 1', '28013 Madrid'] }],
    facts: [[words.date, dateText(date)]],
    blocks: [
      {
        kind: 'lines',
        columns: [
          { label: words.text, share: 1 },
          { label: words.amount, align: 'right' },
        ],
        rows: amounts.map((amount, index) => [`${words.item} ${index + 1}`, moneyText(language, amount)]),
      },
      {
        kind: 'closing',
        summary: { columns: [{ label: words.rate, align: 'right' }], rows: [[`${numberText(language, '21')} %`]] },
        sums: [],
        total: [words.total, moneyText(language, total)],
      },
      { kind: 'remarks', pairs: [[words.notes, words.note]] },
    ],
    foot: [company.name, `${words.taxId} ${company.taxId}`],
  };
}

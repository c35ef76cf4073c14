import { SALE_WITHHOLDINGS } from '#domain/finance/receivables/sale-withheld.ts';
import { INPUT_TAX_CODES, isInForce, taxCodeOf, taxPercent } from '#domain/finance/tax/vat-es.ts';
import { WITHHOLDING_ES } from '#domain/finance/tax/withholding-es.ts';
import { useFormats } from '../i18n/format.ts';
import { useLanguage } from '../i18n/i18n.ts';

/** What is chosen from where something is bought: codes of its tax, and what is withheld of it, as people know them. */
export function useTaxChoices() {
  const english = useLanguage() === 'en';
  const { percent } = useFormats();
  const nameOf = (named: { readonly name: string; readonly nameEn: string } | undefined) => (english ? named?.nameEn : named?.name) ?? '';
  /** `IVA-G`, with its rate on a day if that is told, and its name. */
  const tax = (code: string, day = '') =>
    [code, day && isInForce(code, day) && percent(taxPercent(code, day)), nameOf(taxCodeOf(code))].filter(Boolean).join(' · ');
  const choice = (of: (typeof WITHHOLDING_ES)[number]) => ({ value: of.code, label: `${nameOf(of)} (${of.percent} %)` });
  return {
    tax,
    taxesOn: (day: string, labelOf: (code: string) => string = tax) =>
      INPUT_TAX_CODES.filter((code) => isInForce(code, day)).map((code) => ({ value: code, label: labelOf(code) })),
    withholdings: WITHHOLDING_ES.map(choice),
    /** Of the company's own invoices. */
    saleWithholdings: SALE_WITHHOLDINGS.map(choice),
  };
}

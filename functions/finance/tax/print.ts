import { tax } from '#api/finance/tax.ts';
import { FormReceipts, formReceiptId, isAsFiled } from '#domain/finance/tax/form-receipt.ts';
import { taxReturnState } from '#domain/finance/tax/tax-return.ts';
import { logoKey } from '#domain/platform/company/paper.ts';
import { refused } from '#kernel/errors.ts';
import { may } from '#runtime/caller.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readForm } from './form-reader.ts';
import { readReturn, standingReturn } from './return-reader.ts';
import { boxesOfFiled, taxPaper } from './tax-paper.ts';

/** A form beside 303: as it was filed, or as it stands. */
async function readTotals(request: Parameters<typeof readForm>[0]) {
  const { records, form, period } = request;
  const [{ to, boxes, lines }, filed] = await Promise.all([readForm(request), records.get(FormReceipts, formReceiptId(form, period))]);
  if (!filed || isAsFiled(filed, boxes)) return { to, boxes, lines, filed };
  const then = boxes.map((each) => {
    const { amount = 0, count } = filed.boxes.find(({ box }) => box === each.box) ?? {};
    return { ...each, amount, ...(count === undefined ? {} : { count }) };
  });
  return { to, boxes: then, lines: [], filed, changed: true };
}

export const getTaxReturnPaper = query(
  tax.actions.getTaxReturnPaper,
  () => ({}),
  async ({ path: { form }, query: { period, pending, refunded }, records, company, today, tenant, caller }) => {
    const logo = company.logo ? await loadLogo(logoKey(tenant, company.logo.file), company.logo.format) : undefined;
    const printed = (of: Pick<Parameters<typeof taxPaper>[0], 'to' | 'boxes' | 'lines' | 'filed' | 'changed'>) => {
      const bytes = printPaper(taxPaper({ form, period, company, logo, ...of }));
      const name = `modelo-${form}-${period}${of.filed ? '' : '-borrador'}.pdf`;
      return { fileName: name, contentType: 'application/pdf', content: bytes.toString('base64') };
    };
    const { fiscalYears } = company;
    if (form !== '303')
      return printed(await readTotals({ records, fiscalYears, form, period, consistent: true, seesWages: may(caller, 'payroll.read') }));
    if (period.endsWith('0A'))
      throw refused('tax_return.period', 'Form 303 is of a quarter or a month, not of a year.', 'query.period', {
        ...{ form, period, why: 'quarter' },
      });
    const given = { pending, refunded: refunded !== 'false' };
    const { to, draft, filings } = await readReturn({ records, company, period, ...given, consistent: true, today });
    const stands = standingReturn(filings);
    const filed = stands && taxReturnState(stands) === 'filed' ? stands : undefined;
    return printed({ to, boxes: filed ? boxesOfFiled(filed) : draft.boxes, lines: [], filed });
  },
);

export const handler = serveModule(tax, { getTaxReturnPaper });

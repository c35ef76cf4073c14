import { invalid, throwIf } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { refusalOfTakenBack } from '../open-items/document.ts';
import type { StoredBill } from '../payables/supplier-bill.ts';
import { costsOf } from '../tax/purchase-tax.ts';
import type { FixedAsset } from './fixed-asset.ts';

/**
 * The line of a bill that an asset is registered of: it stands, and has that account and cost, tax that is not deducted included.
 * @throws DomainError `asset.bill`, `asset.bill_account`, `asset.bill_cost` (400), `document.reversed` (422).
 */
export function requireBoughtBy(
  bill: StoredBill | undefined,
  no: number,
  { account, cost }: Pick<FixedAsset, 'account' | 'cost'>,
): StoredBill {
  const line = bill?.lines[no - 1];
  if (!bill || !line) throw invalid('asset.bill', 'There is no such line of a bill. Choose one that there is.', 'body.bill');
  throwIf(refusalOfTakenBack(bill, 'body.bill'));
  if (line.account !== account)
    throw invalid(
      'asset.bill_account',
      `The line of the bill is on account ${line.account}: take that, or reverse the bill and enter it on ${account}.`,
      'body.account',
      { billed: line.account, account },
    );
  const most = line.net + (costsOf(bill.totals.taxes, bill.lines)[no - 1] ?? 0);
  if (cost > most)
    throw invalid('asset.bill_cost', `The line of the bill cost ${minorText(most)} EUR: the asset cannot cost more.`, 'body.cost', {
      most: minorText(most),
      cost: minorText(cost),
    });
  return bill;
}

import { returns } from '#api/sales/returns.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { returnReceiptView } from '#domain/sales/returns/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { receiptEntries } from './receipt-entries.ts';
import { receiveReturnedGoods } from './return-arrival.ts';

export const receiveReturn = command(
  returns.actions.receiveReturn,
  on(Returns, (path) => path.returnId),
  ({ body, today, records, newId, caller, company }, ret) =>
    receiveReturnedGoods(records, ret, {
      id: newId('rrc'),
      goodsReceiptId: newId('grn'),
      date: body.date ?? today,
      today,
      requested: body.lines,
      closes: body.closes,
      caller,
      company,
    }),
  async (ret, { records, newId }) => {
    const receipt = assertDefined(returnReceiptView(ret, newId('rrc')), 'the receipt');
    return { ...receipt, entries: await receiptEntries(records, receipt) };
  },
);

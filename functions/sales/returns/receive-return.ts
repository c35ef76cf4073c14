import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { returnReceiptView } from '#domain/sales/returns/wire.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { command } from '#runtime/action.ts';
import { returns } from './module.ts';
import { receiptEntries } from './receipt-entries.ts';
import { receiveGoods } from './receiving.ts';

export const receiveReturn = command(returns.actions.receiveReturn, {
  evidence: ({ path }) => ({ type: Returns, id: path.returnId, how: 'on' as const }),
  answer: async (ret, { records, made }) => {
    const receipt = present(returnReceiptView(ret, made('rrc')), 'the receipt');
    return { ...receipt, entries: await receiptEntries(records, receipt) };
  },
  run: async ({ body, records, now, made, caller }, ret) => {
    const company = await records.need(Companies, COMPANY_ID);
    const adjusts = caller.roles.includes('owner') || caller.roles.includes('accountant');
    const date = body.date ?? dateIn(company.timeZone, now);
    return receiveGoods(records, ret, {
      id: made('rrc'),
      goodsReceiptId: made('grn'),
      date,
      asked: body.lines,
      closes: body.closes,
      adjusts,
    });
  },
});

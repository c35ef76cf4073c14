/** Names of parameters of addresses, and the prefix of the ids that stand for them. */
const PREFIXES: Readonly<Record<string, string>> = {
  orderId: 'ord',
  returnId: 'ret',
  customerId: 'cus',
  itemId: 'itm',
  importId: 'imp',
  invoiceId: 'inv',
  draftId: 'drf',
  creditNoteId: 'crn',
  receiptId: 'rcp',
  refundId: 'rfd',
  goodsReceiptId: 'grn',
  entryId: 'je',
  memberId: 'mem',
};

/** `/orders/$orderId` with the ids of a company. @throws Error on a parameter that stands for nothing known. */
export const addressOf = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replace(/\$(\w+)/g, (_, name: string) => {
    const id = name === 'code' ? '430' : ids[PREFIXES[name] ?? ''];
    if (!id) throw new Error(`no record stands for $${name} of ${path}`);
    return encodeURIComponent(id);
  });

/** What a screenshot of that address is called. */
export const nameOf = (path: string): string => (path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll('$', ''));

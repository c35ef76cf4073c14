/** Where the record with this id is shown: the prefix of an id names its kind. */
const PLACES: Readonly<Record<string, string>> = {
  ord: '/orders',
  inv: '/invoices',
  crn: '/credit-notes',
  rcp: '/receipts',
  rfd: '/refunds',
  ret: '/returns',
  cus: '/customers',
  itm: '/items',
  imp: '/imports',
  drf: '/invoice-drafts',
  grn: '/goods-receipts',
  je: '/journal',
  mem: '/settings/members',
};

/** The address of a record; `undefined` where there is no screen for it. */
export function hrefOf(id: string): string | undefined {
  const place = PLACES[id.slice(0, id.indexOf('_'))];
  return place && `${place}/${id}`;
}

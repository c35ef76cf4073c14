interface Posting {
  readonly entry?: { readonly lines: readonly { readonly account: string; readonly percent?: string }[] };
  readonly bill?: { readonly account: string };
  readonly commission?: { readonly account: string; readonly takings: string; readonly percent: string };
  readonly difference?: { readonly account: string };
}

/** The accounts that a rule posts to, with shares where there are several. */
export function accountsIn({ entry, bill, commission, difference }: Posting): string {
  if (bill) return bill.account;
  if (commission) return `${commission.takings}, ${commission.account} (${commission.percent} %)`;
  if (difference) return difference.account;
  return (entry?.lines ?? []).map(({ account, percent }) => (percent ? `${account} (${percent} %)` : account)).join(', ');
}

import { einvoice } from '#api/finance/einvoice.ts';
import { EInvoiceFollowUps, followUpId, withReport, withStatus } from '#domain/finance/einvoice/einvoice-status.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
import { switchedOff, switchedOn } from '#domain/finance/einvoice/verifactu-switch.ts';
import { einvoicingView, followUpView } from '#domain/finance/einvoice/wire.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { create, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';
import { assertIssuers } from './issuers.ts';
import { restoreTrust, trustIssuer, withdrawTrust } from './trust-commands.ts';

const { actions } = einvoice;

export const patchEInvoicing = command(
  actions.patchEInvoicing,
  on(Companies, () => COMPANY_ID),
  async ({ body: { verifactuFrom, ...rest }, today, now, newId, request, records }, company) => {
    if (rest.issuers) await assertIssuers(records, company, rest.issuers);
    const days = chainDays(company, verifactuFrom, today);
    const { data, was } = applyPatch(company.einvoicing ?? {}, { ...rest, verifactu: days });
    if (Object.keys(was).length === 0) return company;
    const what = verifactuFrom === null ? ('switched-off' as const) : ('switched-on' as const);
    return [
      update(Companies, company, { ...company, einvoicing: data }, { einvoicing: company.einvoicing ?? null }),
      ...('verifactu' in was ? [create(VerifactuEvents, newId('vfe', request), { what, at: now.toISOString(), ...days })] : []),
    ];
  },
  einvoicingView,
);

/** The days of the chain after the change: undefined where nothing is said of them, null where there are none. */
function chainDays(company: StoredCompany, from: IsoDate | null | undefined, today: IsoDate) {
  const days = company.einvoicing?.verifactu;
  if (from === undefined) return undefined;
  // One that goes on stays, or does not end after all; one that ended begins on a day to come.
  if (days && from === days.from && (days.until ?? today) >= today) return { from };
  return from === null ? (switchedOff(company, days, today) ?? null) : switchedOn(days, from, today);
}

export const recordEInvoiceStatus = command(
  actions.recordEInvoiceStatus,
  on(EInvoiceFollowUps, ({ documentId }) => followUpId(documentId)),
  ({ body: { status, on: day, reason }, today }, followUp) => [
    update(EInvoiceFollowUps, followUp, withStatus(followUp, { status, on: day ?? today, reason }, today)),
  ],
  followUpView,
);

export const reportEInvoiceStatus = command(
  actions.reportEInvoiceStatus,
  on(EInvoiceFollowUps, ({ documentId }) => followUpId(documentId)),
  ({ body: { how, on: day, note }, today }, followUp) => [
    update(EInvoiceFollowUps, followUp, withReport(followUp, { how, on: day ?? today, note }, today)),
  ],
  followUpView,
);

export const handler = serveModule(einvoice, {
  patchEInvoicing,
  recordEInvoiceStatus,
  reportEInvoiceStatus,
  trustIssuer,
  withdrawTrust,
  restoreTrust,
});

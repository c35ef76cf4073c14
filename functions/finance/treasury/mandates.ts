import { treasury } from '#api/finance/treasury.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import {
  changedMandate,
  MandateReferences,
  Mandates,
  mandateActions,
  mandateReferenceId,
  mandateState,
  mandateView,
  newMandate,
} from '#domain/finance/treasury/mandate.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, createNext, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { optional, required } from '#runtime/reads.ts';
import { actionsOf, command, query } from '../../platform/service.ts';

const { actions } = treasury;
const inPath = ({ mandateId }: { readonly mandateId: string }) => mandateId;

export const createMandate = command(
  actions.createMandate,
  creates(Mandates, 'mdt', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    taken: optional(MandateReferences, body.reference && mandateReferenceId(body.reference)),
  })),
  ({ body, newId, caller, today, customer, taken }) => {
    const id = newId('mdt');
    const mandate = newMandate(id, body, customer.name, { by: caller.email, today, taken: taken !== undefined });
    return [create(Mandates, id, mandate), createNext(MandateReferences, mandateReferenceId(mandate.reference), { mandateId: id })];
  },
  (mandate, { today }) => mandateView(mandate, today),
);

export const patchMandate = command(
  actions.patchMandate,
  on(Mandates, inPath),
  ({ body, caller, today }, mandate) => {
    throwIf(mandateActions.patchMandate(mandate));
    const { final: isLast = false } = mandate;
    if ((body.iban ?? mandate.iban) === mandate.iban && (body.final ?? isLast) === isLast) return mandate;
    return [update(Mandates, mandate, changedMandate(mandate, body, { by: caller.email, today }), { iban: mandate.iban })];
  },
  (mandate, { today }) => mandateView(mandate, today),
);

export const cancelMandate = command(
  actions.cancelMandate,
  on(Mandates, inPath),
  ({ body: { reason }, caller, today }, mandate) => {
    throwIf(mandateActions.cancelMandate(mandate));
    return [update(Mandates, mandate, { ...mandate, cancelled: { by: caller.email, on: today, reason } })];
  },
  (mandate, { today }) => mandateView(mandate, today),
);

export const listMandates = query(actions.listMandates, async ({ query: { state, customerId, q, ...input }, records, today }) => {
  const where = state && ((mandate: Parameters<typeof mandateState>[0]) => state.includes(mandateState(mandate, today)));
  const page = await listRecords(records, Mandates, { ...input, buckets: ['all'], words: q, party: customerId, where });
  return { ...page, items: page.items.map((mandate) => mandateView(mandate, today)) };
});

export const getMandate = query(
  actions.getMandate,
  ({ path }) => ({ mandate: required(Mandates, path.mandateId, 'path.mandateId') }),
  async ({ mandate, caller, today }) => ({
    ...mandateView(mandate, today),
    actions: actionsOf(caller, actions, mandateActions, mandate),
  }),
);

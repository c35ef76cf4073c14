import type { PaymentRun, RunPayment } from '../../shared/domain/finance/treasury/payment-run.ts';

const item = (reference: string, amount: number) => ({ id: `inv_${reference}`, reference, amount });
const debit = (no: number, partyName: string, amount: number, mandate: Partial<NonNullable<RunPayment['mandate']>>): RunPayment => ({
  ...{ no, partyId: `cus_${no}`, partyName, iban: 'ES7921000813610123456789', charges: [item(`F2026-00000${no}`, amount)], credits: [] },
  ...{ amount, state: 'open' },
  mandate: { id: `mdt_${no}`, reference: `MD-${no}`, scheme: 'CORE', sequence: 'RCUR', signedOn: '2026-02-27', ...mandate },
});

/** A run of debits that has all that a file may have: both schemes, a first collection, another account, and one that was taken out. */
export const DEBIT_RUN: PaymentRun = {
  ...{ kind: 'debit', state: 'approved', proposedOn: '2026-03-10', date: '2026-03-11', account: '572' },
  ...{ iban: 'ES9121000418450200051332', version: 'pain.008.001.08', leftOut: [], makers: [], approvals: [] },
  payments: [
    debit(1, 'Lumbre & Hijos', 36_300, { sequence: 'FRST' }),
    debit(2, 'Peñalver', 1_210, { amended: true }),
    debit(3, 'Fría, S.A.', 10_000, { scheme: 'B2B', reference: 'UMR 7' }),
    { ...debit(4, 'Fuera', 1, {}), state: 'rejected' },
  ],
};
export const RUN_ID = 'pyr_01JDG8ZK5T7QWERTY2MNPQRSTV';
export const RUN_AT = '2026-03-10T10:00:00.000Z';
export const RUN_COMPANY = { name: 'Prueba, S.L.', taxId: 'B12345674' };

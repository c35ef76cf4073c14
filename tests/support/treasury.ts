import { handler as commands } from '../../functions/finance/treasury/commands.ts';
import { handler as queries } from '../../functions/finance/treasury/queries.ts';
import { painFile } from '../../shared/domain/finance/treasury/pain.ts';
import { debitFile } from '../../shared/domain/finance/treasury/pain-debit.ts';
import { PaymentRuns, runKind } from '../../shared/domain/finance/treasury/payment-run.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { update } from '../../shared/kernel/record.ts';
import { recordsOf } from './company.ts';
import { peopleOf } from './people.ts';

const templateOf = (route: string): string =>
  route
    .replace(/pyr_[0-9A-Z]+/, '{runId}')
    .replace(/mdt_[0-9A-Z]+/, '{mandateId}')
    .replace(/payments\/\w+\/(rejection|return)/, 'payments/{no}/$1');

export const IBAN = 'ES9121000418450200051332';
export const OTHER_IBAN = 'ES7921000813610123456789';

/** The treasury of one company, through its Lambda handlers. Each call is by somebody: `ana`, `bea`, `carlos`. */
export function treasuryOf(tenant: string) {
  const { ask, done, refused } = peopleOf(tenant, { commands, queries }, templateOf);
  const propose = (by: string, body: object = {}) => done(by, 'POST /treasury/payment-runs', { iban: IBAN, ...body });
  const approve = (by: string, id: string, body: object = {}) => done(by, `POST /treasury/payment-runs/${id}/approval`, body);
  /** What the workflow does once a run is approved, without the file's storage; gives the file. */
  const send = async (id: string): Promise<string> => {
    const records = recordsOf(tenant);
    const run = await records.getOrThrow(PaymentRuns, id);
    const text = (runKind(run) === 'debit' ? debitFile : painFile)(
      id,
      run,
      await records.getOrThrow(Companies, COMPANY_ID),
      run.approvals.at(-1)?.at ?? '',
    );
    await records.commit([update(PaymentRuns, run, { ...run, state: 'sent', file: { key: 'k', fileName: 'f.xml', bytes: text.length } })]);
    return text;
  };
  const execute = (by: string, id: string, body: object = {}) => done(by, `POST /treasury/payment-runs/${id}/execution`, body);
  return { ask, done, refused, propose, approve, send, execute };
}

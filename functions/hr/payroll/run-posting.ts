import { Dimensions, dimensionId } from '#domain/finance/analysis/dimension.ts';
import { type Transfer, transferFile } from '#domain/finance/treasury/pain.ts';
import { sepaText } from '#domain/finance/treasury/sepa-text.ts';
import { PayrollPortions, payTransfers, portionLines, type StoredPortion } from '#domain/hr/payroll/payroll-portion.ts';
import { type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { DEPARTMENTS } from '#domain/hr/payroll/payroll-settings.ts';
import { Payslips, payslipId } from '#domain/hr/payroll/payslip-record.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { check, numberOf, remove, update } from '#kernel/record.ts';
import { normalise } from '#kernel/text.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { openReversal } from '../../finance/service.ts';
import { readPayrollSettings } from './payroll-settings.ts';
import { readPortions } from './run-calculation.ts';

type DimensionsOf = NonNullable<Parameters<typeof portionLines>[1]>;

/** What the books call departments: values of the dimension that the settings name, by their names or codes. Others are told of nothing. */
async function departmentsIn(records: Records): Promise<DimensionsOf> {
  const { dimension: name = DEPARTMENTS } = await readPayrollSettings(records);
  const dimension = await records.get(Dimensions, dimensionId(name));
  const values = (dimension?.values ?? []).filter(({ active }) => active);
  return (department) => {
    const value = values.find((each) => department && [each.name, each.code].some((told) => normalise(told) === normalise(department)));
    return value ? { [name]: value.code } : undefined;
  };
}

/** Posts the entry of a portion, with what was withheld of each person: once, whoever comes first. */
const postPortion = (records: Records, run: StoredPayRun, { id, no }: StoredPortion, dimensionsOf: DimensionsOf): Promise<void> =>
  untilCommitted(async () => {
    const portion = await records.getOrThrow(PayrollPortions, id);
    const lines = portionLines(portion, dimensionsOf);
    if (portion.entry || lines.length === 0) return;
    // It is approved: where the period was locked since then, it is posted on the first day that is open.
    const posting = await openReversal(records, { date: run.date, document: id });
    const of = (run.portions ?? 1) > 1 ? ` (${no}/${run.portions})` : '';
    const text = `${run.kind === 'correction' ? 'Atrasos' : 'Nómina'} ${run.month}${of}`;
    const entry = posting.add(text, lines);
    await records.commit([
      update(PayrollPortions, portion, { ...portion, date: entry.date, entry }),
      check(PayrollRuns, run),
      ...posting.changes(),
    ]);
  });

/** What the bank is told to pay. */
async function transfersOf(records: Records, run: StoredPayRun, portions: readonly StoredPortion[]): Promise<Transfer[]> {
  const paid = payTransfers(portions).filter(({ isInFile }) => isInFile);
  const slips = await records.getMany(
    Payslips,
    paid.map(({ person: { employeeId, place = '' } }) => payslipId(employeeId, place)),
  );
  const remittance = sepaText(`Nomina ${run.month}`, 140);
  return paid.flatMap(({ no, person, amount }, i) => {
    const iban = slips[i]?.iban;
    return iban ? [{ no, partyName: person.name, iban, amount, remittance }] : [];
  });
}

/** Writes the file for the bank: the same run gives the same bytes under the same key. Nothing where nobody is paid by the bank. */
async function writeFile(records: Records, run: StoredPayRun, portions: readonly StoredPortion[]): Promise<PayrollRun['file']> {
  const transfers = await transfersOf(records, run, portions);
  if (transfers.length === 0) return undefined;
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const order = { version: run.version, date: run.payDate, iban: run.iban, transfers, purpose: 'SALA' as const };
  const text = transferFile(run.id, order, company, run.approvals.at(-1)?.at ?? '');
  const fileName = `${numberOf(PayrollRuns, run.id)}-${run.payDate}.xml`;
  const key = `${records.tenant}/payroll-runs/${run.id}.xml`;
  await putObject('reports', key, text, 'application/xml');
  return { key, fileName, bytes: Buffer.byteLength(text), count: transfers.length };
}

/** Posts an approved run, portion by portion, and writes its file; what is done already is passed over. @param today of the company. */
export async function postPayRun(records: Records, run: StoredPayRun, today: string): Promise<StoredPayRun> {
  if (run.state !== 'approved') return run;
  const portions = await readPortions(records, run);
  const dimensionsOf = await departmentsIn(records);
  for (const portion of portions) await postPortion(records, run, portion, dimensionsOf);
  const file = await writeFile(records, run, portions);
  return records.save([update<PayrollRun>(PayrollRuns, run, { ...run, state: 'posted', postedOn: today, ...(file ? { file } : {}) })]);
}

/** Takes away the slips of a run that is given up, portion by portion: their months may be paid by another. */
export async function releasePayRun(records: Records, run: StoredPayRun): Promise<StoredPayRun> {
  if (run.state !== 'cancelling') return run;
  for (const portion of await readPortions(records, run)) {
    const ids = portion.people.flatMap(({ employeeId, place }) => (place ? [payslipId(employeeId, place)] : []));
    const slips = (await records.getMany(Payslips, ids)).flatMap((slip) => (slip?.runId === run.id ? [slip] : []));
    if (slips.length > 0) await records.commit(slips.map((slip) => remove(Payslips, slip)));
  }
  return records.save([update<PayrollRun>(PayrollRuns, run, { ...run, state: 'cancelled' })]);
}

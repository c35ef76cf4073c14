import { createHash } from 'node:crypto';
import { StaffCertificates } from '#domain/hr/development/staff-certificate.ts';
import { packCsv } from '#domain/hr/onboarding/evidence-pack.ts';
import { filingsCsv } from '#domain/hr/onboarding/filing.ts';
import type { StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import type { StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { Settlements, settlementId } from '#domain/hr/onboarding/settlement-record.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipPlaceOf, payslipShelf } from '#domain/hr/payroll/payslip-record.ts';
import { nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { registerOf } from '#domain/hr/time/register.ts';
import { registerCsv, registerLines } from '#domain/hr/time/register-file.ts';
import { REGISTER_YEARS } from '#domain/hr/time/working-time-es.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { AccessOrders } from '#domain/platform/members/access-order.ts';
import { Attachments, fileKey } from '#domain/platform/notes/attachment.ts';
import { monthsBetween, yearsBetween } from '#kernel/date.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { readObject } from '#runtime/documents.ts';
import { everyRecord } from '#runtime/lists.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import type { Records } from '#runtime/records.ts';
import { holdingsOf } from '../equipment/holding-store.ts';
import { payslipPaper } from '../payroll/payslip-paper.ts';
import { registerOfYear } from '../time/register-store.ts';
import { readOfficeFilings } from './filing-store.ts';

export interface Leaver {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly onboarding: StoredOnboarding;
  readonly employee: StoredEmployee;
  readonly tasks: readonly StoredTask[];
  readonly now: Date;
}
/** A file of the pack; `packed`: compressed already. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
  readonly packed?: true;
}
const csv = (name: string, rows: Parameters<typeof packCsv>[0]): Part => ({ name, content: Buffer.from(packCsv(rows)) });
const money = (amount: Minor): string => minorText(amount);

/** What the leaving was settled with. */
export async function settlementParts({ records, onboarding, employee }: Leaver): Promise<Part[]> {
  const settlement = await records.get(Settlements, settlementId(onboarding.id));
  if (!settlement) return [];
  const { figures, date, taken, history } = settlement;
  const { cause, norm, daily, severanceDays, severance, holidayDays, holiday, extraPays } = figures;
  const total = severance + holiday + extraPays.reduce((sum, { amount }) => sum + amount, 0);
  const rows = [
    ['Trabajador', nameOf(employee)],
    ['Fecha de baja', date],
    ['Causa', cause],
    ['Norma de la indemnización', norm],
    ['Salario diario', money(daily)],
    ['Días de indemnización', severanceDays],
    ['Indemnización', money(severance)],
    ['Vacaciones disfrutadas (días)', taken],
    ['Vacaciones pendientes (días)', holidayDays],
    ['Vacaciones pendientes', money(holiday)],
    ...extraPays.map(({ month, from, to, amount }) => [`Paga extra de ${month} (${from} a ${to})`, money(amount)]),
    ['Total', money(total)],
    ['Aceptado por', history[0]?.by],
    ['Aceptado el', history[0]?.at],
  ];
  return [csv('finiquito.csv', [['Concepto', 'Valor'], ...rows])];
}

const MOST_SLIPS = 12;
/** The receipts of the last twelve slips that are final. */
export async function payslipParts({ records, company, employee }: Leaver): Promise<Part[]> {
  const slips = (await records.standing(Payslips, payslipShelf(employee.id))).slice(-MOST_SLIPS);
  const runs = new Map(
    (await records.getMany(PayrollRuns, [...new Set(slips.map(({ runId }) => runId))])).flatMap((run) => (run ? [[run.id, run]] : [])),
  );
  return slips.flatMap((slip) => {
    const run = runs.get(slip.runId);
    if (run?.state !== 'posted') return [];
    const content = printPaper(payslipPaper({ slip, run, company, endDate: employee.endDate }));
    return [{ name: `nominas/nomina-${payslipPlaceOf(slip.id)}.pdf`, content, packed: true as const }];
  });
}

/** What was prepared for TGSS and SEPE, as it is entered there; their acknowledgements are with the tasks. */
export async function filingParts({ records, company, onboarding, employee }: Leaver, withPay: boolean): Promise<Part[]> {
  const filings = await readOfficeFilings(records, { company, onboarding, person: employee, withPay });
  return [{ name: 'tramites.csv', content: Buffer.from(filingsCsv(filings)) }];
}

/** All tasks with what was told of them: acknowledgements, what was given back, why one was waived. */
export function taskParts({ tasks }: Leaver): Part[] {
  const rows = tasks.map((task) => [
    ...[String(task.no + 1), task.title, task.owner, task.due, task.state, task.told?.at, task.told?.by],
    ...[task.approved?.by, task.text, task.reason, task.attachmentId ? fileNameOf(task) : ''],
  ]);
  const heads = [
    'N.º',
    'Tarea',
    'Responsable',
    'Plazo',
    'Estado',
    'Hecha el',
    'Por',
    'Confirmada por',
    'Justificante',
    'Motivo',
    'Archivo',
  ];
  return [csv('tareas.csv', [heads, ...rows])];
}
const fileNameOf = ({ no }: StoredTask): string => `tareas/${String(no + 1).padStart(2, '0')}`;

/** The files that prove tasks, one at a time. @param missing is told of those that cannot be had. */
export async function* evidenceParts({ records, tasks }: Leaver, missing: string[]): AsyncGenerator<Part> {
  for (const task of tasks) {
    if (!task.attachmentId) continue;
    const file = await records.get(Attachments, task.attachmentId);
    const content = file?.state === 'clean' ? await readObject('documents', fileKey(records.tenant, file.id)) : undefined;
    if (file && content) yield { name: `${fileNameOf(task)}-${file.fileName}`, content, packed: true };
    else missing.push(`${fileNameOf(task)}: ${task.title}`);
  }
}

/** When they were let in no more, and by whom that was let happen. */
export async function accessParts({ records, tasks, onboarding }: Leaver): Promise<Part[]> {
  const closing = tasks.filter(({ act }) => act === 'close-access');
  const orders = await records.getMany(
    AccessOrders,
    closing.flatMap(({ orderId }) => orderId ?? []),
  );
  const rows = orders.flatMap((order) =>
    order ? [[order.email, order.state, onboarding.accessEndsAt, order.history.at(-1)?.at, order.by, order.why]] : [],
  );
  if (rows.length === 0) return [];
  return [csv('accesos.csv', [['Usuario', 'Estado', 'Fin previsto (UTC)', 'Cerrado (UTC)', 'Confirmado por', 'Motivo'], ...rows])];
}

const sign = (text: string): string => createHash('sha256').update(text).digest('hex');
/** The register of working time of the last four years (ET 34.9), a file a year. */
export async function* registerParts({ records, company, employee, now }: Leaver): AsyncGenerator<Part> {
  const last = employee.endDate ?? now.toISOString().slice(0, 10);
  const first = [employee.startDate, `${Number(last.slice(0, 4)) - REGISTER_YEARS}${last.slice(4)}`].toSorted()[1] as string;
  for (const year of yearsBetween(first.slice(0, 4), last.slice(0, 4))) {
    const facts = await registerOfYear(records, employee.id, year);
    const months = monthsBetween(
      [`${year}-01`, first.slice(0, 7)].toSorted()[1] as string,
      [`${year}-12`, last.slice(0, 7)].toSorted()[0] as string,
    );
    const person = { name: nameOf(employee), remarks: new Map<string, string[]>() };
    const registers = months.map((month) => ({ ...person, register: registerOf(facts, month, { timeZone: company.timeZone, now }) }));
    const worked = registers.filter(({ register }) => register.days.length > 0);
    if (worked.length === 0) continue;
    const lines = registerLines(worked, { language: 'es', timeZone: company.timeZone });
    yield { name: `jornada/registro-${year}.csv`, content: Buffer.from(registerCsv(lines, 'es', sign)) };
  }
}

/** What the company had handed to them, and when it came back. */
export async function equipmentParts({ records, employee }: Leaver): Promise<Part[]> {
  const found = await holdingsOf(records, employee.id);
  if (found.length === 0) return [];
  const rows = found.map(({ name, number, from, until, condition, conditionBack }) => [
    name,
    number,
    from,
    until,
    condition,
    conditionBack,
  ]);
  return [
    csv('material.csv', [['Material', 'Número', 'Entregado el', 'Devuelto el', 'Estado al entregarlo', 'Estado al devolverlo'], ...rows]),
  ];
}

/** Certificates that they brought or passed courses for. */
export async function certificateParts({ records, employee }: Leaver): Promise<Part[]> {
  const found = await Array.fromAsync(everyRecord(records, StaffCertificates, { where: ({ employeeId }) => employeeId === employee.id }));
  if (found.length === 0) return [];
  const rows = found.map(({ title, number, issuedOn, expiresOn }) => [title, number, issuedOn, expiresOn]);
  return [csv('certificados.csv', [['Certificado', 'Número', 'Expedido el', 'Caduca el'], ...rows])];
}

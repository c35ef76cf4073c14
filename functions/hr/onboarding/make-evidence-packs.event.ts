import { createHash } from 'node:crypto';
import {
  type EvidencePack,
  EvidencePacks,
  type PackFile,
  packIndex,
  type StoredEvidencePack,
} from '#domain/hr/onboarding/evidence-pack.ts';
import { Onboardings } from '#domain/hr/onboarding/onboarding.ts';
import { Employees, nameOf } from '#domain/hr/people/employee.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { prefixOf } from '#kernel/id.ts';
import { create, update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { ZipUpload } from '#runtime/zip-upload.ts';
import { companyAndDay } from '../../platform/service.ts';
import { evidencePackId } from './evidence-packs.ts';
import {
  accessParts,
  certificateParts,
  equipmentParts,
  evidenceParts,
  filingParts,
  type Leaver,
  type Part,
  payslipParts,
  registerParts,
  settlementParts,
  taskParts,
} from './evidence-parts.ts';
import { tasksOf } from './onboarding-store.ts';

/** The index on paper: what the pack holds, and of what there is nothing. */
function indexPaper({ company, employee, onboarding, now }: Leaver, files: readonly PackFile[], missing: readonly string[]): Buffer {
  const { language: _, ...colours } = styleOf(company.paper);
  const { name, taxId, address } = company;
  return printPaper({
    ...{ language: 'es', title: 'Expediente de baja', number: onboarding.date, at: now, dense: true, parties: [] },
    letterhead: { name, lines: [taxId, `${address.postalCode} ${address.city}`], ...colours },
    facts: [
      ['Trabajador', nameOf(employee)],
      ['Alta', employee.startDate],
      ['Baja', onboarding.date],
      ['Preparado (UTC)', now.toISOString()],
    ],
    blocks: [
      {
        kind: 'lines',
        columns: [
          { label: 'Archivo', share: 2 },
          { label: 'Bytes', align: 'right' },
          { label: 'SHA-256', share: 3, soft: true },
        ],
        rows: files.map((file) => [file.name, String(file.bytes), file.sha256]),
      },
      { kind: 'remarks', pairs: missing.map((what) => ['No consta', what] as const) },
    ],
    foot: [name, taxId, nameOf(employee)],
  });
}

/** Everything that there is, part by part: one of them is in memory at a time. @param missing is told of what there is nothing of. */
async function* partsOf(leaver: Leaver, withPay: boolean, missing: string[]): AsyncGenerator<Part> {
  const some = async function* (what: string, parts: AsyncIterable<Part> | Iterable<Part>) {
    let count = 0;
    for await (const part of parts) {
      count += 1;
      yield part;
    }
    if (count === 0) missing.push(what);
  };
  if (withPay) {
    yield* some('Finiquito', await settlementParts(leaver));
    yield* some('Nóminas', await payslipParts(leaver));
  }
  yield* some('Trámites', await filingParts(leaver, withPay));
  yield* some('Tareas', taskParts(leaver));
  yield* evidenceParts(leaver, missing);
  yield* some('Cierre de accesos', await accessParts(leaver));
  yield* some('Registro de jornada', registerParts(leaver));
  yield* some('Material entregado', await equipmentParts(leaver));
  yield* some('Certificados', await certificateParts(leaver));
}

const hashOf = ({ name, content }: Part): PackFile => ({
  ...{ name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
});

/** Makes the ZIP of a pack that is wanted. What comes again has been made. */
async function makePack(records: Records, pack: StoredEvidencePack, now: Date): Promise<void> {
  const [{ company }, onboarding, employee] = await Promise.all([
    companyAndDay(records, now),
    records.getOrThrow(Onboardings, pack.onboardingId),
    records.getOrThrow(Employees, pack.employeeId),
  ]);
  const leaver: Leaver = { records, company, onboarding, employee, tasks: await tasksOf(records, onboarding), now };
  const key = `packs/${records.tenant}/${pack.id}-${pack.rev}.zip`;
  const zip = new ZipUpload('reports', key);
  const [files, missing]: [PackFile[], string[]] = [[], pack.withPay ? [] : ['Finiquito y nóminas: los prepara quien ve los salarios']];
  for await (const part of partsOf(leaver, pack.withPay, missing)) {
    files.push(hashOf(part));
    await zip.add(part.name, part.content, part.packed);
  }
  await zip.add('indice.csv', packIndex(files));
  await zip.add('indice.pdf', indexPaper(leaver, files, missing), true);
  const bytes = await zip.end();
  const made = { at: now.toISOString(), key, bytes, files, missing };
  await records.commit([update<EvidencePack>(EvidencePacks, pack, { ...pack, state: 'ready', made })]);
}

/** Both packs of a leaving that has come to its end: with what they earned, and without. */
async function wantPacks(records: Records, onboardingId: string, now: Date): Promise<void> {
  const onboarding = await records.get(Onboardings, onboardingId);
  if (onboarding?.flow !== 'leaving' || onboarding.state !== 'done') return;
  for (const withPay of [true, false]) {
    const id = evidencePackId(records.tenant, onboardingId, withPay);
    if (await records.get(EvidencePacks, id)) continue;
    const wanted = { onboardingId, employeeId: onboarding.employeeId, withPay, state: 'wanted' as const, wantedAt: now.toISOString() };
    await records.commit([create(EvidencePacks, id, wanted)]);
  }
}

/** Has packs made as leavings end, and makes those that are wanted. */
export async function followPack(tenant: string, id: string, request: string): Promise<void> {
  const now = new Date();
  const records = () => new Records(tenant, { by: WORKER, request, action: 'makeEvidencePacks', at: now });
  await untilCommitted(async () => {
    if (prefixOf(id) === Onboardings.prefix) return wantPacks(records(), id, now);
    const pack = await records().get(EvidencePacks, id);
    return pack?.state === 'wanted' ? makePack(records(), pack, now) : undefined;
  });
}

export const handler = followChanges({
  code: 'make-evidence-packs',
  subject: ({ id, kind, after }) => {
    if (kind === 'evidence-pack') return after?.state === 'wanted' ? id : undefined;
    return after?.flow === 'leaving' && after.state === 'done' ? id : undefined;
  },
  handle: (tenant, id, changes) => followPack(tenant, id, changes.at(-1)?.request ?? id),
});

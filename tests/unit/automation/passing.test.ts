import { S3ServiceException } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../functions/automation/intake/commands.ts';
import { handler as documents } from '../../../functions/automation/intake/documents.ts';
import { handler as queries } from '../../../functions/automation/intake/queries.ts';
import { banking } from '../../../shared/api/finance/banking.ts';
import { imports } from '../../../shared/api/sales/imports.ts';
import {
  bringerOf,
  type IntakeDocument,
  IntakeDocuments,
  newDocument,
  PASSING_NEEDS,
} from '../../../shared/domain/automation/intake/intake-document.ts';
import { BankFiles, newBankFile } from '../../../shared/domain/finance/banking/bank-file.ts';
import { SupplierBills } from '../../../shared/domain/finance/payables/supplier-bill.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { s3 } from '../../../shared/runtime/documents.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';

const ID = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
const CAME = { fileName: 'enero.n43', source: 'console', date: '2026-03-03', cameAt: '2026-03-03T09:00:00.000Z', bytes: 9 } as const;

describe('what is passed on', () => {
  const table = useMemoryTable({ lists: true });
  let tenant = '';
  beforeEach(async () => {
    table.clear();
    tenant = newTenant();
    await newCompany(tenant);
    vi.stubEnv('BUCKET_DOCUMENTS', 'documents');
    vi.stubEnv('BUCKET_ISSUED', 'issued');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  const kept = (more: Partial<IntakeDocument>) =>
    recordsOf(tenant).commit([create(IntakeDocuments, ID, { ...newDocument(CAME), state: 'review', sha256: 'ab', flags: [], ...more })]);
  /** A bucket in which everything is, also where the file goes. */
  const bucket = () =>
    vi.spyOn(s3, 'send').mockImplementation(async (command: object) => {
      if (command.constructor.name === 'PutObjectCommand')
        throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: { httpStatusCode: 412 } });
      return { ContentLength: 1, Body: Object.assign([Buffer.from('x')], { destroy: () => undefined }) };
    });
  const pass = (role: string) =>
    call(documents, `POST /documents/${ID}/passing`, 'POST /documents/{documentId}/passing', { tenant, roles: [role] });

  it('needs what sending it there needs', () => {
    expect(PASSING_NEEDS).toEqual({
      statement: banking.actions.createBankFile.permission,
      orders: imports.actions.createImport.permission,
    });
  });

  it.each([
    ['statement', 'integration', 403, 'books.post'],
    ['statement', 'accountant', 200, undefined],
    ['orders', 'accountant', 403, 'imports.write'],
  ] as const)('a %s by %s: %i', async (purpose, role, status, needed) => {
    await kept({ purpose });
    bucket();
    const answer = await pass(role);
    expect([answer.status, answer.body.params?.needed]).toEqual([status, needed]);
  });

  it('is put once: after a crash its file is there, and has no second version', async () => {
    await kept({ purpose: 'statement' });
    const send = bucket();
    expect((await pass('accountant')).body.state).toBe('passed');
    expect(send.mock.calls.at(-1)?.[0].input).toMatchObject({ IfNoneMatch: '*' });
  });

  it('tells what banking made of it, to whoever may see that; and is taken back by a person', async () => {
    await kept({ purpose: 'statement', kind: 'statement' });
    bucket();
    await pass('accountant');
    const key = `statements/${tenant}/${ID.slice(4)}`;
    const file = { ...newBankFile({ fileName: 'enero.n43', key, madeAt: '2026-03-03T09:01:00.000Z' }), state: 'failed' as const };
    const fault = { code: 'statement.invalid', message: 'It is of no account of yours.', params: { why: 'account' } };
    await recordsOf(tenant).commit([
      create(BankFiles, 'bkf_1', { ...file, key: `${key}0`, state: 'done' }),
      create(BankFiles, 'bkf_2', { ...file, fault }),
    ]);
    const get = (role: string) => call(queries, `GET /documents/${ID}`, 'GET /documents/{documentId}', { tenant, roles: [role] });
    expect((await get('accountant')).body.passedTo).toEqual({ state: 'failed', statementIds: [], error: fault });
    expect((await get('integration')).body.passedTo).toBeUndefined();
    const reopen = `POST /documents/${ID}/reopening`;
    const answer = await call(commands, reopen, 'POST /documents/{documentId}/reopening', { tenant, roles: ['accountant'] });
    expect([answer.status, answer.body.state]).toEqual([200, 'review']);
    expect((await get('accountant')).body.passedTo).toBeUndefined();
  });

  it('a statement is passed by itself where whoever uploads it may send it to banking', async () => {
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    const mayPass = async (role: string) => {
      const { body } = await call(documents, 'POST /documents', 'POST /documents', {
        ...{ tenant, roles: [role], body: { fileName: 'enero.n43', bytes: 9 } },
      });
      expect(body).toMatchObject({ state: 'waiting' });
      return (await recordsOf(tenant).getOrThrow(IntakeDocuments, body.id)).mayPass;
    };
    expect([await mayPass('accountant'), await mayPass('integration')]).toEqual([true, undefined]);
  });

  it('a bill drafted of a document is approved by somebody else than who brought it', async () => {
    const api = payablesOf(tenant);
    const { id } = await api.supplier();
    const bill = await api.bill(id, 'A-1', '2000.00');
    const records = recordsOf(tenant);
    const before = await records.getOrThrow(SupplierBills, bill.id);
    const brought = bringerOf({ source: 'console', history: [{ by: `bea@${tenant}.example` }] } as never);
    await records.commit([update(SupplierBills, before, { ...before, needsApproval: true, ...brought })]);
    expect((await api.refused('bea', `POST /payables/bills/${bill.id}/approval`, {}))[1]).toBe('bill.own_approval');
    expect((await api.done('carlos', `POST /payables/bills/${bill.id}/approval`)).approval).toBeDefined();
  });

  it('was brought by whoever mailed or uploaded it, by nobody where it was dropped', () => {
    const history = [{ by: 'ana@x.example' }];
    const by = (of: object) => bringerOf({ history, ...of } as never).broughtBy;
    expect([by({ source: 'console' }), by({ source: 'mail', sender: 'eva@x.example' }), by({ source: 'drop' })]).toEqual([
      'ana@x.example',
      'eva@x.example',
      undefined,
    ]);
  });
});

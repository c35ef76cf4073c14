import { imports } from '#api/sales/imports.ts';
import { Imports, importActions, newImport } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { copyOnce } from '#runtime/documents.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { approvalOf } from './import-authority.ts';
import { uploadKey } from './import-store.ts';

/** An import of the same file in the approver's name, of the documents that wait for that alone. The copy of the file starts it. */
export const approveImport = command(
  imports.actions.approveImport,
  creates(Imports, 'imp', ({ path }) => ({ asked: required(Imports, path.importId, 'path.importId') })),
  ({ asked, caller, today, now, newId, tenant }) => {
    throwIf(importActions.approveImport(approvalOf(caller, asked)));
    const id = newId('imp');
    const { profile, fileName } = asked;
    const file = { profile, fileName, key: uploadKey(tenant, id), date: today, madeAt: now.toISOString() };
    return [create(Imports, id, { ...newImport(file), approves: asked.id }), update(Imports, asked, { ...asked, approvedIn: id })];
  },
  async (record, { asked }) => {
    await copyOnce('documents', asked.key, record.key);
    return importView(record);
  },
);

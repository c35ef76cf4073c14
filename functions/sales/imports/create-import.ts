import { imports } from '#api/sales/imports.ts';
import { Imports, MAX_FILE_BYTES, newImport } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { uploadTo } from '#runtime/documents.ts';
import { command } from '../../platform/service.ts';
import { uploadKey } from './import-store.ts';

export const createImport = command(
  imports.actions.createImport,
  creates(Imports, 'imp'),
  ({ body: { fileName, profile }, today, now, newId, tenant }) => {
    const id = newId('imp');
    return [create(Imports, id, newImport({ fileName, profile, key: uploadKey(tenant, id), date: today, madeAt: now.toISOString() }))];
  },
  // The link is new each time: it is a way to the same place, good for a quarter of an hour.
  async (record, { body, now }) => ({
    ...importView(record),
    upload: { method: 'PUT' as const, ...(await uploadTo('documents', record.key, body.bytes, now)), maxBytes: MAX_FILE_BYTES },
  }),
);

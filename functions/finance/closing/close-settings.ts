import { closing } from '#api/finance/closing.ts';
import {
  CLOSE_SETTINGS_ID,
  type CloseSettings,
  CloseSettingsOf,
  closeSettingsView,
  NO_CLOSE_SETTINGS,
} from '#domain/finance/closing/close-settings.ts';
import { create, type Stored, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { requireBudget } from './own-budget.ts';

export async function readCloseSettings(records: Records): Promise<Stored<CloseSettings>> {
  const found = await records.get(CloseSettingsOf, CLOSE_SETTINGS_ID);
  return found ?? ({ id: CLOSE_SETTINGS_ID, rev: 0, history: [], ...NO_CLOSE_SETTINGS } as Stored<CloseSettings>);
}

export const putCloseSettings = command(
  closing.actions.putCloseSettings,
  upserts(CloseSettingsOf, () => CLOSE_SETTINGS_ID),
  async ({ body, records, company }, before) => {
    await requireBudget(records, company.fiscalYears, body);
    return [before ? update(CloseSettingsOf, before, body) : create(CloseSettingsOf, CLOSE_SETTINGS_ID, body)];
  },
  closeSettingsView,
);

export const getCloseSettings = query(closing.actions.getCloseSettings, async ({ records }) =>
  closeSettingsView(await readCloseSettings(records)),
);

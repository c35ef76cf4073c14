import { CHECKS, type CheckFinding, type CheckId, type CheckSpec } from '#domain/finance/closing/check.ts';
import { usedAreas } from '#domain/platform/company/areas.ts';
import { bankLedgerCheck, bankLinesCheck } from './bank-checks.ts';
import {
  accrualsCheck,
  balancesCheck,
  customerCreditsCheck,
  deferralsCheck,
  depreciationCheck,
  revaluationCheck,
  supplierDebitsCheck,
  suspenseCheck,
  unbilledCheck,
} from './book-checks.ts';
import type { CheckWorld } from './check-world.ts';
import { draftsCheck, duplicatesCheck, numbersCheck, shipmentsCheck } from './document-checks.ts';
import { ownCheck } from './own-checks.ts';
import { payrollCheck } from './payroll-check.ts';
import { proofCheck } from './proof-checks.ts';
import {
  assetsCheck,
  negativeStockCheck,
  payablesCheck,
  receivablesCheck,
  stockCheck,
  vatCheck,
  withheldCheck,
} from './subledger-checks.ts';
import { budgetVarianceCheck, varianceCheck, yearVarianceCheck } from './variance-checks.ts';

/** What looks at each check: undefined where it cannot be asked of the month. */
const FINDERS: Readonly<Record<CheckId, (world: CheckWorld) => Promise<CheckFinding | undefined>>> = {
  drafts: draftsCheck,
  shipments: shipmentsCheck,
  numbers: numbersCheck,
  duplicates: duplicatesCheck,
  receivables: receivablesCheck,
  payables: payablesCheck,
  stock: stockCheck,
  assets: assetsCheck,
  vat: vatCheck,
  withheld: withheldCheck,
  payroll: payrollCheck,
  'bank-lines': bankLinesCheck,
  'bank-ledger': bankLedgerCheck,
  suspense: suspenseCheck,
  unbilled: unbilledCheck,
  accruals: accrualsCheck,
  deferrals: deferralsCheck,
  depreciation: depreciationCheck,
  revaluation: revaluationCheck,
  'negative-stock': negativeStockCheck,
  'customer-credits': customerCreditsCheck,
  'supplier-debits': supplierDebitsCheck,
  balances: balancesCheck,
  own: ownCheck,
  proof: proofCheck,
  variance: varianceCheck,
  'variance-year': yearVarianceCheck,
  'variance-budget': budgetVarianceCheck,
};

/** As many checks are looked at together: each reads a page of something at a time. */
const AT_ONCE = 6;

/** What the checks say of a month; those of areas that the company does not use are not asked. @throws DomainError `balances.behind` (503). */
export async function checkFindings(world: CheckWorld, ids: readonly CheckId[]): Promise<Map<CheckId, CheckFinding | undefined>> {
  const used = new Set<string>(usedAreas(world.company));
  const asked: readonly CheckSpec[] = CHECKS.filter(({ id }) => ids.includes(id));
  const found = new Map<CheckId, CheckFinding | undefined>();
  for (let at = 0; at < asked.length; at += AT_ONCE)
    await Promise.all(
      asked.slice(at, at + AT_ONCE).map(async ({ id, area }) => {
        const check = id as CheckId;
        found.set(check, area && !used.has(area) ? undefined : await FINDERS[check](world));
      }),
    );
  return found;
}

import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { newTenant } from './call.ts';
import { newCompany } from './company.ts';
import { useMemoryBucket } from './memory-bucket.ts';
import { useMemoryTable } from './memory-table.ts';
import { payrollOf } from './payroll.ts';

interface PaidCompany {
  readonly tenant: string;
  readonly pay: ReturnType<typeof payrollOf>;
  readonly bucket: ReturnType<typeof useMemoryBucket>;
}

/** Each test has a company of its own that pays people, on a table and a bucket in memory. @param now ISO instant at which it begins. */
export function usePayroll(now: string): PaidCompany {
  const table = useMemoryTable({ openWork: true, lists: true });
  const company = {} as { -readonly [K in keyof PaidCompany]: PaidCompany[K] };
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterAll(() => void vi.useRealTimers());
  beforeEach(async () => {
    table.clear();
    vi.setSystemTime(new Date(now));
    company.bucket = useMemoryBucket();
    company.tenant = newTenant();
    await newCompany(company.tenant);
    company.pay = payrollOf(company.tenant);
    await company.pay.letIn();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return company;
}

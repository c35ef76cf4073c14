import { describe, expect, it } from 'vitest';
import { isClearable, PatchPolicies, POLICY_NAMES, policyOptions } from '../../../../shared/domain/platform/company/policies.ts';

const accepts = (change: object) => PatchPolicies.safeParse(change).success;

describe('a change of policies', () => {
  it('clears what may be absent, and nothing that is always in force', () => {
    expect(POLICY_NAMES.filter(isClearable)).toEqual([
      'cancelUnshippedAfterDays',
      'cancelRestAfterDays',
      'refundLimit',
      'billApprovalLimit',
      'automaticBillLimit',
      'matchPercent',
      'matchAmount',
      'assetLimit',
      'mileageRate',
    ]);
    for (const name of POLICY_NAMES) expect(accepts({ [name]: null }), name).toBe(isClearable(name));
  });

  it('takes each value within its bounds, and no policy that there is not', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ returnWithinDays: 300, dunningDays: [], refundLimit: { amount: '0.00', currency: 'EUR' } })).toBe(true);
    expect(accepts({ returnWithinDays: 301 })).toBe(false);
    expect(accepts({ shortage: 'ignore' })).toBe(false);
    expect(accepts({ shortages: 'refuse' })).toBe(false);
  });

  it('offers the options of its schema', () => {
    expect(policyOptions('refunds')).toEqual(['manual', 'automatic']);
    expect(policyOptions('simplifiedUpTo')).toEqual(['four-hundred', 'three-thousand']);
    expect(policyOptions('refundLimit')).toEqual([]);
  });
});

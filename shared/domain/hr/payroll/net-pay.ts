import { DomainError, refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { PayFacts } from './pay-facts.ts';
import { payslipOf } from './payslip.ts';

/** No salary is looked for beyond this: ten million a year. */
const MOST: Minor = 1_000_000_000;

const netAt = (facts: PayFacts, annual: Minor): Minor =>
  payslipOf({ ...facts, terms: facts.terms.map((each) => ({ ...each, annual })) }).net;

/** Where a salary is too low for a slip (part time below the minimum base, deductions beyond it), its net is none. */
const TOO_LOW: ReadonlySet<string> = new Set(['payroll.part_time_minimum', 'payroll.negative_net']);
function netOrNothing(net: () => Minor): Minor {
  try {
    return net();
  } catch (error) {
    if (error instanceof DomainError && TOO_LOW.has(error.code)) return 0;
    throw error;
  }
}

/**
 * The salary of a year, in cents, whose slip of the month pays at least a net, and a cent less of it does not: what is withheld goes by
 * steps, so that the net wanted may be passed by some cents. Each step is a whole slip.
 * @param inYear the facts of a salary with what the year has paid by it so far.
 * @throws DomainError `payroll.net_out_of_reach` (422) where no salary up to ten million pays it.
 */
export function annualForNet(net: Minor, inYear: (annual: Minor) => PayFacts): Minor {
  const at = (annual: Minor) => (annual > 0 ? netOrNothing(() => netAt(inYear(annual), annual)) : 0);
  if (at(MOST) < net)
    throw refused('payroll.net_out_of_reach', `No salary pays a net of ${minorText(net)} in a month.`, 'query.net', {
      net: minorText(net),
    });
  let [low, high] = [0, MOST];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) >= net) high = middle;
    else low = middle;
  }
  return high;
}

import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { nameOf, type StoredEmployee } from './employee.ts';

/**
 * How long what is personal of an employee is kept after they left: six years, as the papers of the books (Código de Comercio
 * art. 30.1). What the employment itself asks for is shorter: four years for Social Security (LGSS art. 24) and tax (LGT art. 66).
 */
export const KEPT_YEARS = 6;

/** The last day on which the data of who left on a day are kept. */
export function keptUntil(endDate: IsoDate): IsoDate {
  const day = `${Number(endDate.slice(0, 4)) + KEPT_YEARS}${endDate.slice(4)}`;
  // Six years after a leap day there is none: periods in years end on the last day of that month (Código Civil art. 5.1).
  return isIsoDate(day) ? day : `${day.slice(0, 8)}28`;
}

/** @throws DomainError `employee.data_kept` (422) while somebody may still ask for them. */
export function requireErasable(employee: StoredEmployee, today: IsoDate): void {
  const until = keptUntil(employee.endDate ?? today);
  if (today <= until)
    throw refused(
      'employee.data_kept',
      `The data of ${nameOf(employee)} are kept until ${until}, for whoever may ask for them.`,
      'path.employeeId',
      {
        name: nameOf(employee),
        until,
        years: KEPT_YEARS,
      },
    );
}

/** What stays of an employee: an id that the books hold, and the days of their employment. */
export function erased(employee: StoredEmployee, today: IsoDate): StoredEmployee {
  const { email: _, ...rest } = employee;
  return { ...rest, givenName: `E-${employee.id.slice(4, 12)}`, familyName: '', erasedOn: today };
}

import type { FiscalYear } from '#kernel/fiscal-year.ts';
import { useCompany } from '../../session/company.ts';

/** The company's fiscal years, ascending; none while they are not known. */
export const useFiscalYears = (): readonly FiscalYear[] => useCompany().data?.fiscalCalendar ?? [];

import type { DoorName } from '#api/rule-effects.ts';
import { REPORT_SOURCES } from '#api/rule-reports.ts';
import type { ReportName } from '#domain/automation/rules/report.ts';

/** Every action that a report is made by. */
export const doorsOf = (report: ReportName): readonly DoorName[] => {
  const source = REPORT_SOURCES[report];
  if (source.by !== 'table') return [source.door];
  return source.lists.flatMap(({ door, per }): DoorName[] => (per ? [door, per.door] : [door]));
};

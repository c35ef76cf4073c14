import { time } from '#api/hr/time.ts';
import { serveModule } from '../../platform/service.ts';
import { importBadgeFile } from './badge-files.ts';
import { recordClockEntry } from './clock.ts';
import { approveClockCorrection, rejectClockCorrection, requestClockCorrection } from './corrections.ts';
import { closeStaffDeadline, createStaffDeadline } from './deadlines.ts';
import { approveLeave, cancelLeave, rejectLeave, requestLeave, revokeLeave, withdrawLeave } from './leave.ts';
import { putLeaveOpening, putWorkCalendar } from './leave-setup.ts';
import { putWorkPlan } from './work-plans.ts';

export const handler = serveModule(time, {
  recordClockEntry,
  requestClockCorrection,
  approveClockCorrection,
  rejectClockCorrection,
  importBadgeFile,
  requestLeave,
  approveLeave,
  rejectLeave,
  withdrawLeave,
  cancelLeave,
  revokeLeave,
  putLeaveOpening,
  putWorkCalendar,
  createStaffDeadline,
  closeStaffDeadline,
  putWorkPlan,
});

import { time } from '#api/hr/time.ts';
import { serveModule } from '../../platform/service.ts';
import { recordClockEntry } from './clock.ts';
import { approveClockCorrection, rejectClockCorrection, requestClockCorrection } from './corrections.ts';

export const handler = serveModule(time, { recordClockEntry, requestClockCorrection, approveClockCorrection, rejectClockCorrection });

import type { Answer, Row } from '../../api/contract.ts';

/** A leave as lists show it. */
export type LeaveRow = Answer<Row<'GET', '/time/leave'>>['items'][number];

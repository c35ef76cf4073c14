export const states = {
  'month-close': {
    checking: 'Checking',
    waiting: 'Waiting to be mended',
    closing: 'Closing',
    closed: 'Closed',
    rehearsed: 'Rehearsed',
    cancelled: 'Stopped',
    reopened: 'Reopened',
  },
  'close-check': { passed: 'Passed', failed: 'To mend', waived: 'Waived', 'not-asked': 'Not asked' },
} as const;
export const records = {
  did: {
    startMonthClose: 'Began the close of the month',
    waiveCloseCheck: 'Waived a check',
    cancelMonthClose: 'Stopped the close',
    reopenMonth: 'Reopened the month',
    closeMonth: 'Checked and closed the month',
    followMonthCloses: 'Looked at the checks again',
  },
} as const;
export const palette = { kinds: { 'month-close': 'Month-end closes', 'close-check': 'Checks of a close' } } as const;

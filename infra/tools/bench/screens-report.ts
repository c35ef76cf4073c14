import type { Screens } from './screens.ts';

/** Requests of each screen, and how the long list was drawn. */
export function screensText({ screens, scrolling }: Screens): string {
  const rows = screens.map(
    ({ path, requests, bytes }) => `  ${path.padEnd(28)}${String(requests).padStart(9)}${(bytes / 1024).toFixed(1).padStart(10)}`,
  );
  return [
    `  ${'screen'.padEnd(28)}${'requests'.padStart(9)}${'KB'.padStart(10)}`,
    ...rows,
    `  The list of ${scrolling.orders} orders, from the first row to the last: at most ${scrolling.rowsDrawn} rows in the page,`,
    `  ${scrolling.requests} requests, ${scrolling.slow} of ${scrolling.frames} frames over 50 ms.`,
  ].join('\n');
}

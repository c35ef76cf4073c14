export const errors = {
  unknown: 'Something on this page went wrong. Load it again; if it happens once more, tell support.',
  network: 'The server could not be reached. Check the connection and try again.',
  request: 'Request {{id}}',
  codes: {} as Record<string, string>,
};

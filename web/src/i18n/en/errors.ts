export const errors = {
  unknown: 'Something on this page went wrong. Load it again; if it happens once more, tell support.',
  network: 'The server could not be reached. Check the connection and try again.',
  request: 'Request {{id}}',
  /** The API speaks English: only what it says for programs has other words here. */
  codes: {
    network: 'The server could not be reached. Check the connection and try again.',
    internal:
      'Something went wrong on the server. Try again: it will not be done twice. If it happens once more, tell support the request number.',
    http_403: 'The server does not allow this request. Sign out, sign in and try again.',
    http_404: 'The server does not know this address. Load the page again.',
    http_413: 'This is too large to be sent at once. Split it.',
    http_429: 'Too many requests at once. Wait a few seconds and try again.',
    http_500: 'Something went wrong on the server. Try again in a moment.',
    http_502: 'The server did not answer properly. Try again in a moment.',
    http_503: 'The server is busy. Try again in a moment.',
    http_504: 'The server took too long. Check whether it was done before you try again.',
    input_invalid: 'Some data is not right. Look at what is marked.',
    cursor_invalid: 'The filter of the list changed while it was read. Load the list again.',
    idempotency_key_reused: 'This was sent before with other data. Check what was recorded, and start again.',
    write_contention: 'Somebody else is changing the same at this moment. Wait a few seconds and try again.',
    role_not_allowed: 'Your role does not allow this. Ask whoever manages the users of the company.',
  } as Readonly<Record<string, string>>,
};

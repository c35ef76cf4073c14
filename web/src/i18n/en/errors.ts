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
  /** The API's own sentences name their figures: here are those alone that speak of requests, not of screens. */
  figures: {
    role_not_allowed:
      'Your role does not allow this: it needs one of {{needed, shell.roles}}. Ask whoever manages the users of the company.',
    body_too_large: 'This takes {{bytes, megabytes}}; at most {{limit, megabytes}} can be sent at once. Split it.',
    entry_of_document_invoice: 'This entry belongs to the invoice {{document, id}}. To undo it, credit the invoice.',
    entry_of_document_credit_note:
      'This entry belongs to the credit note {{document, id}}, which is final. To undo it, issue another invoice.',
    entry_of_document_receipt: 'This entry belongs to a receipt. To undo it, reverse the receipt.',
    entry_of_document_receipt_reversal: 'This entry belongs to the reversal of a receipt. To undo it, record the receipt again.',
    entry_of_document_refund: 'This entry belongs to a refund. If the money came back, record it as a receipt.',
    entry_of_document_goods_issue: 'This entry belongs to a shipment. To undo it, take the goods back by a return, or adjust the stock.',
    entry_of_document_goods_receipt: 'This entry belongs to a goods receipt. To undo it, reverse the goods receipt.',
    entry_of_document_stock_adjustment: 'This entry belongs to a stock adjustment. To undo it, adjust the stock the other way.',
  } as Readonly<Record<string, string>>,
  rows: {} as Readonly<Record<string, string>>,
  wanted: {} as Readonly<Record<string, string>>,
  files: {} as Readonly<Record<string, string>>,
};

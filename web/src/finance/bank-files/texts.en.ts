export const bankFiles = {
  search: 'Search by number or file name',
  again: 'Read again',
  columns: 'See the columns of the account',
  original: 'Download the original',
  came: 'Received',
  ended: 'Read',
  bytes: 'Bytes',
};

export const menu = { bankFiles: 'Files of banks' };

export const palette = { kinds: { 'bank-file': 'Files of banks' } };

export const billing = { documents: { 'bank-file': 'File {{number}}' } };

export const records = { did: { readBankFileAgain: 'Asked to read the file again' } };

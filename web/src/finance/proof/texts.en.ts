export const proof = {
  no: 'No.',
  one: 'Seal {{no}}',
  day: 'Sealed on',
  at: 'Sealed at',
  entries: 'Entries',
  previous: 'Seal before (SHA-256)',
  file: 'File',
  month: 'Month',
  sequence: 'Sequence',
  from: 'From no.',
  to: 'To no.',
  root: 'Merkle root',
  parts: 'What it holds',
  search: 'Search for a number or a hash',
  empty: {
    title: 'The books have not been sealed yet',
    text: 'Soon after midnight, what came into the books during the day is sealed: from then on anybody can prove that no entry was changed.',
  },
  verify: {
    title: 'How anybody can check it',
    text: 'Take the export “Entries with their proof” from the trial balance, and the files of all seals, or better, copies that somebody else has kept. One of these programs says which entry was changed, taken away, added or moved, and whether the balances are what the entries come to.',
  },
  entry: {
    title: 'Proof',
    ask: 'Check that it has not been changed',
    intact: 'The entry is the one that came into the books.',
    changed: 'The entry is not the one that came into the books: it was changed.',
    seal: 'Held by',
    sealed: 'Seal {{no}} of {{day}}',
    leaf: 'Hash of the entry',
  },
} as const;
export const menu = { bookSeals: 'Seals of the books' } as const;
export const records = { did: { sealBooks: 'Sealed the books', 'seal-books': 'Sealed the books' } } as const;
export const palette = { kinds: { 'book-seal': 'Seals of the books' } } as const;

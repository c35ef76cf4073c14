import { books } from './codes/books.ts';
import { general } from './codes/general.ts';
import { money } from './codes/money.ts';
import { sales } from './codes/sales.ts';
import { books as bookFigures } from './figures/books.ts';
import { general as generalFigures } from './figures/general.ts';
import { files, rows, wanted } from './figures/imports.ts';
import { money as moneyFigures } from './figures/money.ts';
import { sales as salesFigures } from './figures/sales.ts';

export const errors = {
  unknown: 'Algo ha fallado en esta página. Vuelva a cargarla; si se repite, avise a soporte.',
  network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
  request: 'Petición {{id}}',
  /** By the code of the refusal, `_` for `.`: what happened, and what to do about it. */
  codes: { ...general, ...sales, ...money, ...books } as Readonly<Record<string, string>>,
  /** The same with what the refusal names, by its code and, after `_`, the `why` among its params. */
  figures: { ...generalFigures, ...salesFigures, ...moneyFigures, ...bookFigures } as Readonly<Record<string, string>>,
  /** Of rows of an import, what their cells must hold, and of its file. */
  rows: rows as Readonly<Record<string, string>>,
  wanted: wanted as Readonly<Record<string, string>>,
  files: files as Readonly<Record<string, string>>,
};

import { books } from './codes/books.ts';
import { general } from './codes/general.ts';
import { money } from './codes/money.ts';
import { sales } from './codes/sales.ts';

export const errors = {
  unknown: 'Algo ha fallado en esta página. Vuelva a cargarla; si se repite, avise a soporte.',
  network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
  request: 'Petición {{id}}',
  /** By the code of the refusal, `_` for `.`: what happened, and what to do about it. */
  codes: { ...general, ...sales, ...money, ...books } as Readonly<Record<string, string>>,
};

export const proof = {
  no: 'N.º',
  one: 'Sello {{no}}',
  day: 'Sellado el',
  at: 'Sellado',
  entries: 'Asientos',
  previous: 'Sello anterior (SHA-256)',
  file: 'Fichero',
  month: 'Mes',
  sequence: 'Secuencia',
  from: 'Desde el n.º',
  to: 'Hasta el n.º',
  root: 'Raíz de Merkle',
  parts: 'Lo que contiene',
  search: 'Buscar un número o una huella',
  empty: {
    title: 'Los libros no se han sellado todavía',
    text: 'Poco después de medianoche se sella lo contabilizado durante el día. Desde entonces cualquiera puede probar que no se ha cambiado ningún asiento.',
  },
  verify: {
    title: 'Cómo puede comprobarlo cualquiera',
    text: 'Descargue la exportación «Asientos con su prueba» del balance de sumas y saldos y los ficheros de todos los sellos o, mejor, las copias que haya guardado otra persona. Cualquiera de estos programas dice qué asiento se ha cambiado, quitado, añadido o movido, y si los saldos son los que dan los asientos.',
  },
  entry: {
    title: 'Prueba',
    ask: 'Comprobar que no se ha cambiado',
    intact: 'El asiento es el que se contabilizó.',
    changed: 'El asiento no es el que se contabilizó: se ha cambiado.',
    seal: 'Lo contiene',
    sealed: 'Sello {{no}} del {{day}}',
    leaf: 'Huella del asiento',
  },
};
export const menu = { bookSeals: 'Sellos de los libros' };
export const records = { did: { sealBooks: 'Selló los libros', 'seal-books': 'Selló los libros' } };
export const palette = { kinds: { 'book-seal': 'Sellos de los libros' } };

/** What the API refuses, in the words of people. */
export const errors = {
  codes: {
    'book-seal_not_found': 'Ese sello no existe.',
    proof_not_sealed: 'El asiento no está en ningún sello todavía: los libros se sellan una vez al día, poco después de medianoche.',
  },
};

declare global {
  interface ConsoleTexts {
    proof: typeof proof;
  }
}

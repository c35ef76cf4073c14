export const tour = {
  progress: '{{at}} de {{of}}',
  skip: 'Saltar',
  back: 'Anterior',
  next: 'Siguiente',
  end: 'Terminar',
  invitation: {
    title: '¿Le enseñamos Trastienda?',
    text: 'Un recorrido de tres minutos por esta pantalla. También está en su menú.',
    later: 'Ahora no',
    start: 'Empezar',
  },
  menu: { title: 'El menú', text: 'Aquí está todo lo que su función le deja ver: ventas, facturación, almacén y contabilidad.' },
  search: {
    title: 'Buscar o hacer',
    text: 'Un número de pedido, un cliente, una factura o una acción: todo desde aquí. Se abre también con Ctrl K (o ⌘ K).',
  },
  quick: { title: 'Lo de cada día', text: 'Lo que más se hace, a un clic: pedidos, entradas de mercancía, cobros e importaciones.' },
  waiting: { title: 'Qué está esperando', text: 'Lo que pide que alguien haga algo. Cada tarjeta abre la lista ya filtrada.' },
  figures: {
    title: 'Cómo va el mes',
    text: 'Las cifras salen de los libros, al céntimo. Cada una lleva a los documentos de los que sale.',
  },
  keys: {
    title: 'Sin ratón',
    text: 'Todo se puede hacer con el teclado. Pulse ? para ver los atajos: g y o, por ejemplo, va a los pedidos.',
  },
  account: { title: 'Su menú', text: 'El idioma, el aspecto claro u oscuro, la salida, y este recorrido siempre que quiera.' },
} as const;

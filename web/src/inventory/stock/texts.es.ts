export const stock = {
  item: 'Artículo',
  warehouse: 'Almacén',
  inMain: 'Almacén principal',
  onHand: 'En almacén',
  reserved: 'Reservado',
  committed: 'Con existencias',
  backordered: 'En espera',
  waitingOrder: 'Pedido en espera, por orden',
  available: 'Disponible',
  averageCost: 'Coste medio',
  value: 'Valor',
  total: 'Total',
  date: 'Fecha',
  reason: 'Motivo',
  quantity: 'Cantidad',
  unitCost: 'Coste unitario',
  note: 'Nota',
  by: 'Quién',
  short: 'Faltan',
  search: 'Buscar por código o nombre',
  searchAdjustments: 'Buscar por artículo o nota',
  valuation: 'Valor de las existencias',
  equals: '= saldo de la cuenta 300',
  itemCount_one: '{{shown}} artículo',
  itemCount_other: '{{shown}} artículos',
  itemCount_many: '{{shown}} artículos',
  inWarehouses: 'Existencias por almacén',
  open: 'Ver existencias',
  itemPage: 'Ver el artículo en el catálogo',
  never: 'Todavía no ha entrado en ningún almacén.',
  adjustments: 'Ajustes recientes',
  noAdjustments: 'Ningún ajuste todavía',
  noAdjustmentsText: 'Cuando el recuento no cuadre, ajústelo aquí con su motivo.',
  reasons: { count: 'Recuento', damage: 'Rotura', theft: 'Robo', sample: 'Muestra', other: 'Otro' },
  empty: { title: 'No hay existencias aquí', text: 'Registre la primera entrada de mercancía con su coste.' },
  adjust: {
    action: 'Ajustar existencias',
    title: 'Ajustar existencias',
    titleOf: 'Ajustar las existencias de {{code}}',
    counted: 'Contado',
    countedHint: 'Lo que hay físicamente',
    quantity: 'O la diferencia',
    quantityHint: 'Negativa si falta, positiva si sobra',
    costHint: 'Vacío: al coste medio',
    effect: 'Diferencia: {{quantity}}. El valor de las existencias cambia en {{value}}.',
    short: 'Quedan {{short}} por debajo de lo reservado ({{reserved}}). Pedidos pendientes de enviar:',
    done: '{{code}}: existencias ajustadas en {{quantity}}.',
    faults: {
      itemId: 'Elija el artículo.',
      counted: 'Escriba lo contado (cero o más, con tres decimales como mucho) o la diferencia.',
      quantity: 'Escriba la diferencia: un número distinto de cero, con tres decimales como mucho.',
      date: 'Escriba la fecha.',
      unitCost: 'El coste es un número de cero o más, con seis decimales como mucho.',
    },
  },
} as const;

export const warehouses = {
  title: 'Almacenes',
  new: 'Nuevo almacén',
  code: 'Código',
  codeHint: 'Minúsculas, cifras y guiones; no se puede cambiar después',
  name: 'Nombre',
  done: 'El almacén {{name}} está listo.',
  faults: {
    code: 'De 1 a 20 minúsculas, cifras o guiones, como getafe.',
    name: 'Escriba el nombre, de hasta 80 caracteres.',
  },
} as const;

export const errors = {
  codes: {
    adjustment_cost: 'El coste es solo para lo que se encuentra; lo que falta sale a su coste medio. Quite el coste.',
    adjustment_agrees: 'El recuento coincide: no hay nada que ajustar.',
    adjustment_quantity: 'Escriba lo contado o la diferencia, y no las dos cosas.',
    stock_not_on_hand: 'Stock insuficiente en el almacén. Reciba mercancía o reduzca la cantidad.',
    stock_backordered:
      'Parte de lo que se envía está reservado para pedidos anteriores. Reciba mercancía o envíe solo lo que es de este pedido.',
    stock_short: 'Stock insuficiente para servirlo todo. Reciba mercancía o envíe solo lo que hay.',
    warehouse_exists: 'Ya hay un almacén con ese código. Escriba otro.',
    warehouse_not_found: 'Ese almacén no existe. Elíjalo de la lista.',
  },
  figures: {
    adjustment_agrees: 'El recuento coincide: {{item}}, {{onHand, number}} en existencias. No hay nada que ajustar.',
    stock_not_on_hand:
      'Stock insuficiente de {{item}} en {{warehouse}}: en existencias, {{onHand, number}}; por sacar, {{requested, number}}. Reciba mercancía o reduzca la cantidad.',
    stock_backordered:
      'De {{item}} en {{warehouse}} solo {{free, number}} es de este pedido y se pide enviar {{requested, number}}: lo demás está reservado para pedidos anteriores. Reciba mercancía o envíe solo lo que es de este pedido.',
    stock_short:
      'Stock insuficiente de {{item}} en {{warehouse}}: libre, {{free, number}}; se pide, {{requested, number}}. Reciba mercancía o reduzca la cantidad.',
    warehouse_exists: 'Ya hay un almacén con el código {{id, id}}. Escriba otro.',
  },
};

export const palette = {
  kinds: {
    'stock-adjustment': 'Ajustes de existencias',
    warehouse: 'Almacenes',
  },
};

export const menu = {
  stock: 'Existencias',
  adjustments: 'Ajustes de existencias',
};

export const commands = {
  adjustStock: 'Ajustar existencias',
};

declare global {
  interface ConsoleTexts {
    stock: typeof stock;
    warehouses: typeof warehouses;
  }
}

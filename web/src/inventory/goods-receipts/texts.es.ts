export const goodsReceipts = {
  one: 'Entrada del {{date}}',
  facts: 'Datos',
  origin: 'Procedencia',
  origins: { supplier: 'Proveedor', opening: 'Existencias iniciales', return: 'Devolución de cliente' },
  reference: 'Albarán',
  supplierHint: 'De otro proveedor no se admitirá su factura.',
  cost: 'Coste',
  billed: 'Facturado',
  bills: 'Facturas de esta mercancía',
  noBills: 'Todavía no ha llegado ninguna factura.',
  document: 'Documento',
  billedValue: 'A su coste',
  search: 'Buscar por albarán o código',
  andMore_one: '{{codes}} y {{count}} más',
  andMore_other: '{{codes}} y {{count}} más',
  andMore_many: '{{codes}} y {{count}} más',
  empty: { title: 'Todavía no ha entrado mercancía', text: 'Registre la primera entrada: qué llega, cuánto y a qué coste.' },
  new: {
    action: 'Recibir mercancía',
    title: 'Recibir mercancía',
    confirm: 'Registrar entrada',
    discard: 'Vaciar',
    done: 'La mercancía ha entrado.',
  },
  reverse: {
    action: 'Anular entrada',
    title: 'Anular la entrada de mercancía',
    text: 'La mercancía sale del almacén al mismo coste con el que entró.',
    done: 'La entrada está anulada.',
  },
  faults: {
    lines: 'Escriba al menos una línea.',
    itemId: 'Elija el artículo.',
    quantity: 'Mayor que cero; tres decimales.',
    unitCost: 'Cero o más; seis decimales.',
    date: 'Escriba la fecha.',
    reference: 'Hasta 80 caracteres.',
    supplierId: 'Elija el proveedor, o deje el campo vacío.',
    service: 'Es un servicio: no tiene existencias.',
  },
} as const;

export const errors = {
  codes: {
    'goods-receipt_not_found': 'Esa entrada de mercancía no existe. Vuelva a la lista.',
    goods_receipt_billed: 'Una factura es de esta mercancía. Anúlela primero, o registre su abono.',
    goods_receipt_of_return: 'Esta mercancía volvió con una devolución: véndala o ajuste las existencias.',
    goods_receipt_reversed: 'Esta entrada ya está anulada.',
    goods_receipt_too_many_items: 'Son demasiados artículos para una sola entrada. Regístrela en varias.',
    goods_receipt_used: 'Parte de esta mercancía ya ha salido: la entrada no se puede anular. Haga un ajuste.',
  },
  figures: {
    goods_receipt_billed: '{{document, id}} es de esta mercancía: anúlela primero, o registre su abono.',
    goods_receipt_reversed_reversal: 'Es la anulación de otra entrada. Si la mercancía volvió, regístrela de nuevo.',
    goods_receipt_too_many_items:
      'Son {{items, number}} artículos distintos y en una entrada caben {{limit, number}}. Regístrelos en varias.',
    goods_receipt_used: 'Parte de lo que entró de {{item}} ha salido ya o está reservado: la entrada no se puede anular. Haga un ajuste.',
  },
};

export const states = {
  'goods-receipt': { received: 'Recibida', reversed: 'Anulada', reversal: 'Anulación' },
};

export const palette = {
  kinds: {
    'goods-receipt': 'Entradas de mercancía',
  },
};

export const menu = {
  goodsReceipts: 'Entradas de mercancía',
};

export const commands = {
  receiveGoods: 'Recibir mercancía',
};

declare global {
  interface ConsoleTexts {
    goodsReceipts: typeof goodsReceipts;
  }
}

export const advances = {
  is: 'Es un anticipo: todavía no se ha entregado nada (cuenta 438)',
  takenOff: 'Anticipos que se descuentan',
  takenOffText: 'Los del pedido se descuentan solos. De cada uno, no más de lo que la factura lleva a su tipo de IVA.',
  forOrder: 'Anticipo del pedido',
  forOrderText: 'Las facturas del pedido lo descuentan solas.',
  ofOrder: 'Facturar un anticipo',
  /** Of the whole invoice. */
  adjust: { percent: 'Descuento general', amount: 'Descuento (importe)', charge: 'Gastos añadidos', reason: 'Qué gastos son' },
};

export const errors = {
  codes: {
    draft_adjustment: 'El descuento o los gastos generales no son válidos. Revíselos.',
    advance_none: 'Esa factura no es de un anticipo. Elija una que lo sea.',
    advance_other: 'Ese anticipo lo pagó otro cliente. Elija uno de este cliente.',
    advance_currency: 'Ese anticipo no está en euros. Solo se descuentan los que están en euros.',
    advance_used: 'De ese anticipo no queda nada: ya se descontó o se rectificó.',
    advance_rate: 'La factura no lleva nada más al tipo de IVA de ese anticipo. Descuéntelo de otra.',
    advance_order_none: 'Solo se asigna a un pedido la factura que no lleva más que anticipos. Quite las demás líneas o el pedido.',
    advance_order_customer: 'El pedido es de otro cliente. Elija uno de este cliente, o ninguno.',
    advance_order_done: 'Del pedido no queda nada por facturar. Elija otro, o ninguno.',
    advance_too_much: 'Del anticipo no queda tanto por descontar. Reduzca el importe.',
    advance_twice: 'Un anticipo está dos veces. Deje uno solo.',
    advance_prices: 'Los anticipos se descuentan de precios sin IVA y en euros. Cambie los precios o quite el anticipo.',
    advance_changed: 'Del anticipo queda ya menos de lo que se iba a descontar. Elíjalo de nuevo.',
  },
  figures: {
    draft_adjustment_advance: 'Un anticipo no lleva descuento ni gastos generales: aplíquelos en la factura final.',
    draft_adjustment_both: 'El descuento general es un porcentaje o un importe: indique solo uno.',
    draft_adjustment_too_much: 'El descuento general supera la suma de las líneas. Redúzcalo.',
    draft_adjustment_zero: 'El descuento o los gastos generales son cero: quítelos.',
    advance_none: 'La factura {{invoice}} no es de un anticipo. Elija una que lo sea.',
    advance_other: 'El anticipo {{invoice}} lo pagó otro cliente. Elija uno de este cliente.',
    advance_currency: 'El anticipo {{invoice}} está en {{currency}}. Solo se descuentan los que están en euros.',
    advance_used: 'Del anticipo {{invoice}} no queda nada: ya se descontó o se rectificó.',
    advance_rate: 'La factura no lleva nada más al tipo de IVA del anticipo {{invoice}}. Descuéntelo de otra.',
    advance_too_much:
      'Del anticipo {{invoice}} quedan {{amount, money}} por descontar y se indican {{requested, money}}. Reduzca el importe.',
    advance_twice: 'El anticipo {{invoice}} está dos veces. Deje uno solo.',
    advance_changed: 'Del anticipo {{invoice}} queda ya menos de lo que se iba a descontar. Elíjalo de nuevo.',
    credit_too_much_advance:
      'Aparte del anticipo descontado quedan {{amount, money}} de ese tipo de IVA y se indican {{requested, money}}. Rectifique menos, o la factura entera.',
  },
};

declare global {
  interface ConsoleTexts {
    advances: typeof advances;
  }
}

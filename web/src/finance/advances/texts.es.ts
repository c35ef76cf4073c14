export const advances = {
  is: 'Es un anticipo: todavía no se ha entregado nada (cuenta 438)',
  takenOff: 'Anticipos que se descuentan',
};

export const errors = {
  codes: {
    advance_other: 'Esa factura no es un anticipo de este cliente del que quede algo por descontar. Elija otra.',
    advance_too_much: 'Del anticipo no queda tanto por descontar. Reduzca el importe.',
    advance_twice: 'Un anticipo está dos veces. Deje uno solo.',
    advance_prices: 'Los anticipos se descuentan de precios sin IVA y en euros. Cambie los precios o quite el anticipo.',
    advance_changed: 'Del anticipo queda ya menos de lo que se iba a descontar. Elíjalo de nuevo.',
  },
  figures: {
    advance_other: 'La factura {{invoice}} no es un anticipo de este cliente del que quede algo por descontar. Elija otra.',
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

/** Refusals of invoices, credit notes, receipts and refunds, with their figures. */
export const money = {
  invoice_not_found: 'La factura {{invoice, id}} no existe. Elíjala de la lista.',
  draft_issued: 'El borrador ya se emitió como la factura {{invoice, id}}. Para corregirla, haga una rectificativa.',
  draft_line_lacking: 'Línea {{line, number}}: sin artículo hacen falta un nombre y un precio. Escríbalos o elija un artículo.',
  draft_line_of_item: 'Línea {{line, number}}: el código y la clase son los del artículo. Quítelos, o quite el artículo.',
  credit_line: 'La factura no tiene línea {{line, number}}: tiene {{lines, number}}. Revise las líneas.',
  credit_line_twice: 'La línea {{line, number}} está dos veces. Deje una sola.',
  credit_line_both: 'Línea {{line, number}}: indique una cantidad o un importe, y no los dos.',
  credit_too_much:
    'De la línea {{line, number}} ({{name}}) queda por rectificar una cantidad de {{left, number}} y se indica {{asked, number}}. Reduzca la cantidad.',
  credit_too_much_amount:
    'De la línea {{line, number}} ({{name}}) queda por rectificar {{amount, money}} sin IVA y se indica {{asked, money}}. Reduzca el importe.',
  credit_note_too_early:
    'La factura es del {{earliest, date}}: su rectificativa no puede ser del {{date, date}}. Ponga esa fecha o una posterior.',
  receipt_refunded: 'De este cobro se ha reembolsado ya {{amount, money}}: no se puede anular.',
  refund_too_early:
    'El documento del que nace es del {{earliest, date}}: el reembolso no puede ser del {{date, date}}. Ponga esa fecha o una posterior.',
  allocation_customer: 'La factura {{invoice, id}} es de otro cliente. Quítela.',
  allocation_none: 'De la factura {{invoice, id}} no se ha pagado nada con este documento: no hay nada que desaplicar.',
  allocation_over_receipt: 'Lo aplicado suma {{asked, money}} y el cobro es de {{amount, money}}. Reduzca lo aplicado.',
  allocation_too_many: 'Un documento paga como mucho {{limit, number}} facturas y este pagaría {{asked, number}}. Repártalo en varios.',
  allocation_too_much: 'Queda {{open, money}} y se quiere aplicar {{asked, money}}. Reduzca el importe.',
  allocation_too_much_invoice:
    'En la factura {{document, id}} queda pendiente {{open, money}} y se aplica {{asked, money}}. Reduzca el importe.',
  allocation_too_much_credit_note:
    'En la rectificativa {{document, id}} queda {{open, money}} a favor del cliente y se quiere usar {{asked, money}}. Reduzca el importe.',
  allocation_too_much_receipt: 'En el cobro queda {{open, money}} sin aplicar y se quiere usar {{asked, money}}. Reduzca el importe.',
  allocation_twice: 'La factura {{invoice, id}} está dos veces. Deje una sola.',
} as const;

/** Refusals of customers, items, orders, shipments, returns and imports, with their figures. */
export const sales = {
  customer_credit_exceeded:
    '{{customer}} tiene un límite de crédito de {{limit, money}} y ya se usan {{used, money}}: con {{amount, money}} más lo pasaría en {{excess, money}}. Cobre lo que debe, suba el límite o reduzca el pedido.',
  customer_tax_id:
    '{{taxId}} no es un NIF español: su carácter de control no cuadra. Corríjalo o, si el cliente es extranjero, ponga su dirección con el país.',
  'customer-reference_exists': 'Otro cliente tiene ya la referencia {{id, id}}. Escriba otra, o busque a ese cliente.',
  'item-code_exists': 'Otro artículo tiene ya el código {{id, id}}. Escriba otro.',
  item_inactive: 'Línea {{line, number}}: {{item}} está retirado de la venta. Quítelo o vuelva a activarlo.',
  item_not_found: 'Línea {{line, number}}: ese artículo no existe. Elíjalo de la lista.',
  item_not_stocked: '{{item}} es un servicio y no tiene existencias. Elija una mercancía.',
  order_state:
    'El pedido está «{{state, states.order}}» y esto solo se hace con uno «{{wanted, states.order}}». Vuelva a cargarlo para ver cómo está.',
  order_state_return: 'El pedido está «{{state, states.order}}»: solo vuelve lo que ha salido. Vuelva a cargarlo para ver cómo está.',
  order_too_early: 'El presupuesto es del {{earliest, date}}: el pedido no puede ser anterior. Ponga esa fecha o una posterior.',
  shipment_line: 'El pedido no tiene línea {{line, number}}: tiene {{lines, number}}. Revise las líneas.',
  shipment_line_twice: 'La línea {{line, number}} está dos veces en el envío. Deje una sola con toda la cantidad.',
  shipment_too_much:
    'De la línea {{line, number}} ({{item}}) falta por enviar {{left, number}} y se pide enviar {{asked, number}}. Reduzca la cantidad.',
  return_line: 'La línea {{line, number}} no es de esta devolución. Quítela.',
  return_line_order: 'El pedido no tiene línea {{line, number}}: tiene {{lines, number}}. Revise las líneas.',
  return_line_twice: 'La línea {{line, number}} está dos veces en la devolución. Deje una sola con toda la cantidad.',
  return_refund_too_much:
    'A favor del cliente queda {{open, money}} de esta devolución y se quiere reembolsar {{asked, money}}. Reduzca el importe.',
  return_state_arrived: 'La devolución está «{{state, states.return}}»: ya no se espera nada más de ella.',
  return_state_cancel: 'La devolución está «{{state, states.return}}»: solo se cancela una que está por recibir.',
  return_too_early: 'La devolución es del {{earliest, date}}: no se puede recibir el {{date, date}}. Ponga esa fecha o una posterior.',
  return_too_early_shipped: 'El {{date, date}} la línea {{line, number}} ({{item}}) no había salido todavía. Ponga una fecha posterior.',
  return_too_long_invoices:
    'Esta mercancía se facturó en {{invoices, number}} facturas. Reciba cada vez lo de {{limit, number}} como mucho.',
  return_too_long_items: 'Son {{items, number}} artículos distintos y en una recepción caben {{limit, number}}. Recíbalos en varias.',
  return_too_much:
    'De la línea {{line, number}} ({{item}}) puede volver como mucho {{left, number}} y se anuncia {{asked, number}}. Reduzca la cantidad.',
  return_too_much_arrived:
    'De la línea {{line, number}} se espera todavía {{left, number}} y se ha indicado {{asked, number}}. Reduzca la cantidad.',
  import_not_done: 'La importación está «{{status, states.import}}». Habrá informe cuando termine.',
  tax_no_rate: 'El tipo de IVA {{taxCode}} no tiene porcentaje el {{date, date}}. Elija otro tipo u otra fecha.',
  amount_too_large: '{{quantity, number}} × {{price, price}} pasa de {{limit, money}}, lo más que cabe en una línea. Divídalo en varias.',
} as const;

export const returns = {
  one: 'Devolución {{number}}',
  order: 'Pedido',
  search: 'Buscar por número, pedido o cliente',
  toReceive: 'Por recibir',
  toRefund: 'Por reembolsar',
  toOrder: 'Ver el pedido',
  authorised: 'Autorizada',
  cancelled: 'Cancelada',
  short: 'Lo que faltaba',
  expected: 'Autorizado',
  received: 'Recibido',
  left: 'Falta',
  disposition: 'Destino',
  dispositions: { restock: 'A existencias', scrap: 'Se da de baja' },
  credited: 'Abonado sin IVA',
  receiptOf: 'Recepción del {{date}}',
  empty: {
    title: 'Todavía no hay devoluciones',
    text: 'Se autorizan desde el pedido: abra el pedido que salió y elija «Autorizar devolución».',
  },
  machine: {
    AwaitGoods: 'Espera mercancía',
    SettleReturn: 'Liquida el abono',
    ExpireReturn: 'Da por no venida',
    HasPartCome: '¿Llegó una parte?',
    NothingCame: 'No llegó nada',
  },
  receive: {
    action: 'Recibir',
    title: 'Recibir la devolución {{number}}',
    now: 'Ha llegado',
    nowOf: 'Ha llegado de {{code}}',
    dispositionOf: 'Destino de {{code}}',
    nothing: 'Indique cuánto ha llegado de al menos una línea.',
    closes: 'Lo que falta ya no se espera',
    done: 'Recibida la devolución {{number}}: se ha emitido la rectificativa.',
  },
  refund: {
    action: 'Reembolsar',
    title: 'Reembolsar la devolución {{number}}',
    amount: 'Importe',
    all: 'Vacío: todo lo que queda abierto',
    badAmount: 'Escriba un importe mayor que cero, con dos decimales como mucho.',
    method: 'Forma',
    methodText: 'De dónde sale el dinero',
    bank: 'Banco',
    cash: 'Caja',
    dateText: 'Día en que sale',
    pays: 'Se devuelven {{amount}} al cliente.',
    done: 'Reembolsados {{amount}}.',
  },
  cancel: {
    action: 'Cancelar devolución',
    title: 'Cancelar la devolución {{number}}',
    text: 'La mercancía ya no se espera. No se abona nada.',
    rest: 'No esperar el resto',
    restTitle: 'No esperar el resto de {{number}}',
    restText: 'Lo recibido queda abonado; lo que falta ya no se espera.',
    done: 'La devolución {{number}} ya no espera nada.',
  },
} as const;

export const errors = {
  codes: {
    return_line: 'Una de las líneas no es de esta devolución o está dos veces. Revíselas.',
    return_not_found: 'Esa devolución no existe. Vuelva a la lista de devoluciones.',
    return_nothing_left: 'De este pedido no queda fuera nada que pueda volver.',
    return_nothing_to_refund: 'No queda nada por reembolsar en las rectificativas de esta devolución.',
    return_refund_too_much: 'El reembolso es mayor que lo que queda a favor del cliente. Reduzca el importe.',
    return_state: 'La devolución ya no está en un estado que lo permita. Vuelva a cargarla para ver cómo está.',
    return_too_early: 'En esa fecha la mercancía no había salido todavía. Ponga una fecha posterior.',
    return_too_long: 'Las líneas no caben en una sola devolución. Regístrela en varias.',
    return_too_much: 'Vuelve más de lo que salió en una línea. Reduzca la cantidad.',
  },
  figures: {
    return_line: 'La línea {{line, number}} no es de esta devolución. Quítela.',
    return_line_order: 'El pedido no tiene línea {{line, number}}: tiene {{lines, number}}. Revise las líneas.',
    return_line_twice: 'La línea {{line, number}} está dos veces en la devolución. Deje una sola con toda la cantidad.',
    return_refund_too_much:
      'A favor del cliente queda {{open, money}} de esta devolución y se quiere reembolsar {{requested, money}}. Reduzca el importe.',
    return_state_arrived: 'La devolución está «{{state, states.return}}»: ya no se espera nada más de ella.',
    return_state_cancel: 'La devolución está «{{state, states.return}}»: solo se cancela una que está por recibir.',
    return_too_early: 'La devolución es del {{earliest, date}}: no se puede recibir el {{date, date}}. Ponga esa fecha o una posterior.',
    return_too_early_shipped: 'El {{date, date}} la línea {{line, number}} ({{item}}) no había salido todavía. Ponga una fecha posterior.',
    return_too_long_invoices:
      'Esta mercancía se facturó en {{invoices, number}} facturas. Reciba cada vez lo de {{limit, number}} como mucho.',
    return_too_long_items: 'Son {{items, number}} artículos distintos y en una recepción caben {{limit, number}}. Recíbalos en varias.',
    return_too_much:
      'De la línea {{line, number}} ({{item}}) puede volver como mucho {{left, number}} y se autoriza {{requested, number}}. Reduzca la cantidad.',
    return_too_much_arrived:
      'De la línea {{line, number}} se espera todavía {{left, number}} y se ha indicado {{requested, number}}. Reduzca la cantidad.',
  },
};

export const states = {
  return: { authorised: 'Por recibir', received: 'Recibida', closed: 'Cerrada', cancelled: 'Cancelada' },
};

export const palette = {
  kinds: {
    return: 'Devoluciones',
  },
};

export const menu = {
  returns: 'Devoluciones',
};

declare global {
  interface ConsoleTexts {
    returns: typeof returns;
  }
}

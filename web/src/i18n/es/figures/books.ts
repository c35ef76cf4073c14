/** Refusals of the books and of the warehouse, with their figures. */
export const books = {
  account_control:
    'La cuenta {{account}} la mueven solo sus documentos (facturas, cobros, existencias). Registre el documento o elija otra cuenta.',
  account_exists: 'La cuenta {{account}} es ya del plan general. Escriba otro código.',
  account_inactive: 'La cuenta {{account}} está cerrada a asientos nuevos. Elija otra o vuelva a activarla.',
  account_no_parent:
    'El plan no tiene el subgrupo {{subgroup}}, donde iría la cuenta {{account}}. Escriba un código que empiece por uno del plan.',
  account_not_found: 'La cuenta {{account}} no existe. Elíjala del plan de cuentas.',
  account_not_in_force: 'La cuenta {{account}} se puede usar desde el {{earliest, date}}. Ponga esa fecha o una posterior, o elija otra.',
  account_of_chart: 'La cuenta {{account}} es del plan general y no se cambia. Cree una subcuenta propia.',
  account_type_balance: 'Las cuentas del grupo {{group}} son de activo, de pasivo o de patrimonio. Revise la clase de la cuenta.',
  account_type_result: 'Las cuentas del grupo {{group}} son de ingresos o de gastos. Revise la clase de la cuenta.',
  account_unknown: 'La cuenta {{account}} no está en el plan. Créela primero.',
  entry_of_document_invoice: 'Este asiento es de la factura {{document, id}}. Para deshacerlo, rectifique la factura.',
  entry_of_document_credit_note:
    'Este asiento es de la rectificativa {{document, id}}, que no se anula. Para deshacerlo, emita otra factura.',
  entry_of_document_receipt: 'Este asiento es de un cobro. Para deshacerlo, anule el cobro.',
  entry_of_document_receipt_reversal: 'Este asiento es de la anulación de un cobro. Para deshacerlo, registre el cobro de nuevo.',
  entry_of_document_refund: 'Este asiento es de un reembolso. Si el dinero ha vuelto, regístrelo como un cobro.',
  entry_of_document_goods_issue: 'Este asiento es de un envío. Para deshacerlo, registre una devolución o ajuste las existencias.',
  entry_of_document_goods_receipt: 'Este asiento es de una entrada de mercancía. Para deshacerlo, anule la entrada.',
  entry_of_document_stock_adjustment:
    'Este asiento es de un ajuste de existencias. Para deshacerlo, haga el ajuste en el sentido contrario.',
  entry_side_both: 'Línea {{line, number}}: escriba un importe en el debe o en el haber, y no en los dos.',
  entry_side_sign: 'Línea {{line, number}}: el importe debe ser mayor que cero. Un importe negativo va al otro lado.',
  entry_unbalanced_debits: 'El asiento no cuadra: el debe suma {{difference, money}} más que el haber. Corrija los importes.',
  entry_unbalanced_credits: 'El asiento no cuadra: el haber suma {{difference, money}} más que el debe. Corrija los importes.',
  reversal_too_early:
    'Lo que se anula es del {{earliest, date}}: la anulación no puede ser del {{date, date}}. Ponga esa fecha o una posterior.',
  fiscal_year_exists: 'El ejercicio {{year}} ya está abierto.',
  gate_not_found: 'El periodo de {{period, month}} no existe. Abra antes su ejercicio.',
  period_closed: 'El periodo de {{period, month}} está cerrado. Ponga una fecha posterior o pida a contabilidad que lo abra.',
  period_locked: 'El periodo de {{period, month}} está bloqueado para siempre. Ponga una fecha posterior.',
  period_not_open: 'No hay periodo contable para el {{date, date}}. Abra antes el ejercicio {{year}} en Periodos.',
  goods_receipt_too_many_items:
    'Son {{items, number}} artículos distintos y en una entrada caben {{limit, number}}. Regístrelos en varias.',
  goods_receipt_used: 'Parte de lo que entró de {{item}} ha salido ya o está reservado: la entrada no se puede anular. Haga un ajuste.',
  stock_not_available:
    'No hay bastante {{item}} libre en {{warehouse}}: en existencias, {{onHand, number}}; reservado, {{reserved, number}}; libre, {{free, number}}; por quitar, {{asked, number}}. Reciba mercancía o reduzca la cantidad.',
  stock_not_on_hand:
    'No hay bastante {{item}} en {{warehouse}}: en existencias, {{onHand, number}}; por enviar, {{asked, number}}. Reciba mercancía o envíe menos.',
  stock_short:
    'No hay bastante {{item}} en {{warehouse}}: libre, {{free, number}}; se pide, {{asked, number}}. Reciba mercancía o reduzca la cantidad.',
  warehouse_exists: 'Ya hay un almacén con el código {{id, id}}. Escriba otro.',
} as const;

export const tax = {
  withheldOfSales:
    'Lo que un empresario o una empresa de España retiene al pagar e ingresa en Hacienda: reduce lo que se debe, no el total.',
  title: 'Modelo {{form}}: borrador',
  form: 'Modelo',
  forms: {
    f303: '303 · IVA',
    f111: '111 · Retenciones de profesionales',
    f115: '115 · Retenciones de alquileres',
    f349: '349 · Operaciones intracomunitarias',
    f347: '347 · Operaciones con terceros',
    f190: '190 · Resumen anual de retenciones',
    f180: '180 · Resumen anual de alquileres',
    f390: '390 · Resumen anual de IVA',
  },
  year: 'Año {{year}}',
  lines: 'Declarados',
  key: 'Clave',
  party: 'Nombre',
  declared: 'Importe',
  quarters: 'Por trimestres',
  correctsPeriod: 'rectifica {{period}}: antes {{before}}',
  totalsOnly: 'Son totales para revisarlos: el fichero de este modelo no se genera todavía.',
  period: 'Periodo',
  quarter: '{{quarter}}.º trimestre de {{year}}',
  pending: 'Pendiente de compensar (110)',
  pendingAmount: 'Escriba un importe, como 300,00',
  draft: 'Es un borrador de lo contabilizado: no presenta nada. Solo la AEAT acepta o rechaza una autoliquidación.',
  sections: {
    output: 'IVA devengado',
    input: 'IVA deducible',
    result: 'Resultado',
    information: 'Información adicional',
  },
  box: 'Casilla',
  concept: 'Concepto',
  amount: 'Importe',
  taxes: 'De qué se compone',
  code: 'Impuesto',
  base: 'Base',
  tax: 'Cuota',
  boxes: 'Casillas',
  sides: { output: 'Repercutido', input: 'Soportado', withheld: 'Retenido' },
  corrects: 'rectificaciones',
  none: 'En este periodo no hay facturas emitidas ni recibidas.',
  agrees: 'Casilla {{box}}: {{amount}}, lo mismo que la cuenta {{account}}.',
  differs: 'La casilla {{box}} suma {{amount}}, y la cuenta {{account}} {{posted}}. Busque asientos manuales en esa cuenta.',
  agreesUnpaid:
    'Casilla {{box}}: {{amount}}; la cuenta {{account}} tiene {{posted}}, y la diferencia de {{unpaid}} es lo retenido en facturas aún sin pagar en el periodo, menos lo pagado de facturas anteriores.',
  differsUnpaid:
    'La casilla {{box}} suma {{amount}}, y la cuenta {{account}} {{posted}}, de los que {{unpaid}} son de facturas aún sin pagar en el periodo, menos lo pagado de anteriores. El resto no está en ninguna factura: busque asientos manuales en esa cuenta.',
  agreesAdjusted:
    'Casilla {{box}}: {{amount}}; {{posted}} están en la cuenta {{account}}, y {{adjusted}} son de las casillas 43 y 44, que se contabilizan al presentarla.',
  set: {
    title: 'Regularizaciones',
    boxes: { box43: 'Regularización de bienes de inversión', box44: 'Regularización por la prorrata definitiva' },
    by: '{{by}}, {{date}}',
    action: 'Indicar importe',
    dialog: 'Indicar importe de la casilla {{box}} de {{period}}',
    text: 'Con signo: positivo si se deduce más, negativo si se deduce menos; cero lo quita. Cuenta en la casilla 45 y se contabiliza en 634 o 639 al presentar la autoliquidación.',
    reason: 'Motivo y cálculo',
    none: 'Indique importe y motivo',
    done: 'Casilla {{box}} de {{period}} guardada.',
  },
  tie: '{{document}}: contabilizó {{posted}}, y declara {{declared}}.',
  missing: 'Qué falta para presentarla',
  warnings: 'Qué conviene comprobar',
  warned: {
    pending:
      'La casilla 110 tiene {{amount, money}} por compensar, y la cuenta 4700 {{balance, money}}: indique lo pendiente de autoliquidaciones anteriores, registre las que se presentaron, o corrija lo contabilizado en la 4700.',
    vies: 'Las entregas intracomunitarias, {{amount, money}}, solo están exentas si el cliente consta en el VIES (art. 25 LIVA): consulte allí cada NIF-IVA y guarde la respuesta. Aquí no se pregunta.',
    'recipient-kind':
      '{{party}} ({{taxId}}) tiene NIF de sociedad, y la retención de profesionales es de personas físicas: revise la retención del proveedor.',
  },
  refunded: 'La devolución que pidió la autoliquidación anterior ya se cobró (casilla 109)',
  filings: 'Presentaciones',
  filing: {
    action: 'Registrar presentación',
    title: 'Registrar la presentación de {{period}}',
    titleOf: 'Registrar la presentación del {{form}} de {{period}}',
    textOf: 'Preséntelo antes en la sede de la AEAT. Se guardan las casillas como están; no se contabiliza nada.',
    receipt: 'Presentado el {{filedOn}}, justificante {{justificante}} ({{by}}).',
    changed:
      'Presentado el {{filedOn}}, justificante {{justificante}} ({{by}}); la contabilidad ha cambiado desde entonces: compruebe si hace falta una complementaria.',
    confirm: 'Registrar',
    text: 'Preséntela antes en la sede de la AEAT. Se contabiliza su liquidación y el periodo queda cerrado para el IVA.',
    justificante: 'Número de justificante',
    filedOn: 'Fecha de presentación',
    iban: 'IBAN de la domiciliación o devolución',
    refund: 'Pedir la devolución en lugar de compensar',
    done: 'Presentación de {{period}} registrada.',
    result: 'Resultado',
    types: { C: 'A compensar', D: 'A devolver', I: 'A ingresar', U: 'Domiciliada', N: 'Sin resultado' },
  },
  file: { action: 'Fichero para la AEAT', done: 'Fichero comprobado solo por su diseño: la AEAT decide si lo acepta.' },
  paper: 'PDF de las casillas',
  correction: {
    action: 'Rectificar',
    title: 'Rectificar {{period}}',
    text: 'El periodo se abre para corregirlo; la siguiente presentación será rectificativa.',
    done: '{{period}} está abierto para rectificarlo.',
  },
  undo: {
    action: 'Anular presentación',
    title: 'Anular la presentación de {{period}}',
    text: 'Se anula su liquidación y el periodo se abre de nuevo.',
    done: 'Presentación de {{period}} anulada.',
  },
  unassigned: 'El modelo no tiene casilla para {{code}} al {{percent}} %: {{amount}}.',
};

export const taxBooks = {
  title: 'Libros registro de IVA',
  book: 'Libro',
  books: { issued: 'Expedidas', received: 'Recibidas' },
  count_one: '{{count}} línea',
  count_many: '{{count}} líneas',
  count_other: '{{count}} líneas',
  more: 'Mostrar más',
  heads: {
    date: 'Fecha',
    number: 'Número',
    party: 'Nombre',
    taxId: 'NIF',
    code: 'Impuesto',
    base: 'Base',
    tax: 'Cuota',
    deductible: 'Deducible',
    total: 'Total',
  },
  files: {
    'vat-books-xlsx': 'Libros (.xlsx)',
    'vat-issued-csv': 'Expedidas (.csv)',
    'vat-received-csv': 'Recibidas (.csv)',
    'adviser-zip': 'Para la gestoría (.zip)',
  },
  done: 'Fichero con {{count}} líneas de los libros.',
};

export const menu = { taxReturns: 'Impuestos', taxBooks: 'Libros de IVA' };

export const books = {
  sources: { 'tax-return': 'Liquidación de IVA', 'tax-return-reversal': 'Anulación de una liquidación de IVA' },
} as const;

export const states = {
  'tax-return': { filed: 'Presentada', correcting: 'En rectificación', rectified: 'Rectificada', reversed: 'Anulada' },
} as const;

export const palette = {
  kinds: { 'tax-return': 'Autoliquidaciones', 'tax-return-reversal': 'Anulaciones de autoliquidaciones' },
} as const;

export const records = {
  did: {
    createTaxFile: 'Generó el fichero',
    writeTaxFile: 'Terminó el fichero',
    fileTaxReturn: 'Registró la presentación',
    putFormReceipt: 'Registró la presentación del modelo',
    setTaxReturnBox: 'Indicó el importe de la casilla',
    correctTaxReturn: 'Abrió el periodo para rectificarlo',
    reverseTaxReturn: 'Anuló la presentación',
  },
} as const;

export const errors = {
  codes: {
    tax_sale_withholding: 'Esta factura no puede llevar esa retención. Elija «Sin retención», o corrija el cliente.',
    tax_return_no_form: 'El modelo 303 se conoce desde 2026. Elija un periodo de 2026 o posterior.',
    'tax-return_not_found': 'Esa presentación no existe. Elíjala en la página de su periodo.',
    'tax-return_exists': 'Ese periodo ya se presentó. Corrija en un periodo abierto, o rectifique la autoliquidación.',
    'tax-file_not_found': 'Ese fichero no existe. Genérelo de nuevo desde su periodo.',
    tax_return_period: 'Ese modelo es de otro periodo. Elija un trimestre o un año, según el modelo.',
    tax_return_state: 'Esa presentación ya no se cambia: solo la última de su periodo.',
    tax_return_not_last: 'Hay una presentación posterior. Anule antes esa, o rectifique esta.',
    tax_return_unassigned: 'El modelo no tiene casilla para un impuesto del periodo. Revise sus documentos.',
    tax_return_tie: 'Una casilla no coincide con su cuenta. Corrija lo que se contabilizó a mano en ella.',
    tax_return_negative: 'Una casilla sin signo sale negativa. Lo que corrige facturas anteriores va en un abono.',
    tax_return_import: 'La casilla 77 sale negativa, y el IVA que liquidó la Aduana solo lo rectifica ella. Anule el abono que lo lleva.',
    tax_return_behind: 'Los saldos aún no recogen lo último contabilizado. Repita dentro de un momento.',
    tax_return_filed: 'Ese periodo ya se presentó. Corrija en un periodo abierto, o rectifique la autoliquidación.',
    tax_return_territory:
      'El modelo 303 del Estado es para empresas del territorio común. Los territorios forales, Canarias, Ceuta y Melilla tienen sus propios impuestos y modelos.',
    tax_return_follows: 'Indique la presentación anterior del mismo periodo, si la hay.',
    tax_return_box_period: 'La casilla 44 es de la última autoliquidación del año. Indíquela en el cuarto trimestre o en diciembre.',
    tax_return_not_over: 'El periodo no ha terminado. Preséntelo desde el día siguiente a su fin.',
  },
  figures: {
    tax_sale_withholding_abroad:
      'El IRPF se retiene en facturas de empresas de España. Elija «Sin retención», o corrija la dirección de su empresa.',
    tax_sale_withholding_company:
      'Su empresa es una sociedad, y sus honorarios no llevan retención de IRPF. Elija «Sin retención»; el alquiler de inmuebles urbanos tiene la suya (RENT19), que también llevan las sociedades.',
    tax_sale_withholding_customer:
      'Solo retienen empresarios, profesionales y empresas de España, y {{customer}} no tiene un NIF español con dirección en España. Complete su ficha, o elija «Sin retención».',
    tax_sale_withholding_currency: 'El IRPF se retiene en euros. Haga la factura en euros, o elija «Sin retención».',
    tax_sale_withholding_order:
      'Las facturas de pedidos no llevan retención, y sus anticipos tampoco. Elija «Sin retención», o quite el pedido.',
    tax_return_no_form: 'El modelo 303 se conoce desde 2026, y {{period}} es anterior. Elija otro periodo.',
    tax_return_period_year: 'El modelo {{form}} es anual. Elija un año.',
    tax_return_period_quarter: 'El modelo {{form}} es trimestral o mensual. Elija un trimestre.',
    tax_return_state: 'La presentación de {{period}} está {{state, states.tax-return}}: solo se cambia la última de su periodo.',
    tax_return_not_last: 'Hay una presentación posterior ({{later}}). Anule antes esa, o rectifique esta.',
    tax_return_unassigned: 'El modelo no tiene casilla para {{taxCode}} al {{percent}} %: {{amount, money}}. Revise sus documentos.',
    tax_return_tie:
      'La casilla {{box}} suma {{amount, money}}, y la cuenta {{account}} {{posted, money}}. Corrija lo que se contabilizó a mano en ella.',
    tax_return_negative:
      'La casilla {{box}} sale {{amount, money}} y no admite negativos: lo que corrige facturas anteriores se registra como abono, para las casillas 14, 15, 40 y 41.',
    tax_return_import:
      'La casilla {{box}} sale {{amount, money}} y no admite negativos: el IVA de importación que liquidó la Aduana solo lo rectifica ella. Anule el abono, o la anulación de la factura, que lo lleva, o rectifique la autoliquidación del periodo de la importación.',
    tax_return_filed:
      '{{period}} ya se presentó ({{justificante}}). Corrija lo que falte en un periodo abierto, o rectifique la autoliquidación.',
    tax_return_follows: 'Ya hubo una presentación de ese periodo ({{expected}}): indique que esta la sigue.',
    tax_return_box_period:
      'La casilla {{box}} es de la última autoliquidación del año, y {{period}} no lo es: indíquela en {{year}}-4T, o en diciembre si declara cada mes.',
    tax_return_not_over: '{{period}} termina el {{to, date}}: se puede presentar desde el día siguiente.',
  },
};

declare global {
  interface ConsoleTexts {
    tax: typeof tax;
    taxBooks: typeof taxBooks;
  }
}

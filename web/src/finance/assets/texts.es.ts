export const assets = {
  new: 'Dar de alta un inmovilizado',
  registered: '{{name}}: dado de alta.',
  search: 'Nombre o cuenta',
  empty: {
    title: 'Todavía no hay inmovilizado',
    text: 'Dé de alta lo que la empresa usa durante años: máquinas, equipos, muebles, programas. Se amortiza cada mes o cuando usted diga.',
  },
  name: 'Nombre',
  account: 'Cuenta',
  assetClass: 'Elemento de la tabla (LIS art. 12)',
  assetClassHint: 'Propone el porcentaje máximo que se deduce.',
  inUseOn: 'En uso desde',
  until: 'Amortizado hasta',
  cost: 'Coste',
  residual: 'Valor residual',
  method: 'Amortización',
  methods: {
    'straight-line': 'Lineal',
    'constant-percentage': 'Porcentaje constante',
    digits: 'Números dígitos',
    none: 'No se amortiza',
  },
  percent: 'Porcentaje anual',
  years: 'Años',
  basis: 'Por',
  bases: { days: 'días', months: 'meses' },
  inYears_one: '{{count}} año',
  inYears_many: '{{count}} años',
  inYears_other: '{{count}} años',
  facts: 'Datos',
  depreciated: 'Amortizado',
  impaired: 'Deterioro',
  bookValue: 'Valor contable',
  schedule: 'Cuadro de amortización',
  year: 'Año',
  posted: 'Contabilizado',
  planned: 'Previsto',
  taxAdjustment: 'Ajuste fiscal',
  taxWarnings: {
    maximum:
      'Se amortiza más deprisa de lo que deduce la LIS (art. 12.1; tabla: {{percent}} % lineal): el exceso de cada año aumenta la base imponible, y se deduce después.',
    period: 'Se amortiza en más años que los {{years}} de la tabla de la LIS (art. 12.1): no llega al mínimo.',
    method:
      'Los edificios, el mobiliario y los enseres solo se deducen en línea recta (LIS art. 12.1.b y c; tabla: {{percent}} %): el exceso de cada año aumenta la base imponible.',
  },
  faults: {
    name: 'Escriba un nombre.',
    account: 'Elija una cuenta de los grupos 20, 21 o 22; los terrenos (210 y 220) no se amortizan.',
    cost: 'Escriba un importe mayor que cero.',
    residual: 'Debe ser menor que el coste.',
    inUseOn: 'Elija una fecha.',
    percent: 'Escriba un porcentaje o los años: uno de los dos; con porcentaje constante, ambos.',
    years: 'Escriba los años.',
  },
  depreciate: {
    action: 'Amortizar',
    title: 'Amortizar lo pendiente',
    text_one: 'Se amortiza {{count}} elemento hasta el {{date}}.',
    text_many: 'Se amortizan {{count}} elementos hasta el {{date}}.',
    text_other: 'Se amortizan {{count}} elementos hasta el {{date}}.',
    done: 'Amortización contabilizada.',
    more: 'Contabilizada una parte: quedan elementos por amortizar ese día. Amortice otra vez.',
  },
  dispose: {
    action: 'Dar de baja',
    title: 'Dar de baja {{name}}',
    price: 'Precio de venta sin IVA',
    priceHint: 'Vacío: se retira sin cobrar nada. El IVA va en la factura.',
    text: 'Resultado de la baja: {{result}}.',
    invoice: 'Factura de la venta',
    invoiceHint: 'Su número, si ya se emitió: mientras siga en pie, la baja no se deshace.',
    done: '{{name}}: dado de baja.',
  },
  impair: {
    action: 'Deteriorar',
    title: 'Deteriorar {{name}}',
    text: 'Lo que ha perdido además de su amortización.',
    none: 'Escriba el importe',
    done: '{{name}}: deterioro contabilizado.',
  },
  recover: {
    action: 'Revertir deterioro',
    title: 'Revertir el deterioro de {{name}}',
    text: 'Como mucho, hasta lo que valdría sin el deterioro (PGC, NRV 2.ª 2.2).',
    done: '{{name}}: deterioro revertido.',
  },
  undo: {
    action: 'Deshacer',
    title: 'Deshacer lo contabilizado',
    text: 'Se anula su asiento, el elemento queda como estaba y su cuadro sigue desde ahí.',
    done: 'Deshecho: el elemento queda como estaba.',
  },
  entries: {
    empty: 'Todavía no se ha contabilizado nada del inmovilizado.',
    event: 'Qué',
    events: {
      depreciation: 'Amortización',
      impairment: 'Deterioro',
      'impairment-reversal': 'Reversión del deterioro',
      disposal: 'Baja',
    },
    assets: 'Elementos',
    actions: 'Acciones',
  },
  tie: {
    action: 'Comprobar con la contabilidad',
    title: 'Inmovilizado y contabilidad',
    agrees: 'El inmovilizado y sus cuentas coinciden.',
    differs: 'El inmovilizado y sus cuentas no coinciden.',
    incomplete: 'Hay más asientos de los que se miran: faltan los más antiguos.',
    books: 'Contabilidad',
    assets: 'Inmovilizado',
    difference: 'Diferencia',
    document: '{{account}}: {{amount}} del {{date}}, que no son de ningún inmovilizado:',
    asset: '{{account}}: {{amount}} que ningún asiento ha contabilizado:',
  },
  withdraw: {
    action: 'Retirar',
    title: 'Retirar {{name}}',
    text: 'Es para un alta equivocada, de la que no hay nada contabilizado. La línea de su factura queda libre.',
    done: '{{name}}: retirado.',
  },
  reverse: { action: 'Anular', title: 'Anular la amortización', done: 'Amortización anulada.' },
};

export const menu = { fixedAssets: 'Inmovilizado', assetEntries: 'Amortizaciones y bajas' };
export const commands = { newAsset: 'Dar de alta un inmovilizado' };
export const billing = {
  documents: { 'fixed-asset': 'Inmovilizado {{number}}', 'asset-entry': 'Amortización o baja {{number}}' },
} as const;
export const books = { sources: { 'asset-entry': 'Inmovilizado' } } as const;
export const states = {
  'fixed-asset': { 'in-use': 'En uso', depreciated: 'Amortizado', disposed: 'De baja', withdrawn: 'Retirado' },
  'asset-entry': { reversed: 'Anulada', reversal: 'Anulación' },
} as const;
export const palette = { kinds: { 'fixed-asset': 'Inmovilizado', 'asset-entry': 'Amortizaciones y bajas' } } as const;
export const records = {
  did: {
    registerAsset: 'Dio de alta el inmovilizado',
    withdrawAsset: 'Retiró el inmovilizado',
    reviseAsset: 'Cambió la amortización',
    impairAsset: 'Contabilizó un deterioro',
    disposeAsset: 'Dio de baja',
    depreciateAssets: 'Amortizó',
    reverseDepreciation: 'Anuló la amortización',
    reverseImpairment: 'Revirtió el deterioro',
    undoAssetEntry: 'Deshizo lo contabilizado',
  },
  fields: { plan: 'Amortización', residual: 'Valor residual' },
} as const;

export const fields = {
  messages: {
    'must be a percentage up to 100, such as 12.5': 'Escriba un porcentaje hasta 100, como 12,5.',
    'must be a percentage up to 100, such as 25': 'Escriba un porcentaje hasta 100, como 25.',
  },
} as const;

export const errors = {
  codes: {
    'fixed-asset_not_found': 'Ese inmovilizado no existe. Elíjalo de la lista.',
    'asset-entry_not_found': 'Esa amortización no existe. Vuelva a la lista.',
    asset_account: 'El inmovilizado va en una cuenta de los grupos 20, 21 o 22; los terrenos (210 y 220) no se amortizan.',
    asset_residual: 'El valor residual es mayor de lo que queda. Redúzcalo.',
    asset_depreciated: 'Lo ya amortizado es mayor que el coste menos el valor residual, o acaba antes de empezar a usarse.',
    asset_plan: 'A la amortización le faltan el porcentaje o los años.',
    asset_twice: 'Esa línea de la factura ya está dada de alta.',
    asset_bill: 'Esa línea de la factura no existe. Elija otra.',
    asset_bill_account: 'La línea de la factura está en otra cuenta. Use esa, o anule la factura y regístrela en la buena.',
    asset_bill_cost: 'El coste pasa del de la línea de la factura. Redúzcalo.',
    asset_withdrawn: 'Ese inmovilizado se retiró. Délo de alta otra vez.',
    asset_posted: 'Hay algo contabilizado de él. Anule antes sus amortizaciones y deshaga lo demás.',
    asset_disposed: 'Ese inmovilizado ya está de baja.',
    asset_too_early: 'Ya está amortizado hasta más tarde. Ponga una fecha posterior, o anule antes esa amortización.',
    asset_impairment: 'El deterioro es mayor que el valor contable. Redúzcalo.',
    asset_later: 'Después se amortizó o se dio de baja. Anule antes lo posterior.',
    depreciation_nothing_due: 'No queda nada por amortizar hasta ese día.',
    asset_entry_final: 'Eso no se deshace así: una amortización se anula; una baja o un deterioro se deshacen.',
    asset_entry_reversal: 'Una anulación no se anula. Contabilícelo otra vez.',
    asset_entry_reversed: 'Eso ya está anulado.',
    asset_entry_invoiced: 'La factura de la venta sigue en pie. Abónela entera y después deshaga la baja.',
    asset_not_impaired: 'Ese inmovilizado no tiene deterioro que revertir.',
    asset_impairment_reversal: 'Es más de lo que se puede revertir. Redúzcalo.',
  },
  figures: {
    asset_account:
      'La cuenta {{account}} no sirve: el inmovilizado va en una de los grupos 20, 21 o 22, y los terrenos (210 y 220) no se amortizan.',
    asset_residual: 'El valor residual es como mucho el valor contable, {{left, money}}.',
    asset_plan_straight_line: 'La amortización lineal lleva un porcentaje o unos años: uno de los dos.',
    asset_plan_digits: 'Los números dígitos llevan los años.',
    asset_plan_constant_percentage:
      'El porcentaje constante lleva un porcentaje y los años, en el último de los cuales se amortiza el resto.',
    asset_twice: 'Esa línea de la factura ya es {{asset, id}}.',
    asset_bill_account: 'La línea de la factura está en la cuenta {{billed}}: use esa, o anule la factura y regístrela en la {{account}}.',
    asset_bill_cost: 'La línea de la factura costó {{most, money}}, y el inmovilizado no puede costar {{cost, money}}.',
    asset_withdrawn: 'Se retiró el {{date, date}}. Délo de alta otra vez.',
    asset_disposed: 'Está de baja desde el {{date, date}}.',
    asset_too_early: 'Está amortizado hasta el {{earliest, date}}: ponga ese día o uno posterior, o anule antes esa amortización.',
    asset_impairment: 'El valor contable de ese día es {{left, money}}, y el deterioro de {{amount, money}} lo supera.',
    asset_too_early_undo: 'Se contabilizó el {{earliest, date}}: ponga ese día o uno posterior.',
    asset_impairment_reversal:
      'Ese día se revierten como mucho {{most, money}}: ni más de lo deteriorado ni más de lo que valdría sin el deterioro.',
    asset_entry_final_undo: 'No es una amortización: deshágala con «Deshacer».',
    asset_entry_final_reverse: 'Es una amortización: anúlela con «Anular».',
    asset_entry_invoiced_open: 'La venta está facturada en {{invoice, id}}: abone antes toda la factura y después deshaga la baja.',
    asset_entry_invoiced_filed:
      'La venta está facturada en {{invoice, id}} y su IVA ya se presentó: abone toda la factura en un periodo abierto y después deshaga la baja.',
    asset_later: '{{asset}} se amortizó o se dio de baja después. Anule antes lo posterior.',
    depreciation_nothing_due: 'No queda nada por amortizar hasta el {{date, date}}.',
  },
};

declare global {
  interface ConsoleTexts {
    assets: typeof assets;
  }
}

export const statements = {
  line: 'Epígrafe',
  which: 'Qué estado',
  'balance-sheet': 'Balance de situación',
  'income-statement': 'Pérdidas y ganancias',
  'cash-flow-indirect': 'Flujos de efectivo (indirecto)',
  'cash-flow-direct': 'Flujos de efectivo (directo)',
  'equity-changes': 'Cambios en el patrimonio neto',
  model: 'Modelo',
  models: { pymes: 'PGC de PYMES', abbreviated: 'Abreviado', normal: 'Normal' },
  compare: 'Comparar con el año anterior',
  whole: 'Mostrar epígrafes sin importe',
  known: 'Como se sabía el',
  changed: {
    title: 'Qué ha cambiado desde el {{since}}',
    none: 'Nada: desde entonces no se ha contabilizado nada en esas fechas.',
    lines: 'Epígrafes que han cambiado',
    before: 'Entonces',
    after: 'Ahora',
    posted: '(del {{date}}), contabilizado el {{at}} por {{by}}',
    more: 'Se muestran los {{count, number}} primeros asientos. Acorte el intervalo para ver los demás.',
  },
  by: 'Desglose',
  everything: 'Toda la empresa',
  byName: 'Por {{name}}',
  value: 'Valor',
  allValues: 'Todos los valores',
  byMonths: 'Las dimensiones se suman por meses enteros: el intervalo empieza y acaba con un mes.',
  unassigned: 'Ningún epígrafe del modelo recoge la cuenta {{account}}: {{amount}}. Use una subcuenta que el modelo conozca.',
  balanced: {
    'balance-sheet': 'Cuadra: el activo es igual al patrimonio neto y pasivo.',
    'income-statement': 'Cuadra: el resultado es el de los grupos 6 y 7.',
    'cash-flow-indirect': 'Cuadra: la variación neta es la del subgrupo 57.',
    'cash-flow-direct': 'Cuadra: la variación neta es la del subgrupo 57.',
    'equity-changes': 'Cuadra: el saldo final es el del balance de situación.',
  },
  unbalanced: {
    'balance-sheet': 'No cuadra: el activo no es igual al patrimonio neto y pasivo.',
    'income-statement': 'No cuadra: el resultado no es el de los grupos 6 y 7.',
    'cash-flow-indirect': 'No cuadra: la variación neta no es la del subgrupo 57.',
    'cash-flow-direct': 'No cuadra: la variación neta no es la del subgrupo 57.',
    'equity-changes': 'No cuadra: el saldo final no es el del balance de situación.',
  },
  made: {
    'cash-flow-indirect':
      'Se obtiene de la variación del saldo de cada cuenta. Las compras y ventas de inmovilizado anuladas figuran en ambos sentidos, como inversión y como desinversión; las diferencias de cambio van con los acreedores, y en D solo las del efectivo (subcuentas 6689 y 7689).',
    'cash-flow-direct':
      'Se deduce de los saldos, no de los movimientos del banco: los cobros de clientes son las ventas y el IVA repercutido, menos el aumento de lo que deben los clientes; así los demás epígrafes.',
    'equity-changes':
      'Se obtiene de la variación del saldo de cada cuenta. Los cambios de criterio y las correcciones de errores llevados a reservas figuran en las otras variaciones.',
  },
};

export const menu = { statements: 'Cuentas anuales' };

export const errors = {
  codes: {
    statement_nothing_compared: 'Falta el último día con el que se compara.',
    statement_years_crossed:
      'El estado de flujos de efectivo y el de cambios en el patrimonio neto son de un solo ejercicio. Elija un intervalo que no pase de un año a otro.',
    statement_by_dimension: 'Solo los ingresos y gastos llevan dimensiones. Elija la cuenta de pérdidas y ganancias, o quite la dimensión.',
    statement_whole_months: 'Por dimensiones, la cuenta es de meses enteros. Elija un intervalo que empiece y acabe con un mes.',
    statement_account: 'Indique de qué cuenta quiere el mayor.',
    statement_of_today: 'La antigüedad de saldos es la de hoy. Vuelva a cargar la página.',
    statement_too_long: 'La cuenta tiene demasiados movimientos entre esas fechas. Elija un intervalo más corto o exporte el libro diario.',
    statement_known: 'Lo que se sabía entonces se guarda de los estados y del balance de sumas y saldos. Quite el momento.',
    books_not_known_yet: 'Ese momento aún no ha llegado. Elija uno anterior.',
    books_not_closed_then: 'Entonces no se había cerrado ningún mes. Elija un día posterior al primer cierre.',
    books_not_over_then: 'Ese día la contabilidad seguía en marcha. Elija un día anterior al del momento.',
    statement_too_wide: 'No caben tantas columnas en una página. Elija Excel o CSV, o un solo valor.',
  },
  figures: {
    statement_by_dimension_value: 'Indique también la dimensión a la que pertenece el valor.',
    statement_by_dimension_known: 'Lo que se sabía se guarda por cuentas. Quite la dimensión, o el día en que se sabía.',
    books_not_over_then: 'La contabilidad seguía en marcha. Elija el {{latest, date}} o un día anterior.',
    statement_by_dimension_compared: 'Los valores se muestran unos junto a otros. Elija uno solo para compararlo.',
    statement_whole_months: 'Por dimensiones, la cuenta es de meses enteros: del {{from, date}} al {{to, date}}.',
    statement_account_other: 'Solo el mayor es de una cuenta. Quítela para pedir otro estado.',
    statement_of_today: 'La antigüedad de saldos es la de hoy, {{date, date}}. Vuelva a cargar la página.',
    statement_too_long_pdf:
      'En un PDF caben {{limit, number}} líneas y hay {{lines, number}}. Elija Excel o CSV, o un intervalo más corto.',
    statement_too_long:
      'Un fichero admite {{limit, number}} movimientos y la cuenta {{account}} tiene más entre esas fechas. Elija un intervalo más corto o exporte el libro diario.',
    statement_too_wide: 'En una página caben {{limit, number}} columnas y hay {{columns, number}}. Elija Excel o CSV, o un solo valor.',
    statement_years_crossed: 'Empiece el {{earliest, date}} o después.',
  },
};

declare global {
  interface ConsoleTexts {
    statements: typeof statements;
  }
}

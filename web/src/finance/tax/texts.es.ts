export const tax = {
  title: 'Modelo 303: borrador',
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
  unassigned: 'El modelo no tiene casilla para {{code}} al {{percent}} %: {{amount}}.',
};

export const menu = { taxReturns: 'Modelo 303' };

export const errors = {
  codes: {
    tax_return_no_form: 'El modelo 303 se conoce desde 2026. Elija un periodo de 2026 o posterior.',
  },
  figures: {
    tax_return_no_form: 'El modelo 303 se conoce desde 2026, y {{period}} es anterior. Elija otro periodo.',
  },
};

declare global {
  interface ConsoleTexts {
    tax: typeof tax;
  }
}

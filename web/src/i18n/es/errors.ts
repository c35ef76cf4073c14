import { books } from './codes/books.ts';
import { general } from './codes/general.ts';
import { money } from './codes/money.ts';
import { sales } from './codes/sales.ts';

export const errors = {
  unknown: 'Algo ha fallado en esta página. Vuelva a cargarla; si se repite, avise a soporte.',
  network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
  request: 'Petición {{id}}',
  codes: {
    account_exists: 'Ya existe una cuenta con ese código.',
    account_no_parent: 'El plan no tiene ningún subgrupo en el que quepa ese código. Revise los dos primeros dígitos.',
    account_type: 'El tipo no corresponde al grupo: los grupos 6 y 7 son gastos e ingresos; los demás, activo, pasivo o patrimonio.',
    account_not_found: 'No existe esa cuenta.',
    account_of_chart: 'Es una cuenta del PGC y no se cambia; añada una propia por debajo.',
    account_unknown: 'Una de las cuentas no está en el plan. Añádala primero.',
    account_inactive: 'Una de las cuentas está cerrada. Ábrala de nuevo o use otra.',
    account_control: 'Los documentos llevan esa cuenta (clientes, existencias): use una factura, un cobro o una entrada de mercancía.',
    account_not_in_force: 'Una de las cuentas todavía no existía en esa fecha.',
    entry_side: 'Cada línea lleva un importe mayor que cero, en el debe o en el haber, no en los dos.',
    entry_unbalanced: 'El debe y el haber no suman lo mismo.',
    entry_reversed: 'El asiento ya está anulado.',
    entry_is_reversal: 'Una anulación no se anula: contabilice de nuevo el asiento.',
    entry_of_document: 'Lo hizo un documento: corríjalo desde él.',
    reversal_too_early: 'La anulación no puede ser anterior al asiento: elija su fecha o una posterior.',
    period_not_open: 'No hay período contable para esa fecha. Abra antes su ejercicio.',
    period_closed: 'El período está cerrado. Pida a contabilidad que lo reabra o use una fecha posterior.',
    period_locked: 'El período está bloqueado para siempre. Use una fecha posterior.',
    gate_not_found: 'No existe ese período. Abra antes su ejercicio.',
    fiscal_year_exists: 'Ese ejercicio ya está abierto.',
    balances_behind: 'Los saldos se están poniendo al día. Vuelva a intentarlo en unos segundos.',
    range_backwards: 'La primera fecha es posterior a la última. Cámbielas.',
  } as Record<string, string>,
  /** By the code of the refusal, `_` for `.`: what happened, and what to do about it. */
};

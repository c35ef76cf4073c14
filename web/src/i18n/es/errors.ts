import { books } from './codes/books.ts';
import { general } from './codes/general.ts';
import { money } from './codes/money.ts';
import { sales } from './codes/sales.ts';

export const errors = {
  unknown: 'Algo ha fallado en esta página. Vuelva a cargarla; si se repite, avise a soporte.',
  network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
  request: 'Petición {{id}}',
  /** By the code of the refusal, `_` for `.`: what happened, and what to do about it. */
  codes: { ...general, ...sales, ...money, ...books } as Readonly<Record<string, string>>,
  codes: {
    customer_tax_id: 'Este NIF no es válido: revise las cifras y la letra de control.',
    customer_walk_in: 'Del cliente de contado solo se puede cambiar el nombre.',
    customer_not_found: 'Ese cliente no existe.',
    item_not_found: 'Ese artículo no existe.',
    item_not_stocked: 'Es un servicio: no tiene existencias.',
    'item-code_exists': 'Ya hay un artículo con ese código. Elija otro.',
    'customer-reference_exists': 'Ya hay un cliente con esa referencia.',
    warehouse_not_found: 'Ese almacén no existe.',
    warehouse_exists: 'Ya hay un almacén con ese código. Elija otro.',
    stock_not_available: 'No hay tanto libre en ese almacén: parte está reservada para pedidos o no está. Reduzca la cantidad.',
    adjustment_cost: 'Lo que falta sale al coste medio: deje vacío el coste unitario.',
    goods_receipt_reversed: 'Esta entrada ya está anulada.',
    goods_receipt_used: 'Parte de esta mercancía ya se ha vendido o está reservada: no se puede anular. Ajuste las existencias.',
    goods_receipt_of_return: 'Viene de la devolución de un cliente: véndala otra vez o ajústela.',
    goods_receipt_too_many_items: 'Una entrada admite 95 artículos distintos como mucho: haga varias.',
    reversal_too_early: 'La anulación no puede ser anterior a la entrada.',
    amount_too_large: 'El importe de una línea es demasiado grande.',
    period_not_open: 'El periodo de esa fecha no está abierto. Elija otra fecha o pida que lo abran.',
  } as Record<string, string>,
};

/** `order-to-cash`, `sales/orders` → `OrderToCash`, `SalesOrders`. */
export const pascal = (name: string): string => name.replace(/(^|[-/])(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** The stack of a business context. */
export const stackNameOf = (context: string): string => `Trastienda-${pascal(context)}`;

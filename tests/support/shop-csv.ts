/** A row of a test's own shop file. */
export interface CsvRow {
  readonly document: string;
  readonly code: string;
  readonly quantity: number;
  readonly price: string;
  /** Day of December 2010. */
  readonly day?: number;
  readonly customer?: string;
}

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** The text of a file in the online retail format. */
export const shopCsv = (rows: readonly CsvRow[]): string =>
  [
    HEADER,
    ...rows.map(({ document, code, quantity, price, day = 1, customer = '17850.0' }) =>
      [document, code, `THING ${code}`, quantity, `2010-12-${String(day).padStart(2, '0')} 09:00:00`, price, customer, 'France'].join(','),
    ),
    '',
  ].join('\n');

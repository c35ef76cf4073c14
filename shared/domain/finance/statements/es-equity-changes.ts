import { linesIn } from './model.ts';

/**
 * Rows of the statement of changes in equity (estado total de cambios en el patrimonio neto), each with the accounts whose movement it
 * takes, in whichever column they stand by the balance sheet. Source: PGC (RD 1514/2007), models of the third part, as amended by
 * RD 602/2016; the rows are those of the normal model, which the abbreviated one and that of small companies shorten. Accounts: our own reading
 * of the PGC's part five (checked 2026-11-30; confidence medium: no second source). 526 is no equity: what is owed as dividend tells
 * what was distributed. Adjustments for changes of policy and for errors are within III: their entries say no more than an account of reserves.
 */
export const EQUITY_ROWS = /* @__PURE__ */ linesIn(`
    O | 1 | SALDO INICIAL | OPENING BALANCE
    I | 2 | I. Total ingresos y gastos reconocidos | I. Income and expenses recognised | 6 7 13
    II | 2 | II. Operaciones con socios o propietarios | II. Transactions with owners | = II1 II2 II3 II4 II5 II7
    II1 | 4 | 1. Aumentos de capital | 1. Capital increases | C100 C101 C102 103 104 C110
    II2 | 4 | 2. (–) Reducciones de capital | 2. (–) Capital reductions | D100 D101 D102 D110
    II3 | 4 | 3. Conversión de pasivos financieros en patrimonio neto | 3. Debts converted into equity | 111
    II4 | 4 | 4. (–) Distribución de dividendos | 4. (–) Dividends | D557
    II5 | 4 | 5. Operaciones con acciones o participaciones propias (netas) | 5. Transactions with own shares (net) | 108 109
    II7 | 4 | 6. Otras operaciones con socios o propietarios | 6. Other transactions with owners | 118
    III | 2 | III. Otras variaciones del patrimonio neto | III. Other changes in equity | 112 113 114 115 119 12 C557
    F | 1 | SALDO FINAL | CLOSING BALANCE | = O I II III`);

/** The columns: lines of the balance sheet, those that its model has. */
export const EQUITY_COLUMNS = [
  '21110',
  '21120',
  '21200',
  '21300',
  '21400',
  '21500',
  '21600',
  '21700',
  '21800',
  '21900',
  '22000',
  '23000',
] as const;
export const RESULT_COLUMN = '21700';
export const RESERVES_COLUMN = '21300';
export const DIVIDEND_PAYABLE = '526';

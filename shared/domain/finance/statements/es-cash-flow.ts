import { type CashFlowModel, cashFlowModel } from './cash-flow.ts';

/**
 * Investment, financing and what follows, alike in both methods. Where an asset's own account is debited and credited, the debits are
 * what was invested and the credits what was disposed of (`d21`, `c21`), with what goes along: depreciation and its accumulated account,
 * impairment, results of disposals. A debt is raised or repaid by what its account moved by in all (`C170`, `D170`), so that what passes
 * from long to short term does not swell both.
 */
const INVESTMENT_AND_FINANCING = `
    62000 | 1 | B) FLUJOS DE EFECTIVO DE LAS ACTIVIDADES DE INVERSIÓN | B) CASH FLOWS FROM INVESTMENT | = 62100 62200
    62100 | 2 | 6. Pagos por inversiones | 6. Payments for investments | = 62101 62102 62103 62104 62105 62106 62107 62108
    62101 | 4 | a) Empresas del grupo y asociadas | a) Group companies and associates | d24 d53
    62102 | 4 | b) Inmovilizado intangible | b) Intangible assets | d20 c280 c290 680 690
    62103 | 4 | c) Inmovilizado material | c) Property, plant and equipment | d21 23 c281 c291 681 691 173 523 73
    62104 | 4 | d) Inversiones inmobiliarias | d) Investment property | d22 c282 c292 682 692
    62105 | 4 | e) Otros activos financieros | e) Other financial assets | d25 d26 d54 d565 d566 d559 556 133 134 135 136 137 293 294 295 296 297 298 593 594 595 596 597 598 696 697 698 699 796 797 798 799
    62106 | 4 | f) Activos no corrientes mantenidos para la venta | f) Non-current assets held for sale | d58 d599
    62107 | 4 | g) Unidad de negocio | g) Businesses | 774
    62108 | 4 | h) Otros activos | h) Other assets
    62200 | 2 | 7. Cobros por desinversiones | 7. Receipts from disposals | = 62201 62202 62203 62204 62205 62206 62207 62208
    62201 | 4 | a) Empresas del grupo y asociadas | a) Group companies and associates | c24 c53
    62202 | 4 | b) Inmovilizado intangible | b) Intangible assets | c20 d280 d290 670 770 790
    62203 | 4 | c) Inmovilizado material | c) Property, plant and equipment | c21 d281 d291 671 771 791 253 543
    62204 | 4 | d) Inversiones inmobiliarias | d) Investment property | c22 d282 d292 672 772 792
    62205 | 4 | e) Otros activos financieros | e) Other financial assets | c25 c26 c54 c565 c566 c559 540 663 763 666 667 673 675 766 773 775
    62206 | 4 | f) Activos no corrientes mantenidos para la venta | f) Non-current assets held for sale | c58 c599
    62207 | 4 | g) Unidad de negocio | g) Businesses
    62208 | 4 | h) Otros activos | h) Other assets
    62300 | 1 | 8. Flujos de efectivo de las actividades de inversión (6 + 7) | 8. Cash flows from investment (6 + 7) | = 62000
    63000 | 1 | C) FLUJOS DE EFECTIVO DE LAS ACTIVIDADES DE FINANCIACIÓN | C) CASH FLOWS FROM FINANCING | = 63100 63200 63300
    63100 | 2 | 9. Cobros y pagos por instrumentos de patrimonio | 9. Receipts and payments for equity instruments | = 63101 63102 63103 63104 63105
    63101 | 4 | a) Emisión de instrumentos de patrimonio | a) Issue of equity instruments | C100 C101 C102 103 104 C110 111 118 19 558
    63102 | 4 | b) Amortización de instrumentos de patrimonio | b) Redemption of equity instruments | D100 D101 D102 D110
    63103 | 4 | c) Adquisición de instrumentos de patrimonio propio | c) Purchase of own shares | D108 D109
    63104 | 4 | d) Enajenación de instrumentos de patrimonio propio | d) Sale of own shares | C108 C109
    63105 | 4 | e) Subvenciones, donaciones y legados recibidos | e) Grants, donations and bequests received | 130 131 132 746
    63200 | 2 | 10. Cobros y pagos por instrumentos de pasivo financiero | 10. Receipts and payments for debts | = 63201 63207
    63201 | 4 | a) Emisión | a) Raised | = 63202 63203 63204 63205 63206
    63202 | 5 | 1. Obligaciones y otros valores negociables | 1. Bonds and other marketable securities | C177 C178 C179 C500 C501 C505 C509
    63203 | 5 | 2. Deudas con entidades de crédito | 2. Bank borrowings | C170 C520 C1605 C5105
    63204 | 5 | 3. Deudas con empresas del grupo y asociadas | 3. Debts with group companies and associates | C16 C51 C5523 C5524
    63205 | 5 | 4. Deudas con características especiales | 4. Debts with special features | C15 C502
    63206 | 5 | 5. Otras deudas | 5. Other debts | C171 C172 C174 C175 C176 C180 C185 C189 C521 C522 C524 C525 C550 C551 C552 C553 C554 C5595 C5598 C560 C561 C569
    63207 | 4 | b) Devolución y amortización de | b) Repaid | = 63208 63209 63210 63211 63212
    63208 | 5 | 1. Obligaciones y otros valores negociables | 1. Bonds and other marketable securities | D177 D178 D179 D500 D501 D505 D509
    63209 | 5 | 2. Deudas con entidades de crédito | 2. Bank borrowings | D170 D520 D1605 D5105
    63210 | 5 | 3. Deudas con empresas del grupo y asociadas | 3. Debts with group companies and associates | D16 D51 D5523 D5524
    63211 | 5 | 4. Deudas con características especiales | 4. Debts with special features | D15 D502
    63212 | 5 | 5. Otras deudas | 5. Other debts | D171 D172 D174 D175 D176 D180 D185 D189 D521 D522 D524 D525 D550 D551 D552 D553 D554 D5595 D5598 D560 D561 D569
    63300 | 2 | 11. Pagos por dividendos y remuneraciones de otros instrumentos de patrimonio | 11. Dividends and payments on other equity instruments | = 63301 63302
    63301 | 4 | a) Dividendos | a) Dividends | 112 113 114 115 119 12 526 557
    63302 | 4 | b) Remuneración de otros instrumentos de patrimonio | b) Payments on other equity instruments
    63400 | 1 | 12. Flujos de efectivo de las actividades de financiación (9 + 10 + 11) | 12. Cash flows from financing (9 + 10 + 11) | = 63000
    64000 | 1 | D) EFECTO DE LAS VARIACIONES DE LOS TIPOS DE CAMBIO | D) EFFECT OF CHANGES IN EXCHANGE RATES | 6689 7689
    65000 | 1 | E) AUMENTO/DISMINUCIÓN NETA DEL EFECTIVO O EQUIVALENTES (5 + 8 + 12 + D) | E) NET INCREASE OR DECREASE IN CASH AND EQUIVALENTS (5 + 8 + 12 + D) | = 61500 62300 63400 64000
    65100 | 2 | Efectivo o equivalentes al comienzo del periodo | Cash and equivalents at the beginning | @opening 57
    65200 | 2 | Efectivo o equivalentes al final del periodo | Cash and equivalents at the end | @closing 57`;

/**
 * Cash-flow statement (estado de flujos de efectivo) by the indirect method: the result before tax, what of it is no cash or belongs
 * elsewhere, and what working capital moved by. Lines: PGC (RD 1514/2007), normal models of the third part; confidence high. The
 * accounts of each line are our own reading of the PGC's parts four and five (checked 2026-11-30; confidence medium: no second source),
 * and each account stands in one line alone, so that the lines always come to what 57 moved by.
 */
export const CASH_FLOW_INDIRECT: CashFlowModel = /* @__PURE__ */ cashFlowModel(`
    61000 | 1 | A) FLUJOS DE EFECTIVO DE LAS ACTIVIDADES DE EXPLOTACIÓN | A) CASH FLOWS FROM OPERATIONS | = 61100 61200 61300 61400
    61100 | 2 | 1. Resultado del ejercicio antes de impuestos | 1. Result before tax | 6 7
    61200 | 2 | 2. Ajustes del resultado | 2. Adjustments of the result | = 61201 61202 61203 61204 61205 61206 61207 61208 61209 61210 61211
    61201 | 4 | a) Amortización del inmovilizado | a) Depreciation and amortisation | ~ 68
    61202 | 4 | b) Correcciones valorativas por deterioro | b) Impairment | ~ 690 691 692 693 694 696 697 698 699 790 791 792 793 794 796 797 798 799
    61203 | 4 | c) Variación de provisiones | c) Changes in provisions | ~ 695 795
    61204 | 4 | d) Imputación de subvenciones | d) Grants taken to income | ~ 746
    61205 | 4 | e) Resultados por bajas y enajenaciones del inmovilizado | e) Result of disposals of non-current assets | ~ 670 671 672 770 771 772
    61206 | 4 | f) Resultados por bajas y enajenaciones de instrumentos financieros | f) Result of disposals of financial instruments | ~ 666 667 673 675 766 773 775
    61207 | 4 | g) Ingresos financieros | g) Financial income | ~ 760 761 762 767 769
    61208 | 4 | h) Gastos financieros | h) Financial expenses | ~ 660 661 662 664 665 669
    61209 | 4 | i) Diferencias de cambio | i) Exchange differences | ~ 668 768
    61210 | 4 | j) Variación de valor razonable en instrumentos financieros | j) Changes in fair value of financial instruments | ~ 663 763
    61211 | 4 | k) Otros ingresos y gastos | k) Other income and expenses | ~ 73 774
    61300 | 2 | 3. Cambios en el capital corriente | 3. Changes in working capital | = 61301 61302 61303 61304 61305 61306
    61301 | 4 | a) Existencias | a) Inventories | 3 407 693 793
    61302 | 4 | b) Deudores y otras cuentas a cobrar | b) Trade and other receivables | 43 44 460 470 471 472 490 493 544 694 794
    61303 | 4 | c) Otros activos corrientes | c) Other current assets | 480
    61304 | 4 | d) Acreedores y otras cuentas a pagar | d) Trade and other payables | 40 41 438 46 47 668 768
    61305 | 4 | e) Otros pasivos corrientes | e) Other current liabilities | 485 499 529 555 695 7954
    61306 | 4 | f) Otros activos y pasivos no corrientes | f) Other non-current assets and liabilities | 14 181 660 795
    61400 | 2 | 4. Otros flujos de efectivo de las actividades de explotación | 4. Other cash flows from operations | = 61401 61402 61403 61404 61405
    61401 | 4 | a) Pagos de intereses | a) Interest paid | 661 662 664 665 669 506 507 514 527 528 567
    61402 | 4 | b) Cobros de dividendos | b) Dividends received | 760 535 545
    61403 | 4 | c) Cobros de intereses | c) Interest received | 761 762 767 769 533 534 546 547 568
    61404 | 4 | d) Cobros (pagos) por impuesto sobre beneficios | d) Income tax received (paid) | 630 633 638 473 474 479 4709 4752
    61405 | 4 | e) Otros pagos (cobros) | e) Other payments (receipts)
    61500 | 1 | 5. Flujos de efectivo de las actividades de explotación (1 + 2 + 3 + 4) | 5. Cash flows from operations (1 + 2 + 3 + 4) | = 61000${INVESTMENT_AND_FINANCING}`);

/**
 * Cash-flow statement by the direct method, which the PGC knows not (it asks for the indirect one; lines after NIC/IAS 7.18 a). Derived
 * from balances: what customers paid is sales and the VAT charged on them, less what 43 rose by; what suppliers were paid is purchases,
 * services and the VAT borne, with what stock and 40/41 moved by; and so on. VAT that is settled (477 debited, 472 credited) stands
 * with what the tax authority was paid; so does that of a credit note. Sources and confidence as of the indirect one.
 */
export const CASH_FLOW_DIRECT: CashFlowModel = /* @__PURE__ */ cashFlowModel(`
    61000 | 1 | A) FLUJOS DE EFECTIVO DE LAS ACTIVIDADES DE EXPLOTACIÓN | A) CASH FLOWS FROM OPERATIONS | = 61110 61120 61130 61140 61150 61160 61170 61401 61402 61403 61404
    61110 | 4 | 1. Cobros de clientes | 1. Received from customers | 70 75 43 490 493 650 694 794 485 c477
    61120 | 4 | 2. Pagos a proveedores y acreedores | 2. Paid to suppliers and creditors | 60 61 62 71 3 693 793 40 41 480 668 768 d472
    61130 | 4 | 3. Pagos al personal, a la Seguridad Social y de retenciones | 3. Paid to staff, social security and as withholdings | 64 46 471 476 4751
    61140 | 4 | 4. Liquidaciones de IVA | 4. VAT settled with the tax authority | d477 c472 470 4750
    61150 | 4 | 5. Otros tributos | 5. Other taxes | 63 47
    61160 | 4 | 6. Cobros de subvenciones de explotación | 6. Operating grants received | 740 747
    61170 | 4 | 7. Otros cobros y pagos de explotación | 7. Other operating receipts and payments | 6 7 14 181 44 499 529 544 555 660 695 795
    61401 | 4 | 8. Pagos de intereses | 8. Interest paid | 661 662 664 665 669 506 507 514 527 528 567
    61402 | 4 | 9. Cobros de dividendos | 9. Dividends received | 760 535 545
    61403 | 4 | 10. Cobros de intereses | 10. Interest received | 761 762 767 769 533 534 546 547 568
    61404 | 4 | 11. Cobros (pagos) por impuesto sobre beneficios | 11. Income tax received (paid) | 630 633 638 473 474 479 4709 4752
    61500 | 1 | 5. Flujos de efectivo de las actividades de explotación | 5. Cash flows from operations | = 61000${INVESTMENT_AND_FINANCING}`);

import { statementModel } from './model.ts';

/**
 * Balance sheet and profit and loss account of small companies: the lines and the accounts that each takes.
 * Source: PGC de PYMES (RD 1515/2007), third part, as amended by RD 602/2016 and RD 1/2021; accounts after
 * OCA's l10n-spain. Checked 2026-11-29; confidence high: two independent programs. Where the model asks for four digits and the
 * chart has three, the account is in the line that a trading company means by it (630, 662, 606…).
 */
export const PYMES = /* @__PURE__ */ statementModel({
  id: 'es.pymes',
  balanceSheet: `
    11000 | 1 | A) ACTIVO NO CORRIENTE | A) NON-CURRENT ASSETS | = 11100 11200 11300 11400 11500 11600 11700
    11100 | 3 | I. Inmovilizado intangible | I. Intangible assets | 20 280 290
    11200 | 3 | II. Inmovilizado material | II. Property, plant and equipment | 21 281 291 23
    11300 | 3 | III. Inversiones inmobiliarias | III. Investment property | 22 282 292
    11400 | 3 | IV. Inversiones en empresas del grupo y asociadas a largo plazo | IV. Long-term investments in group companies and associates | 2403 2404 2413 2414 2423 2424 2493 2494 2933 2934 2943 2944 2953 2954
    11500 | 3 | V. Inversiones financieras a largo plazo | V. Long-term financial investments | 2405 2415 2425 2495 250 251 252 253 254 255 258 259 26 2935 2945 2955 296 297 298
    11600 | 3 | VI. Activos por impuesto diferido | VI. Deferred tax assets | 474
    11700 | 3 | VII. Deudores comerciales no corrientes | VII. Non-current trade receivables
    12000 | 1 | B) ACTIVO CORRIENTE | B) CURRENT ASSETS | = 12200 12300 12400 12500 12600 12700
    12200 | 3 | I. Existencias | I. Inventories | 30 31 32 33 34 35 36 39 407
    12300 | 3 | II. Deudores comerciales y otras cuentas a cobrar | II. Trade and other receivables | = 12380 12370 12390
    12380 | 4 | 1. Clientes por ventas y prestaciones de servicios | 1. Trade receivables | = 12381 12382 + 430 431 432 433 434 435 436 437 490 493
    12381 | 5 | a) Clientes por ventas y prestaciones de servicios a largo plazo | a) Long-term trade receivables
    12382 | 5 | b) Clientes por ventas y prestaciones de servicios a corto plazo | b) Short-term trade receivables
    12370 | 4 | 2. Accionistas (socios) por desembolsos exigidos | 2. Called-up share capital not paid | 5580
    12390 | 4 | 3. Otros deudores | 3. Other receivables | 44 460 470 471 472 473 544
    12400 | 3 | III. Inversiones en empresas del grupo y asociadas a corto plazo | III. Short-term investments in group companies and associates | 5303 5304 5313 5314 5323 5324 5333 5334 5343 5344 5353 5354 5393 5394 5933 5934 5943 5944 5953 5954 D5523 D5524
    12500 | 3 | IV. Inversiones financieras a corto plazo | IV. Short-term financial investments | 5305 5315 5325 5335 5345 5355 5395 540 541 542 543 545 546 547 548 549 5590 565 566 5935 5945 5955 596 597 598 D550 D551 D554 D5525
    12600 | 3 | V. Periodificaciones a corto plazo | V. Short-term prepayments and accruals | 480 567
    12700 | 3 | VI. Efectivo y otros activos líquidos equivalentes | VI. Cash and cash equivalents | 57
    10000 | 1 | TOTAL ACTIVO (A + B) | TOTAL ASSETS (A + B) | = 11000 12000
    20000 | 1 | A) PATRIMONIO NETO | A) EQUITY | = 21000 22000 23000
    21000 | 2 | A-1) Fondos propios | A-1) Shareholders' equity | = 21100 21200 21300 21400 21500 21600 21700 21800
    21100 | 3 | I. Capital | I. Capital | = 21110 21120
    21110 | 4 | 1. Capital escriturado | 1. Registered capital | 100 101 102
    21120 | 4 | 2. (Capital no exigido) | 2. (Uncalled capital) | 1030 1040
    21200 | 3 | II. Prima de emisión | II. Share premium | 110
    21300 | 3 | III. Reservas | III. Reserves | = 21350 21360
    21350 | 4 | 1. Reserva de Capitalización | 1. Capitalisation reserve
    21360 | 4 | 2. Otras reservas | 2. Other reserves | 112 113 114 119
    21400 | 3 | IV. (Acciones y participaciones en patrimonio propias) | IV. (Own shares) | 108 109
    21500 | 3 | V. Resultados de ejercicios anteriores | V. Results of previous years | 120 121
    21600 | 3 | VI. Otras aportaciones de socios | VI. Other contributions of members | 118
    21700 | 3 | VII. Resultado del ejercicio | VII. Result of the year | 129 6 7
    21800 | 3 | VIII. (Dividendo a cuenta) | VIII. (Interim dividend) | 557
    22000 | 2 | A-2) Ajustes en patrimonio neto | A-2) Adjustments in equity | 137
    23000 | 2 | A-3) Subvenciones, donaciones y legados recibidos | A-3) Grants, donations and bequests received | 130 131 132
    31000 | 1 | B) PASIVO NO CORRIENTE | B) NON-CURRENT LIABILITIES | = 31100 31200 31300 31400 31500 31600 31700
    31100 | 3 | I. Provisiones a largo plazo | I. Long-term provisions | 14
    31200 | 3 | II. Deudas a largo plazo | II. Long-term debts | = 31220 31230 31290
    31220 | 4 | 1. Deudas con entidades de crédito | 1. Bank borrowings | 1605 170
    31230 | 4 | 2. Acreedores por arrendamiento financiero | 2. Finance lease liabilities | 1625 174
    31290 | 4 | 3. Otras deudas a largo plazo | 3. Other long-term debts | 1615 1635 171 172 173 175 176 177 179 180 185
    31300 | 3 | III. Deudas con empresas del grupo y asociadas a largo plazo | III. Long-term debts with group companies and associates | 1603 1604 1613 1614 1623 1624 1633 1634
    31400 | 3 | IV. Pasivos por impuesto diferido | IV. Deferred tax liabilities | 479
    31500 | 3 | V. Periodificaciones a largo plazo | V. Long-term accruals | 181
    31600 | 3 | VI. Acreedores comerciales no corrientes | VI. Non-current trade payables
    31700 | 3 | VII. Deuda con características especiales a largo plazo | VII. Long-term debt with special features | 15 5585
    32000 | 1 | C) PASIVO CORRIENTE | C) CURRENT LIABILITIES | = 32200 32300 32400 32500 32600 32700
    32200 | 3 | I. Provisiones a corto plazo | I. Short-term provisions | 499 529
    32300 | 3 | II. Deudas a corto plazo | II. Short-term debts | = 32320 32330 32390
    32320 | 4 | 1. Deudas con entidades de crédito | 1. Bank borrowings | 5105 520 527
    32330 | 4 | 2. Acreedores por arrendamiento financiero | 2. Finance lease liabilities | 5125 524
    32390 | 4 | 3. Otras deudas a corto plazo | 3. Other short-term debts | 1034 1044 190 192 194 500 505 506 509 5115 5135 5145 521 522 523 525 526 528 555 5565 5566 5595 560 561 C550 C551 C554 C5525
    32400 | 3 | III. Deudas con empresas del grupo y asociadas a corto plazo | III. Short-term debts with group companies and associates | 5103 5104 5113 5114 5123 5124 5133 5134 5143 5144 5563 5564 C5523 C5524
    32500 | 3 | IV. Acreedores comerciales y otras cuentas a pagar | IV. Trade and other payables | = 32580 32590
    32580 | 4 | 1. Proveedores | 1. Suppliers | = 32581 32582 + 400 401 403 404 405 406
    32581 | 5 | a) Proveedores a largo plazo | a) Long-term suppliers
    32582 | 5 | b) Proveedores a corto plazo | b) Short-term suppliers
    32590 | 4 | 2. Otros acreedores | 2. Other payables | 41 438 465 475 476 477
    32600 | 3 | V. Periodificaciones a corto plazo | V. Short-term prepayments and accruals | 485 568
    32700 | 3 | VI. Deuda con características especiales a corto plazo | VI. Short-term debt with special features | 195 197 199 502 507
    30000 | 1 | TOTAL PATRIMONIO NETO Y PASIVO (A + B + C) | TOTAL EQUITY AND LIABILITIES (A + B + C) | = 20000 31000 32000`,
  incomeStatement: `
    40100 | 3 | 1. Importe neto de la cifra de negocios | 1. Revenue | 700 701 702 703 704 705 706 708 709
    40200 | 3 | 2. Variación de existencias de productos terminados y en curso de fabricación | 2. Changes in finished goods and work in progress | 6930 71 7930
    40300 | 3 | 3. Trabajos realizados por la empresa para su activo | 3. Own work capitalised | 73
    40400 | 3 | 4. Aprovisionamientos | 4. Goods and materials consumed | 600 601 602 606 607 608 609 61 6931 6932 6933 7931 7932 7933 693 793
    40500 | 3 | 5. Otros ingresos de explotación | 5. Other operating income | 740 747 75
    40600 | 3 | 6. Gastos de personal | 6. Staff costs | 64
    40700 | 3 | 7. Otros gastos de explotación | 7. Other operating expenses | 62 631 634 636 639 65 694 695 794 7954
    40800 | 3 | 8. Amortización del inmovilizado | 8. Depreciation and amortisation | 68
    40900 | 3 | 9. Imputación de subvenciones de inmovilizado no financiero y otras | 9. Grants for non-financial assets taken to income | 7460 746
    41000 | 3 | 10. Excesos de provisiones | 10. Provisions released | 7951 7952 7955
    41100 | 3 | 11. Deterioro y resultado por enajenaciones del inmovilizado | 11. Impairment and result of disposals of non-current assets | 670 671 672 690 691 692 770 771 772 790 791 792
    41300 | 3 | 12. Otros resultados | 12. Other results | 678 778
    49100 | 1 | A) RESULTADO DE EXPLOTACIÓN (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12) | A) OPERATING RESULT (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12) | = 40100 40200 40300 40400 40500 40600 40700 40800 40900 41000 41100 41300
    41400 | 3 | 13. Ingresos financieros | 13. Financial income | = 41430 41490
    41430 | 5 | a) Imputación de subvenciones, donaciones y legados de carácter financiero | a) Financial grants, donations and bequests taken to income | 7461
    41490 | 5 | b) Otros ingresos financieros | b) Other financial income | 760 761 762 769
    41500 | 3 | 14. Gastos financieros | 14. Financial expenses | 660 661 662 664 665 669
    41600 | 3 | 15. Variación de valor razonable en instrumentos financieros | 15. Changes in fair value of financial instruments | 663 763
    41700 | 3 | 16. Diferencias de cambio | 16. Exchange differences | 668 768
    41800 | 3 | 17. Deterioro y resultado por enajenaciones de instrumentos financieros | 17. Impairment and result of disposals of financial instruments | 666 667 673 675 696 697 698 699 766 773 775 796 797 798 799
    42100 | 3 | 18. Otros ingresos y gastos de carácter financiero | 18. Other financial income and expenses | = 42110 42120 42130
    42110 | 5 | a) Incorporación al activo de gastos financieros | a) Financial expenses capitalised
    42120 | 5 | b) Ingresos financieros derivados de convenios de acreedores | b) Financial income from arrangements with creditors
    42130 | 5 | c) Resto de ingresos y gastos | c) Remaining income and expenses
    49200 | 1 | B) RESULTADO FINANCIERO (13 + 14 + 15 + 16 + 17 + 18) | B) FINANCIAL RESULT (13 + 14 + 15 + 16 + 17 + 18) | = 41400 41500 41600 41700 41800 42100
    49300 | 1 | C) RESULTADO ANTES DE IMPUESTOS (A + B) | C) RESULT BEFORE TAX (A + B) | = 49100 49200
    41900 | 3 | 19. Impuestos sobre beneficios | 19. Income tax | 6300 6301 633 638 630
    49500 | 1 | D) RESULTADO DEL EJERCICIO (C + 19) | D) RESULT OF THE YEAR (C + 19) | = 49300 41900`,
});

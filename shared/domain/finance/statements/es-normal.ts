import { statementModel } from './model.ts';

/**
 * Balance sheet and profit and loss account of all other companies: the lines and the accounts that each takes.
 * Source: PGC (RD 1514/2007), normal models of the third part, as amended by RD 602/2016 and RD 1/2021; accounts after
 * OCA's l10n-spain. Checked 2026-11-29; confidence medium-high: one program and the names of the lines. Where the model asks for four digits and the
 * chart has three, the account is in the line that a trading company means by it (630, 662, 606…).
 */
export const NORMAL = /* @__PURE__ */ statementModel({
  id: 'es.normal',
  balanceSheet: `
    11000 | 1 | A) ACTIVO NO CORRIENTE | A) NON-CURRENT ASSETS | = 11100 11200 11300 11400 11500 11600 11700
    11100 | 3 | I. Inmovilizado intangible | I. Intangible assets | = 11110 11120 11130 11140 11150 11160 11170
    11110 | 4 | 1. Desarrollo | 1. Development | 201 2801 2901
    11120 | 4 | 2. Concesiones | 2. Concessions | 202 2802 2902
    11130 | 4 | 3. Patentes, licencias, marcas y similares | 3. Patents, licences, trade marks and similar | 203 2803 2903
    11140 | 4 | 4. Fondo de comercio | 4. Goodwill | 204
    11150 | 4 | 5. Aplicaciones informáticas | 5. Software | 206 2806 2906
    11160 | 4 | 6. Investigación | 6. Research | 200 2800 2900
    11170 | 4 | 7. Otro inmovilizado intangible | 7. Other intangible assets | 205 209 2805 2905 280 290
    11200 | 3 | II. Inmovilizado material | II. Property, plant and equipment | = 11210 11220 11230
    11210 | 4 | 1. Terrenos y construcciones | 1. Land and buildings | 210 211 2811 2910 2911
    11220 | 4 | 2. Instalaciones técnicas y otro inmovilizado material | 2. Plant and other equipment | 212 213 214 215 216 217 218 219 2812 2813 2814 2815 2816 2817 2818 2819 2912 2913 2914 2915 2916 2917 2918 2919 281 291
    11230 | 4 | 3. Inmovilizado en curso y anticipos | 3. Assets under construction and advances | 23
    11300 | 3 | III. Inversiones inmobiliarias | III. Investment property | = 11310 11320
    11310 | 4 | 1. Terrenos | 1. Land | 220 2920
    11320 | 4 | 2. Construcciones | 2. Buildings | 221 282 292
    11400 | 3 | IV. Inversiones en empresas del grupo y asociadas a largo plazo | IV. Long-term investments in group companies and associates | = 11410 11420 11430 11440 11450 11460
    11410 | 4 | 1. Instrumentos de patrimonio | 1. Equity instruments | 2403 2404 2493 2494 293
    11420 | 4 | 2. Créditos a empresas | 2. Loans to companies | 2423 2424 2953 2954
    11430 | 4 | 3. Valores representativos de deuda | 3. Debt securities | 2413 2414 2943 2944
    11440 | 4 | 4. Derivados | 4. Derivatives
    11450 | 4 | 5. Otros activos financieros | 5. Other financial assets
    11460 | 4 | 6. Otras inversiones | 6. Other investments
    11500 | 3 | V. Inversiones financieras a largo plazo | V. Long-term financial investments | = 11510 11520 11530 11540 11550 11560
    11510 | 4 | 1. Instrumentos de patrimonio | 1. Equity instruments | 2405 2495 250 259
    11520 | 4 | 2. Créditos a terceros | 2. Loans to third parties | 2425 252 253 254 2955 298
    11530 | 4 | 3. Valores representativos de deuda | 3. Debt securities | 2415 251 2945 297
    11540 | 4 | 4. Derivados | 4. Derivatives | 255
    11550 | 4 | 5. Otros activos financieros | 5. Other financial assets | 258 26
    11560 | 4 | 6. Otras inversiones | 6. Other investments | 257
    11600 | 3 | VI. Activos por impuesto diferido | VI. Deferred tax assets | 474
    11700 | 3 | VII. Deudas comerciales no corrientes | VII. Non-current trade receivables
    12000 | 1 | B) ACTIVO CORRIENTE | B) CURRENT ASSETS | = 12100 12200 12300 12400 12500 12600 12700
    12100 | 3 | I. Activos no corrientes mantenidos para la venta | I. Non-current assets held for sale | 580 581 582 583 584 599
    12200 | 3 | II. Existencias | II. Inventories | = 12210 12220 12230 12240 12250 12260
    12210 | 4 | 1. Comerciales | 1. Goods for resale | 30 390
    12220 | 4 | 2. Materias primas y otros aprovisionamientos | 2. Raw materials and other supplies | 31 32 391 392
    12230 | 4 | 3. Productos en curso | 3. Work in progress | = 12231 12232 + 33 34 393 394
    12231 | 5 | a) De ciclo largo de producción | a) Of long production cycle
    12232 | 5 | b) De ciclo corto de producción | b) Of short production cycle
    12240 | 4 | 4. Productos terminados | 4. Finished goods | = 12241 12242 + 35 395
    12241 | 5 | a) De ciclo largo de producción | a) Of long production cycle
    12242 | 5 | b) De ciclo corto de producción | b) Of short production cycle
    12250 | 4 | 5. Subproductos, residuos y materiales recuperados | 5. By-products, waste and recovered materials | 36 396
    12260 | 4 | 6. Anticipos a proveedores | 6. Advances to suppliers | 407
    12300 | 3 | III. Deudores comerciales y otras cuentas a cobrar | III. Trade and other receivables | = 12310 12320 12330 12340 12350 12360 12370
    12310 | 4 | 1. Clientes por ventas y prestaciones de servicios | 1. Trade receivables | = 12311 12312 + 430 431 432 435 436 437 490 4935
    12311 | 5 | a) Clientes por ventas y prestaciones de servicios a largo plazo | a) Long-term trade receivables
    12312 | 5 | b) Clientes por ventas y prestaciones de servicios a corto plazo | b) Short-term trade receivables
    12320 | 4 | 2. Clientes empresas del grupo y asociadas | 2. Receivables from group companies and associates | 433 434 4933 4934
    12330 | 4 | 3. Deudores varios | 3. Sundry receivables | 44 5531 5533
    12340 | 4 | 4. Personal | 4. Staff | 460 544
    12350 | 4 | 5. Activos por impuesto corriente | 5. Current tax assets | 4709
    12360 | 4 | 6. Otros créditos con las Administraciones Públicas | 6. Other receivables from public bodies | 4700 4708 471 472 473 470
    12370 | 4 | 7. Accionistas (socios) por desembolsos exigidos | 7. Called-up share capital not paid | 5580
    12400 | 3 | IV. Inversiones en empresas del grupo y asociadas a corto plazo | IV. Short-term investments in group companies and associates | = 12410 12420 12430 12440 12450 12460
    12410 | 4 | 1. Instrumentos de patrimonio | 1. Equity instruments | 5303 5304 5393 5394 593
    12420 | 4 | 2. Créditos a empresas | 2. Loans to companies | 5323 5324 5343 5344 5953 5954
    12430 | 4 | 3. Valores representativos de deuda | 3. Debt securities | 5313 5314 5333 5334 5943 5944
    12440 | 4 | 4. Derivados | 4. Derivatives
    12450 | 4 | 5. Otros activos financieros | 5. Other financial assets | 5353 5354 D5523 D5524
    12460 | 4 | 6. Otras inversiones | 6. Other investments
    12500 | 3 | V. Inversiones financieras a corto plazo | V. Short-term financial investments | = 12510 12520 12530 12540 12550 12560
    12510 | 4 | 1. Instrumentos de patrimonio | 1. Equity instruments | 5305 540 5395 549
    12520 | 4 | 2. Créditos a empresas | 2. Loans to companies | 5325 5345 542 543 547 5955 598
    12530 | 4 | 3. Valores representativos de deuda | 3. Debt securities | 5315 5335 541 546 5945 597
    12540 | 4 | 4. Derivados | 4. Derivatives | 5590 5593
    12550 | 4 | 5. Otros activos financieros | 5. Other financial assets | 5355 545 548 565 566 D550 D551 D554 D5525
    12560 | 4 | 6. Otras inversiones | 6. Other investments
    12600 | 3 | VI. Periodificaciones a corto plazo | VI. Short-term prepayments and accruals | 480 567
    12700 | 3 | VII. Efectivo y otros activos líquidos equivalentes | VII. Cash and cash equivalents | = 12710 12720
    12710 | 4 | 1. Tesorería | 1. Cash | 570 571 572 573 574 575
    12720 | 4 | 2. Otros activos líquidos equivalentes | 2. Other cash equivalents | 576
    10000 | 1 | TOTAL ACTIVO (A + B) | TOTAL ASSETS (A + B) | = 11000 12000
    20000 | 1 | A) PATRIMONIO NETO | A) EQUITY | = 21000 22000 23000
    21000 | 2 | A-1) Fondos propios | A-1) Shareholders' equity | = 21100 21200 21300 21400 21500 21600 21700 21800 21900
    21100 | 3 | I. Capital | I. Capital | = 21110 21120
    21110 | 4 | 1. Capital escriturado | 1. Registered capital | 100 101 102
    21120 | 4 | 2. (Capital no exigido) | 2. (Uncalled capital) | 1030 1040
    21200 | 3 | II. Prima de emisión | II. Share premium | 110
    21300 | 3 | III. Reservas | III. Reserves | = 21310 21320 21330
    21310 | 4 | 1. Legal y estatutarias | 1. Legal and statutory | 112 1141
    21320 | 4 | 2. Otras reservas | 2. Other reserves | 113 1140 1142 1143 1144 115 119
    21330 | 4 | 3. Reserva de capitalización | 3. Capitalisation reserve | 1146
    21400 | 3 | IV. (Acciones y participaciones en patrimonio propias) | IV. (Own shares) | 108 109
    21500 | 3 | V. Resultados de ejercicios anteriores | V. Results of previous years | = 21510 21520
    21510 | 4 | 1. Remanente | 1. Retained earnings | 120
    21520 | 4 | 2. (Resultados negativos de ejercicios anteriores) | 2. (Losses of previous years) | 121
    21600 | 3 | VI. Otras aportaciones de socios | VI. Other contributions of members | 118
    21700 | 3 | VII. Resultado del ejercicio | VII. Result of the year | 129 6 7
    21800 | 3 | VIII. (Dividendo a cuenta) | VIII. (Interim dividend) | 557
    21900 | 3 | IX. Otros instrumentos de patrimonio neto | IX. Other equity instruments | 111
    22000 | 2 | A-2) Ajustes por cambios de valor | A-2) Valuation adjustments | = 22100 22200 22300 22400 22500
    22100 | 3 | I. Activos financieros disponibles para la venta | I. Financial assets available for sale | 133
    22200 | 3 | II. Operaciones de cobertura | II. Hedging | 1340 1341
    22300 | 3 | III. Activos no corrientes y pasivos vinculados, mantenidos para la venta | III. Non-current assets and linked liabilities held for sale | 136
    22400 | 3 | IV. Diferencia de conversión | IV. Translation differences | 135
    22500 | 3 | V. Otros | V. Other | 137
    23000 | 2 | A-3) Subvenciones, donaciones y legados recibidos | A-3) Grants, donations and bequests received | 130 131 132
    31000 | 1 | B) PASIVO NO CORRIENTE | B) NON-CURRENT LIABILITIES | = 31100 31200 31300 31400 31500 31600 31700
    31100 | 3 | I. Provisiones a largo plazo | I. Long-term provisions | = 31110 31120 31130 31140
    31110 | 4 | 1. Obligaciones por prestaciones a largo plazo al personal | 1. Long-term benefits to staff | 140
    31120 | 4 | 2. Actuaciones medioambientales | 2. Environmental measures | 145
    31130 | 4 | 3. Provisiones por reestructuración | 3. Restructuring | 146
    31140 | 4 | 4. Otras provisiones | 4. Other provisions | 141 142 143 147
    31200 | 3 | II. Deudas a largo plazo | II. Long-term debts | = 31210 31220 31230 31240 31250
    31210 | 4 | 1. Obligaciones y otros valores negociables | 1. Bonds and other marketable securities | 177 178 179
    31220 | 4 | 2. Deudas con entidades de crédito | 2. Bank borrowings | 1605 170
    31230 | 4 | 3. Acreedores por arrendamiento financiero | 3. Finance lease liabilities | 1625 174
    31240 | 4 | 4. Derivados | 4. Derivatives | 176
    31250 | 4 | 5. Otros pasivos financieros | 5. Other financial liabilities | 1615 1635 171 172 173 175 180 185 189
    31300 | 3 | III. Deudas con empresas del grupo y asociadas a largo plazo | III. Long-term debts with group companies and associates | 1603 1604 1613 1614 1623 1624 1633 1634
    31400 | 3 | IV. Pasivos por impuesto diferido | IV. Deferred tax liabilities | 479
    31500 | 3 | V. Periodificaciones a largo plazo | V. Long-term accruals | 181
    31600 | 3 | VI. Acreedores comerciales no corrientes | VI. Non-current trade payables
    31700 | 3 | VII. Deuda con características especiales a largo plazo | VII. Long-term debt with special features | 15 5585
    32000 | 1 | C) PASIVO CORRIENTE | C) CURRENT LIABILITIES | = 32100 32200 32300 32400 32500 32600 32700
    32100 | 3 | I. Pasivos vinculados con activos no corrientes mantenidos para la venta | I. Liabilities linked to non-current assets held for sale | 585 586 587 588 589
    32200 | 3 | II. Provisiones a corto plazo | II. Short-term provisions | 499 529
    32300 | 3 | III. Deudas a corto plazo | III. Short-term debts | = 32310 32320 32330 32340 32350
    32310 | 4 | 1. Obligaciones y otros valores negociables | 1. Bonds and other marketable securities | 500 501 505 506
    32320 | 4 | 2. Deudas con entidades de crédito | 2. Bank borrowings | 5105 520 527
    32330 | 4 | 3. Acreedores por arrendamiento financiero | 3. Finance lease liabilities | 5125 524
    32340 | 4 | 4. Derivados | 4. Derivatives | 5595 5598
    32350 | 4 | 5. Otros pasivos financieros | 5. Other financial liabilities | 1034 1044 190 192 194 509 5115 5135 5145 521 522 523 525 526 528 5530 5532 555 5565 5566 560 561 569 C550 C551 C554 C5525
    32400 | 3 | IV. Deudas con empresas del grupo y asociadas a corto plazo | IV. Short-term debts with group companies and associates | 5103 5104 5113 5114 5123 5124 5133 5134 5143 5144 5563 5564 C5523 C5524
    32500 | 3 | V. Acreedores comerciales y otras cuentas a pagar | V. Trade and other payables | = 32510 32520 32530 32540 32550 32560 32570
    32510 | 4 | 1. Proveedores | 1. Suppliers | = 32511 32512 + 400 401 405 406
    32511 | 5 | a) Proveedores a largo plazo | a) Long-term suppliers
    32512 | 5 | b) Proveedores a corto plazo | b) Short-term suppliers
    32520 | 4 | 2. Proveedores, empresas del grupo y asociadas | 2. Suppliers, group companies and associates | 403 404
    32530 | 4 | 3. Acreedores varios | 3. Sundry payables | 41
    32540 | 4 | 4. Personal (remuneraciones pendientes de pago) | 4. Staff (pay outstanding) | 465 466
    32550 | 4 | 5. Pasivos por impuesto corriente | 5. Current tax liabilities | 4752
    32560 | 4 | 6. Otras deudas con las Administraciones Públicas | 6. Other debts to public bodies | 4750 4751 4758 4759 476 477 475
    32570 | 4 | 7. Anticipos de clientes | 7. Advances from customers | 438
    32600 | 3 | VI. Periodificaciones a corto plazo | VI. Short-term prepayments and accruals | 485 568
    32700 | 3 | VII. Deuda con características especiales a corto plazo | VII. Short-term debt with special features | 195 197 199 502 507
    30000 | 1 | TOTAL PATRIMONIO NETO Y PASIVO (A + B + C) | TOTAL EQUITY AND LIABILITIES (A + B + C) | = 20000 31000 32000`,
  incomeStatement: `
    A | 1 | A) OPERACIONES CONTINUADAS | A) CONTINUING OPERATIONS | = 40100 40200 40300 40400 40500 40600 40700 40800 40900 41000 41100 41200 41300 41400 41500 41600 41700 41800 41900
    40100 | 3 | 1. Importe neto de la cifra de negocios | 1. Revenue | = 40110 40120
    40110 | 4 | a) Ventas | a) Sales | 700 701 702 703 704 706 708 709
    40120 | 4 | b) Prestaciones de servicios | b) Services | 705
    40200 | 3 | 2. Variación de existencias de productos terminados y en curso de fabricación | 2. Changes in finished goods and work in progress | 6930 71 7930
    40300 | 3 | 3. Trabajos realizados por la empresa para su activo | 3. Own work capitalised | 73
    40400 | 3 | 4. Aprovisionamientos | 4. Goods and materials consumed | = 40410 40420 40430 40440
    40410 | 4 | a) Consumo de mercaderías | a) Goods for resale consumed | 600 6060 6080 6090 610 606 608 609
    40420 | 4 | b) Consumo de materias primas y otras materias consumibles | b) Raw materials and other consumables | 601 602 6061 6062 6081 6082 6091 6092 611 612
    40430 | 4 | c) Trabajos realizados por otras empresas | c) Work done by other companies | 607
    40440 | 4 | d) Deterioro de mercaderías, materias primas y otros aprovisionamientos | d) Impairment of goods, raw materials and other supplies | 6931 6932 6933 7931 7932 7933 693 793
    40500 | 3 | 5. Otros ingresos de explotación | 5. Other operating income | = 40510 40520
    40510 | 4 | a) Ingresos accesorios y otros de gestión corriente | a) Ancillary and other current income | 75
    40520 | 4 | b) Subvenciones de explotación incorporadas al resultado del ejercicio | b) Operating grants taken to income | 740 747
    40600 | 3 | 6. Gastos de personal | 6. Staff costs | = 40610 40620 40630
    40610 | 4 | a) Sueldos, salarios y asimilados | a) Wages and salaries | 640 641 6450
    40620 | 4 | b) Cargas sociales | b) Social security and other charges | 642 643 649
    40630 | 4 | c) Provisiones | c) Provisions | 644 6457 7950 7957
    40700 | 3 | 7. Otros gastos de explotación | 7. Other operating expenses | = 40710 40720 40730 40740
    40710 | 4 | a) Servicios exteriores | a) External services | 62
    40720 | 4 | b) Tributos | b) Taxes other than on income | 631 634 636 639
    40730 | 4 | c) Pérdidas, deterioro y variación de provisiones por operaciones comerciales | c) Losses, impairment and changes in provisions for trade operations | 650 694 695 794 7954
    40740 | 4 | d) Otros gastos de gestión corriente | d) Other current expenses | 651 659
    40800 | 3 | 8. Amortización del inmovilizado | 8. Depreciation and amortisation | 68
    40900 | 3 | 9. Imputación de subvenciones de inmovilizado no financiero y otras | 9. Grants for non-financial assets taken to income | 7460 746
    41000 | 3 | 10. Excesos de provisiones | 10. Provisions released | 7951 7952 7955 7956
    41100 | 3 | 11. Deterioro y resultado por enajenaciones del inmovilizado | 11. Impairment and result of disposals of non-current assets | = 41110 41120
    41110 | 4 | a) Deterioro y pérdidas | a) Impairment and losses | 690 691 692 790 791 792
    41120 | 4 | b) Resultados por enajenaciones y otras | b) Result of disposals and other | 670 671 672 770 771 772
    41200 | 3 | 12. Diferencia negativa de combinaciones de negocio | 12. Negative goodwill of business combinations | 774
    41300 | 3 | 13. Otros resultados | 13. Other results | 678 778
    49100 | 1 | A.1) RESULTADO DE EXPLOTACIÓN (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13) | A.1) OPERATING RESULT (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13) | = 40100 40200 40300 40400 40500 40600 40700 40800 40900 41000 41100 41200 41300
    41400 | 3 | 14. Ingresos financieros | 14. Financial income | = 41410 41420 41430
    41410 | 4 | a) De participaciones en instrumentos de patrimonio | a) Of holdings in equity instruments | = 41411 41412
    41411 | 5 | a 1) En empresas del grupo y asociadas | a 1) In group companies and associates | 7600 7601
    41412 | 5 | a 2) En terceros | a 2) In third parties | 7602 7603
    41420 | 4 | b) De valores negociables y otros instrumentos financieros | b) Of marketable securities and other financial instruments | = 41421 41422
    41421 | 5 | b 1) De empresas del grupo y asociadas | b 1) Of group companies and associates | 7610 7611
    41422 | 5 | b 2) De terceros | b 2) Of third parties | 7612 7613 767 769 762
    41430 | 4 | c) Imputación de subvenciones, donaciones y legados de carácter financiero | c) Financial grants, donations and bequests taken to income | 7461
    41500 | 3 | 15. Gastos financieros | 15. Financial expenses | = 41510 41520 41530
    41510 | 4 | a) Por deudas con empresas del grupo y asociadas | a) On debts with group companies and associates | 6610 6611 6615 6616 6620 6621 6640 6641 6650 6651 6654 6655
    41520 | 4 | b) Por deudas con terceros | b) On debts with third parties | 6612 6613 6617 6618 6622 6623 6624 6642 6643 6652 6653 6656 6657 669 662 665
    41530 | 4 | c) Por actualización de provisiones | c) On discounting of provisions | 660
    41600 | 3 | 16. Variación de valor razonable en instrumentos financieros | 16. Changes in fair value of financial instruments | = 41610 41620
    41610 | 4 | a) Cartera de negociación y otros | a) Held for trading and other | 6630 6631 6633 7630 7631 7633
    41620 | 4 | b) Imputación al resultado del ejercicio por activos financieros disponibles para la venta | b) Taken to income for financial assets available for sale | 6632 7632
    41700 | 3 | 17. Diferencias de cambio | 17. Exchange differences | 668 768
    41800 | 3 | 18. Deterioro y resultado por enajenaciones de instrumentos financieros | 18. Impairment and result of disposals of financial instruments | = 41810 41820
    41810 | 4 | a) Deterioros y pérdidas | a) Impairment and losses | 696 697 698 699 796 797 798 799
    41820 | 4 | b) Resultados por enajenaciones y otras | b) Result of disposals and other | 666 667 673 675 766 773 775
    49200 | 1 | A.2) RESULTADO FINANCIERO (14 + 15 + 16 + 17 + 18) | A.2) FINANCIAL RESULT (14 + 15 + 16 + 17 + 18) | = 41400 41500 41600 41700 41800
    49300 | 1 | A.3) RESULTADO ANTES DE IMPUESTOS (A.1 + A.2) | A.3) RESULT BEFORE TAX (A.1 + A.2) | = 49100 49200
    41900 | 3 | 19. Impuestos sobre beneficios | 19. Income tax | 6300 6301 633 638 630
    49400 | 1 | A.4) RESULTADO DEL EJERCICIO PROCEDENTE DE OPERACIONES CONTINUADAS (A.3 + 19) | A.4) RESULT OF THE YEAR FROM CONTINUING OPERATIONS (A.3 + 19) | = 49300 41900
    B | 1 | B) OPERACIONES INTERRUMPIDAS | B) DISCONTINUED OPERATIONS | = 42000
    42000 | 3 | 20. Resultado del ejercicio procedente de operaciones interrumpidas neto de impuestos | 20. Result of the year from discontinued operations, net of tax
    49500 | 1 | A.5) RESULTADO DEL EJERCICIO (A.4 + 20) | A.5) RESULT OF THE YEAR (A.4 + 20) | = 49400 42000`,
});

/**
 * The file of form 303 from 2026 on, field by field: position, length, type, and what stands in it: a box, `=` and a constant, or a
 * name. Pages 01000, 03000 and, where money is debited or asked back, DID00. Source: AEAT, Diseño de registro modelo 303 v1.01 of
 * 2026-01-28 (page totals 1581, 1017, 823); checked 2026-11-29; confidence high. Of the flags of page 1 the common case stands: no
 * foral, no monthly refunds, general regime alone, no cash basis, no insolvency, no SII, not exempt from form 390.
 */
export const M303_LAYOUT = {
  '01000': `
  1 2 An =<T · 3 3 Num =303 · 6 5 Num =01000 · 11 1 An => · 12 1 A · 13 1 A type · 14 9 An nif · 23 80 An name · 103 4 Num year
  107 2 An period · 109 1 Num =2 · 110 1 Num =2 · 111 1 Num =3 · 112 1 Num =2 · 113 1 Num =2 · 114 1 Num =2 · 115 1 Num =2
  116 1 Num =2 · 117 1 Num =2 · 118 8 An · 126 1 An · 127 1 Num =2 · 128 1 Num =0 · 129 1 Num =0 · 130 1 Num =0 · 131 17 Num 150
  148 5 Num =00000 · 153 17 Num 152 · 170 17 Num 165 · 187 5 Num =00000 · 192 17 Num 167 · 209 17 Num 01 · 226 5 Num =00400
  231 17 Num 03 · 248 17 Num 153 · 265 5 Num =00000 · 270 17 Num 155 · 287 17 Num 04 · 304 5 Num =01000 · 309 17 Num 06
  326 17 Num 07 · 343 5 Num =02100 · 348 17 Num 09 · 365 17 Num 10 · 382 17 Num 11 · 399 17 Num 12 · 416 17 Num 13 · 433 17 N 14
  450 17 N 15 · 467 17 Num 156 · 484 5 Num =00175 · 489 17 Num 158 · 506 17 Num 168 · 523 5 Num =00050 · 528 17 Num 170
  545 17 Num 16 · 562 5 Num =00000 · 567 17 Num 18 · 584 17 Num 19 · 601 5 Num =00140 · 606 17 Num 21 · 623 17 Num 22
  640 5 Num =00520 · 645 17 Num 24 · 662 17 N 25 · 679 17 N 26 · 696 17 N 27 · 713 17 Num 28 · 730 17 Num 29 · 747 17 Num 30
  764 17 Num 31 · 781 17 Num 32 · 798 17 Num 33 · 815 17 Num 34 · 832 17 Num 35 · 849 17 Num 36 · 866 17 Num 37 · 883 17 Num 38
  900 17 Num 39 · 917 17 N 40 · 934 17 N 41 · 951 17 N 42 · 968 17 N 43 · 985 17 N 44 · 1002 17 N 45 · 1019 17 N 46 · 1036 521 An
  1557 13 An · 1570 12 An =</T30301000>
`,
  '03000': `
  1 2 An =<T · 3 3 Num =303 · 6 5 Num =03000 · 11 1 An => · 12 17 N 59 · 29 17 N 60 · 46 17 N 120 · 63 17 N 122 · 80 17 N 123
  97 17 N 124 · 114 17 N 62 · 131 17 N 63 · 148 17 N 74 · 165 17 N 75 · 182 17 N 76 · 199 17 N 64 · 216 5 Num =10000 · 221 17 N 66
  238 17 Num 77 · 255 17 Num 110 · 272 17 Num 78 · 289 17 Num 87 · 306 17 N 68 · 323 17 N 108 · 340 17 N 69 · 357 17 Num 70
  374 17 Num 109 · 391 17 Num 112 · 408 17 N 71 · 425 1 An idle · 426 1 An rectifies · 427 13 An justificante · 440 1 An
  441 17 Num 111 · 458 1 An rectifies · 459 1 An · 460 546 An · 1006 12 An =</T30303000>
`,
  DID00: `
  1 2 An =<T · 3 3 Num =303 · 6 5 An =DID00 · 11 1 An => · 12 11 An · 23 34 An iban · 57 70 An · 127 35 An · 162 30 An · 192 2 An
  194 1 Num sepa · 195 617 An · 812 12 An =</T303DID00>
`,
} as const;

import type { Locator, Page } from 'playwright-core';

/** Something that opens over a screen or in it. */
export interface OpenThing {
  readonly name: string;
  /** Opens it, from the screen that is there. */
  readonly open: (page: Page) => Promise<void>;
  /** Is there while it is open. @defaultValue a dialog */
  readonly shown?: (page: Page) => Locator;
  /** Closes it. @defaultValue the Escape key */
  readonly close?: (page: Page) => Promise<void>;
  /** It is part of the screen, and stays. */
  readonly stays?: boolean;
}

export const dialog = (page: Page): Locator => page.getByRole('dialog');
const menu = (page: Page): Locator => page.getByRole('menu');
const option = (page: Page): Locator => page.getByRole('option').first();
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
/** Types into a field that finds records. */
const finding = (label: string, words: string) => async (page: Page) => {
  await page.getByRole('combobox', { name: label }).first().click();
  await page.getByRole('combobox', { name: label }).first().pressSequentially(words);
};

/** What every screen has. */
export const SHELL: readonly OpenThing[] = [
  { name: 'account menu', open: (page) => page.locator('[data-tour=account]').click(), shown: menu },
  { name: 'palette', open: (page) => page.keyboard.press('Control+k'), shown: option },
  {
    name: 'palette with results',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('cervantes');
    },
    shown: (page) => page.getByRole('option', { name: /Librería Cervantes/ }).first(),
  },
  {
    name: 'palette without results',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('zzqqxx');
    },
    shown: (page) => page.getByRole('status').getByText('Nada coincide'),
  },
  { name: 'keys', open: (page) => page.keyboard.press('?') },
  {
    name: 'tour',
    open: async (page) => {
      await page.locator('[data-tour=account]').click();
      await page.getByRole('menuitem', { name: /Recorrido/ }).click();
    },
  },
];

/** What a narrow page shows in its own way. */
export const NARROW: readonly OpenThing[] = [
  ...SHELL.filter(({ name }) => name === 'account menu' || name === 'palette with results'),
  { name: 'menu', open: (page) => page.locator('[data-tour=menu]').click() },
];

/** What opens on a screen, by its address: `$` stands for the id of the company's record. */
export const ON_SCREENS: Readonly<Record<string, readonly OpenThing[]>> = {
  '/orders': [
    { name: 'export', open: button('Exportar'), shown: menu },
    { name: 'filter by state', open: (page) => page.getByRole('combobox', { name: 'Estado' }).click(), shown: option },
    {
      name: 'calendar',
      open: button(/calendario/i),
      shown: (page) => dialog(page).getByRole('table'),
    },
    { name: 'filter by customer', open: finding('Cliente', 'cerv'), shown: option },
    {
      name: 'filter by customer, none',
      open: finding('Cliente', 'zzqq'),
      shown: (page) => page.getByRole('status').getByText('Nada coincide'),
    },
    { name: 'bulk bar', open: (page) => page.locator('thead input[type=checkbox]').check(), shown: bulkBar, stays: true },
    {
      name: 'bulk action',
      open: (page) =>
        bulkBar(page)
          .getByRole('button', { name: /\([1-9]/ })
          .first()
          .click(),
    },
  ],
  '/orders?status=placed&q=P': [{ name: 'save view', open: button('Guardar esta vista') }],
  '/orders/new': [{ name: 'customer', open: finding('Cliente', 'cerv'), shown: option }],
  '/invoices/$invoiceId': [{ name: 'paper', open: button('Ver el PDF'), shown: (page) => page.locator('iframe'), stays: true }],
  '/journal/new': [{ name: 'account', open: finding('Cuenta', '57'), shown: option }],
  '/settings': [
    { name: 'sample of documents', open: button('Ver una muestra'), shown: (page) => page.locator('iframe'), stays: true },
    { name: 'country', open: finding('País', 'fran'), shown: (page) => page.getByRole('option', { name: 'Francia', exact: true }) },
  ],
  '/periods': [{ name: 'close a period', open: button(/^Cerrar (enero|el período)/i) }],
  '/accounts': [{ name: 'new account', open: button('Nueva cuenta') }],
  '/settings/warehouses': [{ name: 'new warehouse', open: button('Nuevo almacén') }],
  '/settings/api-clients': [{ name: 'new API client', open: button(/acceso/i) }],
  '/customers/new': [{ name: 'new customer', open: async () => undefined }],
  '/items/new': [{ name: 'new item', open: async () => undefined }],
  '/stock-adjustments/new': [
    { name: 'new adjustment', open: (page) => dialog(page).getByRole('combobox', { name: 'Artículo' }).fill('taza'), shown: option },
  ],
};

function bulkBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Acciones con lo seleccionado' });
}

/** Records whose every action is opened. */
export const RECORDS = [
  '/orders/$orderId',
  '/invoices/$invoiceId',
  '/receipts/$receiptId',
  '/returns/$returnId',
  '/items/$itemId',
  '/customers/$customerId',
  '/journal/$entryId',
  '/credit-notes/$creditNoteId',
  '/goods-receipts/$receiptId',
  '/stock/$itemId',
  '/settings/members/$memberId',
] as const;

/** Those with tables of lines, which a narrow page stacks. */
export const STACKED = ['/orders/$orderId', '/invoices/$invoiceId', '/journal/$entryId'] as const;

/** Actions that open no dialog: they lead elsewhere or print. */
export const LEADS_AWAY =
  /^(Imprimir|Repetir|Copiar|Ver |Nuevo pedido|Recibir mercancía|Facturar un anticipo|Contabilizar la factura|Contabilizar el abono|Modificar la regla)/;

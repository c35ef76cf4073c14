export const items = {
  code: 'Code',
  codeHint: 'Cannot be changed later',
  name: 'Name',
  kind: 'Kind',
  kinds: { stocked: 'Goods', service: 'Service' },
  unit: 'Unit',
  unitHint: 'pc, kg, h…',
  price: 'Price before VAT',
  priceHint: 'Up to six decimals',
  taxCode: 'VAT rate',
  taxCodes: {
    IVA21: 'Fixed VAT',
    'IVA-G': 'Standard VAT',
    'IVA-R': 'Reduced VAT',
    'IVA-S': 'Super-reduced VAT',
    EXENTO: 'Exempt',
    EXPORT: 'Export',
    INTRA: 'Intra-community supply',
    'INTRA-SERV': 'Service to a business of the Union',
    ISP: 'Reverse charge',
    'ISP-84G': 'Reverse charge (metals, mobile phones, laptops)',
    'NO-SUJETA': 'Not subject by place of supply',
    'IVA-G-RE': 'Standard VAT with surcharge',
    'IVA-R-RE': 'Reduced VAT with surcharge',
    'IVA-S-RE': 'Super-reduced VAT with surcharge',
    'IVA-T-RE': 'Tobacco with surcharge',
  },
  state: 'State',
  facts: 'Details',
  search: 'Search by code or name',
  empty: { title: 'The catalogue is empty', text: 'Add the first item, or import the file of your web shop.' },
  new: { title: 'New item', done: '{{code}} is in the catalogue.' },
  edit: { action: 'Edit', title: 'Edit {{code}}', done: '{{code}} has been saved.' },
  retire: {
    action: 'Take out of the catalogue',
    title: 'Take {{code}} out of the catalogue',
    text: 'It can no longer be ordered or invoiced. Open orders, stock and documents stay as they are, and it can be put on sale again.',
    done: '{{code}} is out of the catalogue.',
  },
  restore: {
    action: 'Put on sale',
    title: 'Put {{code}} on sale',
    text: 'It can be ordered and invoiced again, at the price that it has.',
    done: '{{code}} is in the catalogue again.',
  },
  faults: {
    code: 'From 1 to 40 characters, without #.',
    name: 'Enter the name, up to 160 characters.',
    unit: 'From 1 to 6 letters or digits, such as pc, kg or h.',
    price: 'A price of zero or more, with at most six decimals.',
    taxCode: 'Choose a VAT rate.',
  },
} as const;

export const states = {
  item: { active: 'In the catalogue', inactive: 'Out of the catalogue' },
};

export const palette = {
  kinds: {
    item: 'Items',
  },
};

export const menu = {
  items: 'Items',
};

export const commands = {
  newItem: 'New item',
};

export const equipment = {
  section: 'Equipment',
  name: 'Equipment',
  type: 'Type',
  types: { laptop: 'Laptop', phone: 'Phone', key: 'Key', vehicle: 'Vehicle', card: 'Card', other: 'Other' },
  number: 'Serial or inventory number',
  numberHint: 'No two have the same.',
  asset: 'Fixed asset',
  assetChosen: 'See the asset',
  note: 'Comment',
  holder: 'Held by',
  since: 'Since',
  from: 'Handed over on',
  until: 'Returned on',
  condition: 'Condition when handed over',
  conditionBack: 'Condition when returned',
  about: 'Details',
  holdings: 'Who has had it',
  never: 'It has not been handed to anybody yet.',
  retiredOn: 'Retired on',
  views: { out: 'Handed over' },
  'new': 'New equipment',
  saved: '{{name}}: saved.',
  change: 'Correct the details',
  handOver: 'Hand over',
  handOverOf: 'Hand over {{name}}',
  handedOver: '{{holder}} now has {{name}}.',
  takeBack: 'Take back',
  takeBackOf: 'Take back {{name}}',
  takenBack: '{{name}} is available again.',
  retire: 'Retire',
  retired: 'The equipment is retired.',
  search: 'Search by name or number',
  empty: { title: 'No equipment', text: 'Add the laptops, phones, keys, vehicles and cards that you hand to your staff.' },
};
export const menu = { equipment: 'Equipment' };
export const commands = { newEquipment: 'Add equipment' };
export const states = { equipment: { available: 'Available', 'handed-over': 'Handed over', retired: 'Retired' } };
export const palette = { kinds: { equipment: 'Equipment' } };
export const records = {
  did: {
    createEquipment: 'Entered the equipment',
    patchEquipment: 'Corrected the details',
    handOverEquipment: 'Handed the equipment over',
    takeBackEquipment: 'Took the equipment back',
    retireEquipment: 'Retired the equipment',
  },
};

export const returns = {
  one: 'Return {{number}}',
  order: 'Order',
  search: 'Search by number, order or customer',
  toReceive: 'To receive',
  toRefund: 'To refund',
  toOrder: 'See the order',
  authorised: 'Authorised',
  cancelled: 'Cancelled',
  short: 'The rest',
  expected: 'Authorised',
  received: 'Received',
  left: 'Missing',
  disposition: 'What becomes of it',
  dispositions: { restock: 'Back into stock', scrap: 'Written off' },
  credited: 'Credited net',
  receiptOf: 'Received on {{date}}',
  empty: {
    title: 'There are no returns yet',
    text: 'They are authorised from the order: open the order that shipped and choose “Authorise return”.',
  },
  machine: {
    AwaitGoods: 'Await goods',
    SettleReturn: 'Settle credit',
    ExpireReturn: 'Give up',
    HasPartCome: 'Has part come?',
    NothingCame: 'Nothing came',
  },
  receive: {
    action: 'Receive',
    title: 'Receive return {{number}}',
    now: 'Has come',
    nowOf: 'Has come of {{code}}',
    dispositionOf: 'What becomes of {{code}}',
    nothing: 'Say how much of at least one line has come.',
    closes: 'What is missing is no longer expected',
    done: 'Return {{number}} is received: the credit note is issued.',
  },
  refund: {
    action: 'Refund',
    title: 'Refund return {{number}}',
    amount: 'Amount',
    all: 'Empty: all that is open',
    badAmount: 'Give an amount greater than zero, with at most two decimals.',
    method: 'Method',
    methodText: 'Where the money leaves from',
    bank: 'Bank',
    cash: 'Cash',
    dateText: 'Day on which it leaves',
    pays: '{{amount}} goes back to the customer.',
    done: '{{amount}} is paid back.',
  },
  cancel: {
    action: 'Cancel return',
    title: 'Cancel return {{number}}',
    text: 'The goods are no longer expected. Nothing is credited.',
    rest: 'Expect no more',
    restTitle: 'Expect no more of {{number}}',
    restText: 'What has come stays credited; what is missing is no longer expected.',
    done: 'Return {{number}} expects nothing more.',
  },
} as const;

export const states = {
  return: { authorised: 'To receive', received: 'Received', closed: 'Closed', cancelled: 'Cancelled' },
};

export const palette = {
  kinds: {
    return: 'Returns',
  },
};

export const menu = {
  returns: 'Returns',
};

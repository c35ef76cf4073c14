import { cut } from '#kernel/text.ts';
import { groupNode, textNode, type XmlNode } from '#kernel/xml-writer.ts';
import { outsideUnion } from '../tax/recipient.ts';
import { countryAlpha3, provinceOf } from './countries.ts';
import type { TradeAddress, TradeParty } from './einvoice.ts';

/** Letters that Spanish tax ids of people begin with, or digits (RD 1065/2007 art. 19, RD 1553/2005 art. 11). */
const OF_PERSON = /^[\dKLMXYZ]\d{7}[A-Z]$/;

/**
 * Seller or buyer. @param acrossUnion they are in different member states, and their ids are VAT ids then.
 */
export function facturaeParty(name: string, party: TradeParty, acrossUnion: boolean): XmlNode | undefined {
  const { legalId, vatId, address, email } = party;
  const id = (acrossUnion ? (vatId ?? legalId) : (legalId ?? vatId)) ?? '';
  const { country } = address;
  const person = country === 'ES' && OF_PERSON.test(legalId ?? '');
  const contact = groupNode('ContactDetails', [textNode('ElectronicMail', email && cut(email, 60))]);
  return groupNode(name, [
    groupNode('TaxIdentification', [
      ['PersonTypeCode', person ? 'F' : 'J'],
      ['ResidenceTypeCode', country === 'ES' ? 'R' : outsideUnion(country) ? 'E' : 'U'],
      ['TaxIdentificationNumber', id],
    ]),
    centres(party),
    person
      ? groupNode('Individual', [...personName(party.name), addressOf(address), contact])
      : groupNode('LegalEntity', [
          ['CorporateName', cut(party.name, 80)],
          textNode('TradeName', party.tradeName && cut(party.tradeName, 40)),
          addressOf(address),
          contact,
        ]),
  ]);
}

/** Roles of Facturae: 01 oficina contable, 02 órgano gestor, 03 unidad tramitadora. */
const ROLES = [
  ['01', 'accounting'],
  ['02', 'managing'],
  ['03', 'processing'],
] as const;

/** The offices of a public body, at its own address. */
const centres = ({ offices, address }: TradeParty): XmlNode | undefined =>
  offices && [
    'AdministrativeCentres',
    ROLES.map(
      ([role, office]): XmlNode => ['AdministrativeCentre', [['CentreCode', offices[office]], ['RoleTypeCode', role], addressOf(address)]],
    ),
  ];

/** A name by its parts, whose surnames are the last two words of three and more. */
function personName(name: string): XmlNode[] {
  const words = name.split(' ');
  const surnames = words.length > 2 ? words.slice(-2) : words.slice(1);
  const [first = '', second] = surnames;
  return [
    ['Name', cut(words.slice(0, words.length - surnames.length).join(' '), 40)],
    ['FirstSurname', cut(first, 40)],
    ...(second ? [['SecondSurname', cut(second, 40)] as const] : []),
  ];
}

function addressOf({ street = '', more, city = '', postalCode = '', province, country }: TradeAddress): XmlNode {
  const lines = cut([street, more].filter(Boolean).join(', '), 80);
  const countryCode: XmlNode = ['CountryCode', countryAlpha3(country) ?? country];
  if (country !== 'ES')
    return [
      'OverseasAddress',
      [
        ['Address', lines],
        ['PostCodeAndTown', cut(`${postalCode} ${city}`.trim(), 50)],
        ['Province', cut(province ?? city, 20)],
        countryCode,
      ],
    ];
  return [
    'AddressInSpain',
    [
      ['Address', lines],
      ['PostCode', postalCode],
      ['Town', cut(city, 50)],
      ['Province', cut(province ?? provinceOf(postalCode) ?? city, 20)],
      countryCode,
    ],
  ];
}

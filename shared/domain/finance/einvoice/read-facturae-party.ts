import { defined } from '#kernel/optional.ts';
import type { PublicOffices } from '#kernel/public-offices.ts';
import { elementAt, elementsAt, type XmlElement } from '#kernel/xml.ts';
import { vatIdIn } from '../tax/recipient.ts';
import { countryAlpha2 } from './countries.ts';
import type { TradeAddress, TradeParty } from './einvoice.ts';
import { EInvoiceFault, lineOfText, requiredText } from './einvoice-terms.ts';
import { nationalIdOf } from './party.ts';

/** Seller or buyer of a Facturae file, a firm or a person. */
export function readFacturaeParty(root: XmlElement, path: string): TradeParty {
  const [party] = elementsAt(root, path);
  const who = party && (elementAt(party, 'LegalEntity') ?? elementAt(party, 'Individual'));
  if (!who) throw new EInvoiceFault('missing', root, path, `The file does not say who the ${path} is.`);
  const taxId = requiredText(party, 'TaxIdentification/TaxIdentificationNumber');
  const address = addressOf(who);
  const vatId = vatIdIn(taxId, address.country);
  return {
    name: lineOfText(who, 'CorporateName') ?? personName(who),
    ...defined({
      tradeName: lineOfText(who, 'TradeName'),
      vatId,
      legalId: nationalIdOf(taxId) ?? (vatId && address.country !== 'ES' ? undefined : taxId),
    }),
    address,
    ...defined({ email: lineOfText(who, 'ContactDetails/ElectronicMail'), offices: officesOf(party) }),
  };
}

/** The offices of a public body by their roles, where it names all three. */
function officesOf(party: XmlElement): PublicOffices | undefined {
  const centres = elementsAt(party, 'AdministrativeCentres/AdministrativeCentre');
  const [accounting, managing, processing] = ['01', '02', '03'].map((role) => {
    const centre = centres.find((each) => lineOfText(each, 'RoleTypeCode') === role);
    return centre && lineOfText(centre, 'CentreCode');
  });
  return accounting && managing && processing ? { accounting, managing, processing } : undefined;
}

const personName = (who: XmlElement): string =>
  [requiredText(who, 'Name'), lineOfText(who, 'FirstSurname'), lineOfText(who, 'SecondSurname')].filter(Boolean).join(' ');

function addressOf(who: XmlElement): TradeAddress {
  const at = elementAt(who, 'AddressInSpain') ?? elementAt(who, 'OverseasAddress');
  if (!at) throw new EInvoiceFault('missing', who, 'AddressInSpain', `${who.name} has no address.`);
  const code = requiredText(at, 'CountryCode');
  const country = countryAlpha2(code);
  if (!country) throw new EInvoiceFault('syntax', at, 'CountryCode', `${code} is no country.`);
  // A town abroad stands behind its postal code, which has a digit.
  const [, abroad, town] = /^(\S*\d\S*) (.+)$/.exec(lineOfText(at, 'PostCodeAndTown') ?? '') ?? [];
  return {
    ...defined({
      street: lineOfText(at, 'Address'),
      city: lineOfText(at, 'Town') ?? town ?? lineOfText(at, 'PostCodeAndTown'),
      postalCode: lineOfText(at, 'PostCode') ?? abroad,
      province: lineOfText(at, 'Province'),
    }),
    country,
  };
}

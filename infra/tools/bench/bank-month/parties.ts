import type { Chance } from '../../seed/chance.ts';

/** Whoever pays or is paid, as they really are, and what the books know of them. */
export interface TrueParty {
  readonly id: string;
  readonly supplier: boolean;
  /** As the books have it. */
  readonly name: string;
  /** How banks name it, where that is not the name: the owner's own, or the group's. */
  readonly alias?: string;
  readonly iban: string;
  readonly ibanKnown: boolean;
  /** What was learnt of earlier payments, where anything was. */
  readonly learntText?: string;
  readonly daysLate: number;
  readonly abroad: boolean;
}

const KINDS = [
  'Cafés',
  'Bar',
  'Restaurante',
  'Hotel',
  'Distribuciones',
  'Comercial',
  'Panadería',
  'Librería',
  'Ferretería',
  'Cafetería',
  'Talleres',
  'Suministros',
];
const MORE_KINDS = [
  'Hostelería',
  'Transportes',
  'Frutas',
  'Bodegas',
  'Papelería',
  'Floristería',
  'Muebles',
  'Construcciones',
  'Clínica',
  'Academia',
];
const PLACES = [
  'Levante',
  'del Sur',
  'Norte',
  'Gran Vía',
  'Sol',
  'Mediterráneo',
  'La Ribera',
  'El Puerto',
  'Sierra Nevada',
  'Bahía',
  'Atlántico',
  'Duero',
];
const MORE_PLACES = [
  'Ebro',
  'La Mancha',
  'Costa Brava',
  'El Pilar',
  'Santa Ana',
  'San Telmo',
  'Plaza Mayor',
  'Las Palmeras',
  'El Molino',
  'La Esquina',
];
const SURNAMES = [
  'García',
  'Martínez',
  'López',
  'Sánchez',
  'Peñalver',
  'Núñez',
  'Ibáñez',
  'Muñoz',
  'Castaño',
  'Ortega',
  'Vidal',
  'Ferrer',
  'Soler',
  'Prats',
  'Iglesias',
  'Cabrera',
  'Rey',
  'Otero',
];
const FIRST = ['María', 'José', 'Antonio', 'Carmen', 'Begoña', 'Íñigo', 'Núria', 'Jordi', 'Lucía', 'Andrés', 'Ángel', 'Rocío'];
export const FORMS = ['SL', 'S.L.', 'SA', 'S.A.', 'SLU', 'S.L.U.', 'SCP', 'SLL'];

/** A name without the form of the firm. */
export function bareName(chance: Chance): string {
  const kind = chance.pick([...KINDS, ...MORE_KINDS]);
  const place = chance.pick([...PLACES, ...MORE_PLACES]);
  const [one, other] = [chance.pick(SURNAMES), chance.pick(SURNAMES)];
  if (chance.happens(15)) return `${chance.pick(FIRST)} ${one} ${other}`;
  return chance.pick([
    `${kind} ${place}`,
    `${kind} ${one}`,
    `${kind} ${one} y ${other}`,
    `${one} ${other} Hermanos`,
    `${kind} ${place} ${chance.whole(2, 99)}`,
    `${kind} ${one} ${place}`,
  ]);
}

/** How parties are called. */
interface Names {
  readonly name: (chance: Chance) => string;
  readonly forms: readonly string[];
}

/** No two firms have one name but for its form: the second has a word more. */
function namesOf(chance: Chance, count: number, { name: nameOf, forms }: Names): readonly string[] {
  const bare = new Set<string>();
  while (bare.size < count) {
    let name = nameOf(chance);
    while (bare.has(name)) name = `${name} ${chance.pick([...SURNAMES, ...PLACES, ...MORE_PLACES])}`;
    bare.add(name);
  }
  return [...bare].map((name) =>
    FIRST.some((first) => name.startsWith(`${first} `)) ? name : `${name}${chance.pick([',', ''])} ${chance.pick(forms)}`,
  );
}

/** An account of Spain whose control digits are right: those of the IBAN alone, as the account's own are not looked at. */
function ibanOf(chance: Chance): string {
  const account = Array.from({ length: 20 }, () => chance.whole(0, 9)).join('');
  return `ES${(98n - (BigInt(`${account}142800`) % 97n)).toString().padStart(2, '0')}${account}`;
}

/** Parties of a company that has so many documents open: some 40 for 100, four of five of them clients. Names are theirs alone, words of them are not. */
export function partiesOf(chance: Chance, open: number, names: Names): readonly TrueParty[] {
  return namesOf(chance, Math.ceil(open * 0.4), names).map((name, place) => {
    const supplier = place % 5 === 4;
    const alias = chance.happens(5)
      ? chance.happens(50)
        ? `${chance.pick(FIRST)} ${chance.pick(SURNAMES)} ${chance.pick(SURNAMES)}`
        : `Grupo ${chance.pick(PLACES)} ${chance.whole(100, 999)}`
      : undefined;
    const learns = chance.happens(15);
    return {
      ...{ id: `${supplier ? 'sup' : 'cus'}_${place}`, supplier, name, iban: ibanOf(chance), ibanKnown: chance.happens(70) },
      ...{ daysLate: Math.max(-10, Math.round((chance.next() + chance.next() + chance.next() - 1.2) * 20)), abroad: chance.happens(4) },
      ...(alias === undefined ? {} : { alias }),
      ...(learns ? { learntText: alias ?? `CLIENTE ${chance.whole(10_000, 99_999)}` } : {}),
    };
  });
}

import type { NameList } from './name-list.ts';

/** Given names in the nominative; their other cases are made from them. */
export const LITHUANIAN_NAMES: NameList = {
  names: `
    adomas agnė aidas aistė aivaras albertas albinas aldona algimantas algirdas alina alfonsas almantas alvydas andrius
    antanas arnas artūras arūnas asta aurelija aurimas bronislava bronius dainius dalia danguolė danutė darius deimantas
    diana dovilė edgaras edita edvardas edvinas eglė eimantas elena elvyra emilija ernestas erika eugenijus evaldas evelina
    gabija gabrielė gediminas genovaitė giedrė giedrius gintarė goda greta gražina ieva ignas ilona inga ingrida irena irma
    jadvyga janina jokūbas jolanta jonas juozas julija jurgis jurgita justas justina justinas karolina karolis kazimieras
    kęstutis kristina kristijonas laima laimutė laura laurynas leonas lina loreta liudas liudvikas lukas marija marius
    martynas mindaugas monika motiejus nerijus nijolė ona ovidijus paulius petras povilas ramunė ramutė raimondas
    raimonda regina remigijus renata ričardas rimantas rimas rita robertas romas rokas romualdas rolandas rūta saulius
    sandra sigita sigitas simona simonas silvija stanislovas stasys sonata stefanija tadas teresė tomas ugnė vaida
    valdas valdemaras valentina vanda vaclovas vaidas valerija vida vidas viktoras viktorija vilius vilma violeta
    virginija vitalija vygantas vytautas vytas zenonas zigmas zita živilė žilvinas žygimantas
    balčiūnas butkus jankus kairys stonkus paulauskas urbonas vaitkus žukas šimkus gricius mockus norkus navickas`,
  wordlike: `
    rasa aušra audra audrius daiva daina daiva gintaras jūratė jūra linas mantas milda rasa rugilė saulė skaistė snieguolė
    šarūnas ugnius ramunas vasara viltis žiedas ąžuolas lelija morta perlas vakaris vėjas žara`,
  titles: `
    gydytoja gydytojas slaugytoja slaugytojas daktarė daktaras seselė akušerė akušeris chirurgas chirurgė profesorius
    profesorė ponas ponia panelė kineziterapeutė kineziterapeutas registratorė odontologė odontologas šeimininkė dr gyd
    prof sesutė administratorė`,
};

/** Endings of words by those of the nominative, the longest first. */
const CASES: readonly (readonly [nominative: string, ...others: string[]])[] = [
  ['ius', 'ius', 'iaus', 'iui', 'ių', 'iumi', 'iuje', 'iau'],
  ['us', 'us', 'aus', 'ui', 'ų', 'umi', 'uje', 'au'],
  ['as', 'as', 'o', 'ui', 'ą', 'u', 'e', 'ai'],
  ['ys', 'ys', 'io', 'iui', 'į', 'iu', 'yje', 'y'],
  ['is', 'is', 'io', 'iui', 'į', 'iu', 'yje', 'i'],
  ['ia', 'ia', 'ios', 'iai', 'ią', 'ia', 'ioje'],
  ['a', 'a', 'os', 'ai', 'ą', 'oje'],
  ['ė', 'ė', 'ės', 'ei', 'ę', 'e', 'ėje'],
];

/** A Lithuanian noun in all its cases. */
export function inAllCases(word: string): string[] {
  const found = CASES.find(([nominative]) => word.endsWith(nominative));
  if (found === undefined) return [word];
  const [nominative, ...endings] = found;
  return endings.map((ending) => word.slice(0, -nominative.length) + ending);
}

const STEMS = ['ausk', 'insk', 'evič', 'avič', 'ūn', 'uoli'];
const OF_MEN = ['as', 'o', 'ui', 'ą', 'u', 'ai', 'ius', 'iaus', 'iui', 'ių', 'iumi', 'iau', 's'];
const OF_WIVES = ['enė', 'enės', 'enei', 'enę'];
const OF_DAUGHTERS = ['aitė', 'utė', 'ytė', 'ūtė'].flatMap(inAllCases);

/** Family names told by their endings: of men, of wives, of daughters. */
export const LITHUANIAN_FAMILY_NAME = new RegExp(
  `^(?:\\p{L}{2,}(?:${STEMS.join('|')})(?:${[...OF_MEN, ...OF_WIVES].join('|')}|i(?:${OF_WIVES.join('|')}))|` +
    `\\p{L}{3,}(?:i(?:${OF_WIVES.join('|')})|${OF_DAUGHTERS.join('|')}))$`,
  'u',
);

/** The last three letters of such names. */
export const LITHUANIAN_FAMILY_ENDINGS: readonly string[] = [
  ...new Set(
    [...STEMS.flatMap((stem) => OF_MEN.map((ending) => stem + ending)), ...OF_WIVES, ...OF_DAUGHTERS].map((name) =>
      name.slice(-3),
    ),
  ),
];

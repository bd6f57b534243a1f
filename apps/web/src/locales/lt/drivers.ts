/** Words of what moves the overall score, and of what waiting costs. */
export const drivers = {
  mend: 'Taisyti pirmiausia',
  keep: 'Išlaikyti',
  later: 'Taisyti vėliau',
  fine: 'Gerai, kaip yra',
  importance: 'Svarba',
  performance: 'CSAT',
  touchpoint: 'Sąlyčio taškas',
  interval: '95 % intervalas',
  caption:
    'Horizontaliai: svarba, t. y. dalis to, ką sąlyčio taškai kartu paaiškina apie bendrą įvertinimą. Vertikaliai: CSAT. Ketvirčius skiria svarbos ir CSAT vidurkiai.',
  explains:
    'Sąlyčio taškai kartu paaiškina {value} bendrų įvertinimų skirtumų ({interval}), remiantis {n} atsakymų. Tai, kas eina kartu, nebūtinai yra priežastis.',
  summary:
    '{n} sąlyčio taškas pagal svarbą ir CSAT. Svarbiausias: {first}. | {n} sąlyčio taškai pagal svarbą ir CSAT. Svarbiausias: {first}. | {n} sąlyčio taško pagal svarbą ir CSAT. Svarbiausias: {first}. | {n} sąlyčio taškų pagal svarbą ir CSAT. Svarbiausias: {first}.',
  how: 'R² dalys (LMG, tas pats kaip Shapley) tiesiniame bendro įvertinimo 1–5 modelyje pagal sąlyčio taškų įvertinimus; atsakymai, kuriuose kai kas praleista, skaičiuojami kitiems taškams. Intervalai: 400 kartų traukiamos ištisos dienos ar savaitės. Svarba nurodoma sveikais procentais, o n – dešimtimis, kad iš jų nebūtų galima sužinoti mažo skaičiaus.',
  limited: 'Remiamasi naujausiais atsakymais nuo {date}: jų yra daugiau, nei skaitoma.',
  none: 'Kol kas nieko pasakyti negalima',
  noneHint:
    'Reikėtų dar apie {n} atsakymų, kuriuose įvertintas ir sąlyčio taškas, ir apsilankymas. Pasirinkite ilgesnį laikotarpį arba mažiau filtrų.',
  emptyHint:
    'Reikia atsakymų, kuriuose įvertintas apsilankymas ir sąlyčio taškai ir kurie skiriasi. Pasirinkite ilgesnį laikotarpį arba mažiau filtrų.',
  reasons: {
    'too-few': 'per mažai: reikėtų dar apie {n} atsakymų',
    'never-varies': 'įvertinimai nesiskiria',
    'beyond-twelve': 'ne tarp dvylikos dažniausiai vertintų',
    inconsistent: 'per mažai atsakymų, kuriuose įvertinta kartu su kitais',
  },
  wait: {
    costs: 'kainuoja {value} ({interval})',
    brings: 'eina kartu su {value} daugiau ({interval})',
    none: 'ryšio nepastebėta ({interval})',
    tooFew: 'Per mažai: reikėtų dar apie {n} atsakymų, kurių laukimas žinomas.',
    constant: 'Nėra ko lyginti: laukimas arba atsakymai nesiskiria.',
    hidden: 'Nerodoma: remtųsi mažiau nei {n} atsakymų arba juos atskleistų.',
    points: '{n} CSAT punktą | {n} CSAT punktus | {n} CSAT punkto | {n} CSAT punktų',
    range: 'nuo {low} iki {high}',
    beyond: 'Kiekvienos 10 minučių ilgiau, nei pažadėta',
    each: 'Kiekvienos 10 laukimo minučių',
    basis: '{kind}, {span}. Remiantis {n} atsakymų, kurių laukimas žinomas.',
    basisNone: '{kind}, {span}.',
    how: 'Lyginama kiekvieno skyriaus viduje ir tarp vienodai pasibaigusių laukimų; jei laukimas nesibaigė arba pacientas išėjo, skaičiuojamos minutės, laukta iki atsakymo. Tai, kas eina kartu, nebūtinai yra priežastis. Skliaustuose – 95 % intervalas.',
  },
};

export const why = {
  by: 'Skaidyti pagal',
  rose: '{metric} pakilo {by}, palyginti su {span}',
  fell: '{metric} nukrito {by}, palyginti su {span}',
  none: '{metric}: pokyčio, palyginti su {span}, neaptikta ({by})',
  tooFew: '{metric}: per mažai atsakymų, kad būtų aišku, ar kas pasikeitė, palyginti su {span} ({by})',
  because: '{lead}: {parts}.',
  alone: '{lead}.',
  noPart: '{lead}. Nė viena atskira dalis neišsiskiria iš atsitiktinumo.',
  within: '{n} dėl pokyčio viduje ({place})',
  more: '{n} dėl to, kad daugiau atsakymų gauta iš čia: {place}',
  fewer: '{n} dėl to, kad mažiau atsakymų gauta iš čia: {place}',
  others:
    '{n} kita grupė, sudėta kartu | {n} kitos grupės, sudėtos kartu | {n} kitos grupės, sudėtos kartu | {n} kitų grupių, sudėtų kartu',
  kinds: {
    within: 'Viduje',
    mix: 'Sudėtis',
  },
  key: {
    within: 'Viduje: pasikeitė pačios grupės įvertinimas',
    mix: 'Sudėtis: iš grupės gauta daugiau arba mažiau atsakymų',
  },
  columns: {
    then: 'Tada',
    now: 'Dabar',
  },
  sums: 'Visų grupių viduje: {within}. Sudėtis: {mix}. Nieko nelieka. Patikrinta {n} dalis. | Visų grupių viduje: {within}. Sudėtis: {mix}. Nieko nelieka. Kartu patikrintos {n} dalys. | Visų grupių viduje: {within}. Sudėtis: {mix}. Nieko nelieka. Kartu patikrinta {n} dalies. | Visų grupių viduje: {within}. Sudėtis: {mix}. Nieko nelieka. Kartu patikrinta {n} dalių.',
  caption:
    'Įvertinimo punktais; linijos: 95 % intervalai. Sudėties dalis neigiama, kai daugiau atsakymų gauta iš ten, kur įvertinimai žemi, arba mažiau iš ten, kur jie aukšti.',
  smaller:
    '{n} grupė su mažesnėmis dalimis yra lentelėje. | {n} grupės su mažesnėmis dalimis yra lentelėje. | {n} grupės su mažesnėmis dalimis yra lentelėje. | {n} grupių su mažesnėmis dalimis yra lentelėje.',
  unsplit: 'Neskaidoma: kai grupių tiek mažai, dalis išduotų skaičių, mažesnį nei {n}.',
  leftOut:
    '{n} sąlyčio taškas neįtrauktas: jo įvertinimo atskleisti negalima. | {n} sąlyčio taškai neįtraukti: jų įvertinimų atskleisti negalima. | {n} sąlyčio taško neįtraukta: jų įvertinimų atskleisti negalima. | {n} sąlyčio taškų neįtraukta: jų įvertinimų atskleisti negalima.',
  nobody: 'Nėra ko lyginti',
  nobodyHint: 'Viename iš dviejų laikotarpių niekas neatsakė: pasirinkite kitas datas arba mažiau filtrų.',
};

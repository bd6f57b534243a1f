/** A place stands in the nominative before a colon, so that its name need not be declined. */
export const finding = {
  when: {
    thisWeek: 'šią savaitę',
    week: '{n} savaitę',
    weeks:
      'per paskutinę {n} savaitę | per paskutines {n} savaites | per paskutines {n} savaitės | per paskutines {n} savaičių',
    span: 'nuo {from} iki {to}',
  },
  none: 'Pastebimų pokyčių {when} nėra.',
  silent: 'Atsakymų {when} nėra.',
  counted: {
    1: 'Vienas pokytis {when} – {list}.',
    2: 'Du pokyčiai {when} – {list}.',
    3: 'Trys pokyčiai {when} – {list}.',
    4: 'Keturi pokyčiai {when} – {list}.',
    5: 'Penki pokyčiai {when} – {list}.',
    many: 'Pokyčių {when}: {n} – {list}.',
  },
  others: 'dar {n}',
  looking: 'Ieškoma, kas pasikeitė …',
  phrases: {
    experience: {
      better: '{place}: pagerėjo',
      worse: '{place}: pablogėjo',
      more: '{place}: įvertinimai pakilo',
      less: '{place}: įvertinimai sumažėjo',
    },
    experienceAt: {
      better: '{place}, {what}: pagerėjo',
      worse: '{place}, {what}: pablogėjo',
      more: '{place}, {what}: įvertinimai pakilo',
      less: '{place}, {what}: įvertinimai sumažėjo',
    },
    wait: {
      better: '{place}: laukti tenka trumpiau',
      worse: '{place}: laukti tenka ilgiau',
      more: '{place}: laukimas pailgėjo',
      less: '{place}: laukimas sutrumpėjo',
    },
    left: {
      better: '{place}: mažiau pacientų išeina nesulaukę apžiūros',
      worse: '{place}: daugiau pacientų išeina nesulaukę apžiūros',
      more: '{place}: daugiau pacientų išeina nesulaukę apžiūros',
      less: '{place}: mažiau pacientų išeina nesulaukę apžiūros',
    },
    complaint: {
      better: '{place}: skundų sumažėjo',
      worse: '{place}: skundų padaugėjo',
      more: '{place}: skundų padaugėjo',
      less: '{place}: skundų sumažėjo',
    },
    loop: {
      better: '{place}: į skundus atsakoma greičiau',
      worse: '{place}: į skundus atsakoma lėčiau',
      more: '{place}: į skundus atsakoma greičiau',
      less: '{place}: į skundus atsakoma lėčiau',
    },
    review: {
      better: '{place}: atsiliepimai pagerėjo',
      worse: '{place}: atsiliepimai pablogėjo',
      more: '{place}: atsiliepimų padaugėjo',
      less: '{place}: atsiliepimų sumažėjo',
    },
    volume: {
      better: '{place}: atsakymų padaugėjo',
      worse: '{place}: atsakymų sumažėjo',
      more: '{place}: atsakymų padaugėjo',
      less: '{place}: atsakymų sumažėjo',
    },
  },
  trend: {
    rose: '{what}: didėja nuo {n} savaitės',
    fell: '{what}: mažėja nuo {n} savaitės',
    high: '{what}: daugiau nei įprasta',
    low: '{what}: mažiau nei įprasta',
    whatAt: '{metric}, {place}',
  },
  heatmap: {
    one: '{place} išsiskiria: {metric} pagal savaites',
    many: 'Išsiskiria {n} eilutė: {metric} pagal savaites | Išsiskiria {n} eilutės: {metric} pagal savaites | Išsiskiria {n} eilutės: {metric} pagal savaites | Išsiskiria {n} eilučių: {metric} pagal savaites',
  },
  list: {
    moved: '{metric} {before} → {now}',
    since: 'neįprasta nuo {n} savaitės',
    long: 'neįprasta visas rodomas savaites',
    compared: 'daugiau, nei paaiškina atsitiktinumas, palyginti su {span}',
    rest: 'Visa kita: pastebimų pokyčių nėra. Stebėta {n} grupė. | Visa kita: pastebimų pokyčių nėra. Stebėtos {n} grupės. | Visa kita: pastebimų pokyčių nėra. Stebėta {n} grupės. | Visa kita: pastebimų pokyčių nėra. Stebėta {n} grupių.',
    nothing:
      'Niekas neišsiskiria iš atsitiktinumo. Stebėta {n} grupė. | Niekas neišsiskiria iš atsitiktinumo. Stebėtos {n} grupės. | Niekas neišsiskiria iš atsitiktinumo. Stebėta {n} grupės. | Niekas neišsiskiria iš atsitiktinumo. Stebėta {n} grupių.',
    byChance: 'Jei niekas nebūtų pasikeitę, čia atsitiktinai atsirastų vidutiniškai apie {n} eilutės.',
    counted: '{n} pokytis | {n} pokyčiai | {n} pokyčio | {n} pokyčių',
    more: 'Ir dar {n}',
    records: 'Įrašai',
  },
  tone: { concern: 'Kelia nerimą', improvement: 'Pagerėjimas', neutral: 'Išsiskiria' },
};

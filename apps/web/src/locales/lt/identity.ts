export const identity = {
  signIn: 'Prisijungti per „{name}“',
  or: 'arba',
  title: 'Jūs neprisijungėte',
  again: 'Bandyti dar kartą per „{name}“',
  toDoor: 'Atgal į prisijungimą',
  why: {
    expired: {
      what: 'Užtruko per ilgai arba jau buvo atsakyta.',
      remedy: 'Pradėkite iš naujo šioje naršyklėje ir baikite per dešimt minučių.',
    },
    cancelled: {
      what: 'Ligoninės prisijungimas jūsų neįleido arba jo nebaigėte.',
      remedy: 'Pradėkite iš naujo, kai būsite pasirengę.',
    },
    'not-valid': {
      what: 'Ligoninės prisijungimo atsakymo priimti negalima.',
      remedy:
        'Pradėkite iš naujo. Jei tai kartojasi, praneškite „Bedside“ prižiūrėtojui: galėjo pasikeisti nustatymai.',
    },
    unreachable: {
      what: 'Ligoninės prisijungimas šiuo metu neatsako.',
      remedy: 'Bandykite po kelių minučių.',
    },
    'no-role': {
      what: 'Ligoninės prisijungimas jus pažįsta, bet nė viena jūsų grupė čia neturi vaidmens.',
      remedy:
        'Paprašykite jūsų paskyrą ligoninėje tvarkančio asmens įtraukti jus į grupę, kuri gali naudotis „Bedside“.',
    },
    'no-department': {
      what: 'Jūsų vaidmuo mato skyrius, o ligoninės prisijungimas nenurodo nė vieno čia žinomo.',
      remedy: 'Paprašykite jūsų paskyrą ligoninėje tvarkančio asmens nurodyti jūsų skyrių.',
    },
    'no-email': {
      what: 'Ligoninės prisijungimas nenurodė jūsų el. pašto adreso.',
      remedy: 'Paprašykite jūsų paskyrą ligoninėje tvarkančio asmens leisti „Bedside“ jį žinoti.',
    },
    'not-invited': {
      what: 'Čia jau yra paskyra su jūsų adresu.',
      remedy: 'Prisijunkite jos slaptažodžiu arba kreipkitės į „Bedside“ administratorių.',
    },
    disabled: {
      what: 'Jūsų paskyra čia uždaryta.',
      remedy: '„Bedside“ administratorius gali ją vėl atverti.',
    },
  },
};

import type { ComplaintPhrases } from '../phrase-book.ts';

export const COMPLAINTS: ComplaintPhrases = {
  opening: [
    'Rašau dėl paskutinio vizito.',
    'Tai neduoda man ramybės nuo praėjusios savaitės.',
    'Noriu pasiskųsti dėl to, kas nutiko jūsų įstaigoje.',
  ],
  subjects: {
    waiting: [
      {
        title: 'Po paskirto laiko laukiau {minutes} minučių',
        narrative: 'Po paskirto laiko laukiamajame praleidau {minutes} minučių ir niekas nepaaiškino, kas vyksta.',
      },
      {
        title: 'Kiti pakviesti anksčiau be paaiškinimo',
        narrative: 'Vėliau atvykusius žmones kvietė anksčiau. Paklausus kodėl, liepė sėdėti ir laukti.',
      },
      {
        title: 'Nesulaukę gydytojo išvykome namo',
        narrative: 'Po {minutes} minučių tėvas nebegalėjo sėdėti, ir mes išvykome nesulaukę gydytojo.',
      },
    ],
    billing: [
      {
        title: 'Sąskaitoje tyrimas, kurio nebuvo',
        narrative:
          'Sąskaitoje nurodytas tyrimas, kurio man nedarė. Tris kartus skambinau į apskaitą, žadėjo perskambinti, bet neperskambino.',
      },
      {
        title: 'Sąskaita daug didesnė už sąmatą',
        narrative: 'Prieš gydymą man pateikė sąmatą. Sąskaita beveik dvigubai didesnė ir be jokio paaiškinimo.',
      },
      {
        title: 'Draudikui neišsiųstas prašymas',
        narrative: 'Draudikas sako, kad prašymo negavo, o dabar iš manęs reikalauja sumokėti viską.',
      },
    ],
    communication: [
      {
        title: 'Niekas nepaaiškino gydymo plano',
        narrative: 'Dvi dienas niekas nepaaiškino, koks gydymo planas. Kiekvienas siuntė pas kitą.',
      },
      {
        title: 'Kiekvienas gydytojas sako kitaip',
        narrative: 'Viena gydytoja sakė, kad galima namo, kita, kad reikės operacijos. Nežinome, kuo tikėti.',
      },
      {
        title: 'Artimiesiems nepranešta apie perkėlimą',
        narrative: 'Naktį mamą perkėlė į kitą skyrių ir mums nepranešė. Ryte radome tuščią lovą.',
      },
    ],
    attitude: [
      {
        title: 'Nemandagus atsakymas registratūroje',
        narrative: 'Registratūroje su manimi kalbėjo taip, lyg trukdyčiau, ir tai girdėjo visi laukiantieji.',
      },
      {
        title: 'Nepagarbus elgesys',
        narrative: 'Kai paprašiau pagalbos, sulaukiau tik atodūsio. Buvo baisu ir reikėjo gero žodžio.',
      },
    ],
    'clinical-care': [
      {
        title: 'Į skausmą nekreipta dėmesio',
        narrative: 'Kelis kartus sakiau, kad skausmas stiprėja. Užsirašė, bet iki ryto nieko nedarė.',
      },
      {
        title: 'Tris dienas nekeistas tvarstis',
        narrative: 'Tvarstį reikėjo keisti kasdien. Tris dienas jo niekas nelietė, ir žaizda užsikrėtė.',
      },
      {
        title: 'Pirmo vizito metu nepastebėtas lūžis',
        narrative: 'Išleido namo ir pasakė, kad nieko rimto. Po dviejų dienų kitoje ligoninėje rado lūžį.',
      },
    ],
    appointments: [
      {
        title: 'Vizitas atšauktas be įspėjimo',
        narrative:
          'Dėl vizito praleidau darbo dieną ir dvi valandas kelyje, o prie langelio sužinojau, kad priėmimas atšauktas.',
      },
      {
        title: 'Neįmanoma prisiskambinti registruotis',
        narrative: 'Visą savaitę skambinu kasdien ir neprisiskambinu. Į žinutes taip pat niekas neatsako.',
      },
    ],
    discharge: [
      { title: 'Išrašytas be vaistų sąrašo', narrative: 'Tėvą išrašė be vaistų sąrašo ir be laiško šeimos gydytojui.' },
      {
        title: 'Išleista namo per anksti',
        narrative: 'Mamą išrašė vėlai vakare, nors ji dar negalėjo pati nueiti iki tualeto.',
      },
    ],
    facilities: [
      { title: 'Nešvarus skyriaus tualetas', narrative: 'Tualetas nevalytas nuo vakar, muilo nebuvo.' },
      {
        title: 'Liftas neveikia kelias savaites',
        narrative: 'Liftas neveikė, todėl mano vyrą, kuris sėdi vežimėlyje, teko nešti laiptais.',
      },
    ],
    privacy: [
      {
        title: 'Diagnozė perskaityta laukiamajame',
        narrative: 'Mano diagnozę garsiai ištarė laukiamajame. Girdėjo visi.',
      },
      {
        title: 'Mano voke svetimi rezultatai',
        narrative: 'Voke su mano rezultatais buvo ir kito paciento rezultatai. Kas tada turi mano?',
      },
    ],
    records: [
      {
        title: 'Nerasta ligos istorija',
        narrative: 'Mano kortelės nerado, todėl dešimties metų istoriją teko pasakoti iš atminties.',
      },
      {
        title: 'Neteisingai įrašyta alergija',
        narrative: 'Kortelėje parašyta, kad alergijų neturiu, nors apie peniciliną sakiau daug kartų.',
      },
    ],
    medicines: [
      {
        title: 'Išduoti netinkamo stiprumo vaistai',
        narrative: 'Gavau dvigubai stipresnes tabletes, negu parašyta recepte. Pastebėjau tik namie.',
      },
      {
        title: 'Vaistų pagal receptą nėra jau dvi dienas',
        narrative: 'Vaistus žadėjo paruošti pirmadienį. Teko ateiti tris kartus.',
      },
    ],
    interpreting: [
      { title: 'Vertėjas neatvyko', narrative: 'Vertėjas buvo užsakytas, bet neatvyko, ir gydytojas tęsė be jo.' },
      {
        title: 'Vaikui teko versti močiutei',
        narrative: 'Mano vienuolikmetei dukrai teko versti močiutei sunkią diagnozę.',
      },
    ],
    food: [
      {
        title: 'Nėra tinkamo maisto sergant diabetu',
        narrative: 'Tėvas serga diabetu, o tris dienas jam nešė saldžius desertus, nors kaskart apie tai sakėme.',
      },
      {
        title: 'Maistas visada šaltas',
        narrative: 'Maistas į palatą atkeliaudavo šaltas, o tai, ko man negalima, vis tiek būdavo padėkle.',
      },
    ],
    parking: [
      {
        title: 'Bauda aikštelėje, nes vėlavo priėmimas',
        narrative: 'Priėmimas vėlavo {minutes} minučių, todėl aikštelėje gavau baudą.',
      },
      { title: 'Nėra vietų neįgaliesiems', narrative: 'Visas neįgaliesiems skirtas vietas užėmė siuntų automobiliai.' },
    ],
    other: [
      {
        title: 'Dingo akiniai',
        narrative: 'Perkeliant į kitą palatą dingo mamos akiniai, ir niekas neprisiima atsakomybės.',
      },
      { title: 'Triukšmas naktį', narrative: 'Statybos prie palatų prasidėjo penktą ryto.' },
    ],
  },
  doubleBilling: [
    {
      title: 'Sąskaita atsiųsta du kartus, telefonu niekas neatsako',
      narrative:
        'Už vieną ir tą patį vizitą gavau dvi sąskaitas skirtingais numeriais. Pirmąją apmokėjau, o dabar gavau priminimą dėl antrosios.',
    },
    {
      title: 'Už tą patį vizitą nuskaityta du kartus',
      narrative:
        'Iš mano kortelės tą pačią dieną pinigus nuskaitė du kartus. Apskaita sako, kad nauja programa rodo tik vieną mokėjimą.',
    },
    {
      title: 'Antra sąskaita už apmokėtą vizitą',
      narrative:
        'Pirmąją sąskaitą apmokėjau prie langelio. Po dviejų savaičių paštu atėjo antra, o telefonu niekas neatsiliepia.',
    },
    {
      title: 'Priminimas dėl jau apmokėtos sąskaitos',
      narrative:
        'Turiu šios sąskaitos apmokėjimo kvitą, o vis tiek gaunu priminimą po priminimo. Skambinau du kartus, žadėjo ištaisyti.',
    },
  ],
  wishes: [
    'Norėčiau paaiškinimo ir atsiprašymo.',
    'Praneškite, ką darysite, kad kitiems taip nenutiktų.',
    'Noriu, kad man paskambintų ir viską sutvarkytų.',
    'Laukiu atsakymo raštu.',
    'Prašau ištaisyti ir patvirtinti.',
  ],
};

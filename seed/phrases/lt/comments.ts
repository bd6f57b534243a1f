import type { CommentPhrases } from '../phrase-book.ts';

export const COMMENTS: CommentPhrases = {
  steps: {
    discovery: {
      good: [
        'Draugė rekomendavo, ir viskas, ką ji sakė, pasitvirtino.',
        'Svetainėje prieš vizitą radau atsakymus į visus klausimus.',
        'Svetainėje nurodyta kaina sutapo su ta, kurią sumokėjau.',
        'Pirmiausia perskaičiau atsiliepimus, ir jie buvo teisingi.',
      ],
      bad: [
        'Svetainėje vis dar nurodytas senas darbo laikas.',
        'Prieš vizitą nebuvo įmanoma sužinoti, kiek jis kainuos.',
        'Gydytojų sąrašas internete pasenęs.',
        'Iš svetainės sunku suprasti, į kurį skyrių kreiptis.',
      ],
    },
    scheduling: {
      good: [
        'Registracija internetu užtruko dvi minutes.',
        'Vizitą gavau jau kitai dienai.',
        'Registratorė telefonu rado laiką, kuris tiko prie mano darbo.',
        'Priminimas dieną prieš vizitą labai pravertė.',
      ],
      bad: [
        'Skambinau keturis kartus, kol kas nors pakėlė ragelį.',
        'Dvidešimt minučių laukiau telefonu, o paskui ryšys nutrūko.',
        'Artimiausias laisvas laikas buvo tik po šešių savaičių.',
        'Mano vizitą perkėlė du kartus ir niekas nepaaiškino kodėl.',
        'Registracijos puslapis prarado mano duomenis, teko pradėti iš naujo.',
      ],
    },
    'check-in': {
      good: [
        'Registratūroje pasitiko maloniai ir greitai pakvietė.',
        'Pasakė, kiek reikės laukti, ir taip ir buvo.',
        'Registracija greita, rodyklės aiškios.',
        'Šį kartą beveik nereikėjo pildyti popierių.',
        'Registratorė pamatė, kad man skauda, ir atnešė kėdę.',
      ],
      bad: [
        'Laukiau {minutes} minučių ir niekas nepaaiškino kodėl.',
        'Prie langelio stovėjau {minutes} minučių, kol kas nors pakėlė akis.',
        'Tą pačią anketą pildžiau tris kartus.',
        'Jokių rodyklių, registratūros ieškojau po visą pastatą.',
        'Niekas negalėjo pasakyti, kiek dar laukti.',
        'Laukiamajame trūko vietų, žmonės stovėjo.',
      ],
    },
    care: {
      good: [
        'Gydytoja išklausė ir viską paaiškino suprantamai.',
        'Slaugytoja buvo švelni ir niekur neskubėjo.',
        'Visą laiką jaučiausi saugiai.',
        'Visi prisistatė prieš ką nors darydami.',
        'Manęs paklausė, kas man svarbu, ir tai užsirašė.',
        'Nors žmonių daug, visi dirbo profesionaliai ir maloniai.',
      ],
      bad: [
        'Gydytojas daugiau žiūrėjo į ekraną negu į mane.',
        'Laukiau visą rytą, o man skyrė penkias minutes.',
        'Niekas nepaaiškino, kam reikalingas šis tyrimas.',
        'Trys žmonės pasakė tris skirtingus dalykus.',
        'Apie asmeninius dalykus kalbėjome, o kitą pacientą skyrė tik užuolaida.',
        '{minutes} minučių niekas neužėjo pažiūrėti, kaip jaučiuosi.',
      ],
    },
    'continuing-care': {
      good: [
        'Tyrimų rezultatai buvo tada, kada žadėta.',
        'Specialistas jau žinojo mano ligos istoriją, nereikėjo kartoti.',
        'Siuntimą gavau tą pačią dieną.',
        'Perėjimas iš vieno skyriaus į kitą buvo gerai suderintas.',
      ],
      bad: [
        'Jau dvi savaites laukiu tyrimų rezultatų.',
        'Tą patį pasakojau keturiems skirtingiems žmonėms.',
        'Siuntimas specialisto taip ir nepasiekė.',
        'Kraują ėmė du kartus, nes pirmasis rezultatas dingo.',
      ],
    },
    'follow-up': {
      good: [
        'Kitą dieną paskambino slaugytoja ir paklausė, kaip jaučiuosi.',
        'Aiškiai paaiškino, kaip vartoti vaistus, ir davė atmintinę.',
        'Grįžus namo buvo aišku, ką daryti.',
        'Paskambino, kaip ir žadėjo.',
      ],
      bad: [
        'Namo išleido nepaaiškinę, kaip gerti vaistus.',
        'Žadėjo paskambinti po procedūros, bet niekas nepaskambino.',
        'Atmintinė buvo ne lietuvių kalba.',
        'Kai skausmas grįžo, nebuvo aišku, į ką kreiptis.',
      ],
    },
    billing: {
      good: [
        'Sąskaita aiški, jokių netikėtumų.',
        'Draudimo klausimai išspręsti be mano pastangų.',
        'Kantriai paaiškino kiekvieną sąskaitos eilutę.',
        'Apmokėti internetu pavyko iš karto.',
      ],
      bad: [
        'Nesuprantu sąskaitos, o telefonu niekas neatsiliepia.',
        'Į sąskaitą įtrauktas tyrimas, kurio man nedarė.',
        'Draudikas sako, kad prašymo negavo.',
        'Galutinė kaina buvo daug didesnė, negu žadėta.',
        'Tris kartus skambinau į apskaitą ir vis dar nėra atsakymo.',
      ],
    },
    'next-visit': {
      good: [
        'Sugrįšiu, čia mane prisimena.',
        'Kitą vizitą suderino dar prieš man išeinant.',
        'Gerai, kad kiekvieną kartą priima tas pats gydytojas.',
        'Priminimas apie kasmetinį patikrinimą atėjo laiku.',
      ],
      bad: [
        'Kiekvieną kartą vis kitas gydytojas, ir viskas iš pradžių.',
        'Praėjusių metų mano dokumentų nerado.',
        'Niekas nepriminė, kad laikas pasitikrinti.',
        'Čia gydausi daug metų, o vis dar jaučiuosi kaip numeris.',
      ],
    },
  },
  general: {
    good: [
      'Viskas puiku nuo pradžios iki galo.',
      'Geriau ir būti negali.',
      'Viskas vyko sklandžiai.',
      'Labai geras įspūdis.',
    ],
    middling: [
      'Neblogai, bet nieko ypatingo.',
      'Darbuotojai malonūs, bet tvarkos galėtų būti daugiau.',
      'Kai kas gerai, kai kas ne.',
      'Galiausiai viskas baigėsi gerai.',
    ],
    bad: [
      'Didelis nusivylimas.',
      'Iš šios klinikos tikėjausi daugiau.',
      'Bendras įspūdis prastas.',
      'Taip neturėtų būti.',
    ],
  },
  closing: {
    good: ['Ačiū visiems.', 'Perduokite padėką visai komandai.', 'Taip ir toliau.', 'Jau rekomendavau savo šeimai.'],
    bad: [
      'Prašau ką nors daryti.',
      'Tikiuosi, kad kas nors tai perskaitys.',
      'Kitą kartą rinksiuos kitą įstaigą.',
      'Praneškite, ką ketinate keisti.',
    ],
  },
  stories: {
    registration: [
      'Nuo tada, kai registratūroje nauja sistema, viskas trunka dvigubai ilgiau.',
      'Darbuotojai kovojo su nauja registracijos sistema, o eilė siekė duris.',
      'Naujoje sistemoje manęs nebuvo, viską vedė iš naujo, o laukė {minutes} žmonių.',
      'Lankausi čia ne pirmą kartą, o vien registracija užtruko {minutes} minučių.',
      'Kol stovėjau eilėje prie naujos registratūros, keli žmonės nesulaukė ir išėjo.',
    ],
    bedsideRounds: [
      'Kasdien po pietų ateidavo slaugytoja, prisėsdavo ir klausdavo, kaip jaučiuosi. Tai labai padėjo.',
      'Popietiniai apėjimai yra puiki mintis, visada žinojau, kas bus toliau.',
      'Ketvirtą valandą komanda ateidavo prie lovos, ir dukra galėjo visko paklausti.',
      'Nereikėjo skambinti skambučiu, jie užeidavo patys.',
    ],
    doubleBilling: [
      'Tą pačią sąskaitą gavau du kartus, o paskui ir priminimą dėl antrosios.',
      'Už vieną vizitą pareikalavo sumokėti du kartus, ir niekas negalėjo paaiškinti.',
      'Sumokėjau, o po savaitės atėjo antra sąskaita už tą pačią dieną.',
      'Nuo tada, kai sąskaitos naujos, niekas nesutampa.',
    ],
  },
  contact: 'Prašau man paskambinti numeriu 555-0119 arba parašyti adresu pacientas@example.com.',
};

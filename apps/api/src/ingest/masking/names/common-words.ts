import { wordsIn } from './name-list.ts';

/** Words that stand beside a title or a name with a capital and belong to neither. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  wordsIn(`
    the a an i and or but if as was is were are be been has had have did does do said says told asked came went gave on in
    at of for to with from by my your his her our their he she they we it you who that this these those there then when
    where while after before because so not no never very really also just even still both all every our me him them us
    what why how which would could should will can may must might once again today yesterday tomorrow now later too
    station practitioner practitioners manager managers call led team teams staff desk office in-charge charge specialist
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december ward unit hospital hospitals clinic department reception emergency surgery room floor bed nhs gp
    ae er icu itu covid mri ct xray ecg english british american thai vietnamese lithuanian pakistani indian chinese asian
    thank thanks please overall excellent great good bad poor rude kind lovely amazing brilliant wonderful nice best worst
    christmas easter god lord jesus day night morning evening afternoon google facebook zalo
    rất và của là đã không có cho tôi em này kia ấy ơi khoa phòng bệnh viện nội ngoại sản cấp cứu trưởng trực khám điều y bác
    dược hộ kỹ nhân tại ở khi nhưng mà thì nên vì rồi được bị với cũng các những một hai ba sau trước tôi mình chúng xin cảm
    quá lắm ạ nhé à thật vui tận chuyên gia đình nhà
    ir buvo yra labai kuri kuris ji jis man mane mano mums dėkoju ačiū skyriaus skyrius skyriuje ligoninė ligoninės ligoninėje
    poliklinika klinika klinikos kai bet kad už iš su po ar tai tik nes taip net vis dar jau šiandien vakar
    lietuva lietuvos lietuvoje vilnius vilniuje vilniaus kaune kauno klaipėdoje anglijoje lenkijoje
    pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį savaitė mergaitė sesutė
    نے کو سے کا کی کے بہت اور ہے تھا تھی تھے ہیں میں پر یہ وہ بھی تو کہ نہیں جو ہی اس ان مجھے میرے ہمارے اچھا اچھی
  `),
);

/** After them, or before them, a name is that of a place, a building or an illness. */
export const PLACE_BEFORE: ReadonlySet<string> = new Set(
  wordsIn(
    `st saint santa san fort mount lake port bv viện đường phố quận phường trường tỉnh huyện xã tp cầu chợ g gatvė`,
  ),
);

export const PLACE_AFTER: ReadonlySet<string> = new Set(
  wordsIn(`
    hospital ward clinic wing house centre center unit suite street road lane avenue building theatre infirmary surgery
    practice trust college university school church park hall disease syndrome palsy score test scale manoeuvre method day
    gatvė gatvės gatvėje alėja aikštė prospektas prospekte ligoninė ligoninės ligoninėje ligoninę klinika klinikos klinikose
    ہسپتال اسپتال ہاسپٹل وارڈ روڈ کلینک یونیورسٹی کالونی ٹاؤن میڈیکل میموریل
  `),
);

/** Places that look like names. */
export const NOT_NAMES: ReadonlySet<string> = new Set([
  ...[
    'việt nam',
    'hà nội',
    'hà nam',
    'hà giang',
    'hà tĩnh',
    'hà đông',
    'thái bình',
    'thái nguyên',
    'thái lan',
    'lâm đồng',
  ],
  ...[
    'cao bằng',
    'lai châu',
    'hồ chí',
    'hồ gươm',
    'hồ tây',
    'từ dũ',
    'bà rịa',
    'bà nà',
    'hoàng mai',
    'hoàng sa',
    'mai châu',
  ],
  ...[
    'lý thường',
    'vũng tàu',
    'ninh bình',
    'quảng nam',
    'đồng nai',
    'đồng tháp',
    'trương định',
    'lê lợi',
    'y tế',
    'đống đa',
  ],
]);

import type { ReplyPhrases } from '../phrase-book.ts';

export const REPLIES: ReplyPhrases = {
  thanks: [
    'Ačiū už gražius žodžius. Perduosime juos visai komandai.',
    'Džiaugiamės, kad vizitas buvo sklandus. Ačiū, kad parašėte.',
    'Ačiū! Tai labai svarbu visiems, kurie tą dieną dirbo.',
  ],
  sorry: [
    'Apgailestaujame, kad vizitas nebuvo toks, kokio tikėjotės. Prašome parašyti mūsų pacientų skyriui, kad galėtume viską išsiaiškinti.',
    'Ačiū už atvirumą. Taip neturėtų būti, ir skyriaus vedėja jūsų atsiliepimą perskaitė.',
    'Atsiprašome, kad teko ilgai laukti ir kad niekas nepaaiškino priežasties. Jau tai sprendžiame.',
  ],
};

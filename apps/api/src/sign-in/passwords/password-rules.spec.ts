import { expect, it } from '@jest/globals';
import { passwordMisfit } from './password-rules.ts';

const rasa = { email: 'rasa.kalnina@hospital.example', name: 'Rasa Kalniņa' };

it.each([
  ['eleven char', 'too-short'],
  ['๑๒๓๔๕๖๗๘๙๐๑', 'too-short'],
  ['😀😀😀😀😀😀😀😀😀😀😀', 'too-short'],
  ['x'.repeat(199) + 'yz', 'too-long'],
  ['123456789012', 'too-common'],
  ['1Qaz2Wsx3Edc', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['abcabcabcabc', 'too-common'],
  ['Passwordpassword', 'too-common'],
  ['rasa.kalnina@hospital.example', 'about-you'],
  ['Rasa  Kalniņa', 'about-you'],
  ['rasa-kalnina', 'about-you'],
  ['four blue herons', null],
  ['aaaaaaaaaaab', null],
  ['Rasa Kalniņa likes herons', null],
  ['รหัสผ่านของฉัน', null],
  ['x'.repeat(198) + 'yz', null],
])('%s: %s', (password, misfit) => {
  expect(passwordMisfit(password, rasa)).toBe(misfit);
});

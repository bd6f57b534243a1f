import { expect, it } from '@jest/globals';
import { settingsFrom } from './settings.ts';

it('says nothing where nothing was said', () => {
  expect(settingsFrom({ BEDSIDE_SMTP_URL: '', BEDSIDE_TRUST_PROXY: ' ' })).toEqual({});
});

it('reads what an operator says', () => {
  expect(
    settingsFrom({
      BEDSIDE_URL: 'https://bedside.hospital.example',
      BEDSIDE_SMTP_URL: 'smtps://user:secret@mail.hospital.example',
      BEDSIDE_MAIL_FROM: 'bedside@hospital.example',
      BEDSIDE_TRUST_PROXY: '10.0.0.5, 10.1.0.0/16 ::1,loopback',
    }),
  ).toEqual({
    publicUrl: 'https://bedside.hospital.example',
    mail: { smtpUrl: 'smtps://user:secret@mail.hospital.example', from: 'bedside@hospital.example' },
    trustProxy: ['10.0.0.5', '10.1.0.0/16', '::1', 'loopback'],
  });
});

it.each([
  [{ BEDSIDE_URL: 'bedside.hospital.example' }, /BEDSIDE_URL/],
  [{ BEDSIDE_URL: 'https://hospital.example/bedside' }, /without a path/],
  [{ BEDSIDE_SMTP_URL: 'smtp://mail' }, /BEDSIDE_MAIL_FROM/],
  [{ BEDSIDE_MAIL_FROM: 'a@b.example' }, /BEDSIDE_SMTP_URL/],
  [{ BEDSIDE_SMTP_URL: 'mail.hospital.example', BEDSIDE_MAIL_FROM: 'a@b.example' }, /smtps:/],
  [{ BEDSIDE_TRUST_PROXY: 'true' }, /true, which is no address/],
  [{ BEDSIDE_TRUST_PROXY: '10.0.0.0/33' }, /no address/],
  [{ BEDSIDE_TRUST_PROXY: '0.0.0.0/0' }, /no address/],
])('refuses what cannot be meant: %p', (environment, remedy) => {
  expect(() => settingsFrom(environment)).toThrow(remedy);
});

import { expect, it } from '@jest/globals';
import { namesAPerson } from './names-a-person.ts';

it.each<[string, string]>([
  ['IPAddress', ''],
  ['ipaddr', ''],
  ['RecipientFirstName', 'Recipient First Name'],
  ['email_address', ''],
  ['LocationLatitude', ''],
  ['token', 'Access code'],
  ['Q9', 'Your email address'],
  ['Q9_2', 'May we get in touch? - Phone'],
  ['Your details [Full name]', ''],
  ['Username', ''],
  ['Số điện thoại', ''],
  ['ชื่อ-นามสกุล', ''],
  ['El. paštas', ''],
  ['فون نمبر', ''],
])('%s (%s) names a person', (name, label) => {
  expect(namesAPerson(name, label)).toBe(true);
});

it.each<[string, string]>([
  ['Q1', 'Did the staff call you by your name?'],
  ['Q2_1', 'How easy was it to reach us? - Phone'],
  ['Q2_2', 'How easy was it to contact us by: - Email'],
  ['Department', ''],
  ['Ward name', ''],
  ['Q3_1', 'Please rate: - Accuracy'],
  ['ExternalReference', 'External Data Reference'],
])('%s (%s) does not', (name, label) => {
  expect(namesAPerson(name, label)).toBe(false);
});

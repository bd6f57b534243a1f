import { describe, expect, it } from '@jest/globals';
import { sendKeysLabel, sendsForm } from './submit-keys.ts';

const pressed = (keys: Partial<KeyboardEvent>) =>
  sendsForm({ key: 'Enter', ctrlKey: false, metaKey: false, isComposing: false, ...keys } as KeyboardEvent);

describe('a form is sent', () => {
  it.each([
    ['with Ctrl', { ctrlKey: true }, true],
    ['with ⌘', { metaKey: true }, true],
    ['not with Enter alone', {}, false],
    ['not with another key', { key: 'a', ctrlKey: true }, false],
    ['not while a word is being composed', { ctrlKey: true, isComposing: true }, false],
  ])('%s', (_, keys, sends) => {
    expect(pressed(keys)).toBe(sends);
  });
});

it.each([
  ['MacIntel', '⌘↵'],
  ['Win32', 'Ctrl ↵'],
  ['Linux x86_64', 'Ctrl ↵'],
])('on %s the keys are written %s', (platform, label) => {
  expect(sendKeysLabel(platform)).toBe(label);
});

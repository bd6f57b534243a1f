import { describe, expect, it } from '@jest/globals';
import type { AuditEventDto } from '#contracts/audit.dto.ts';
import { en } from '../../../locales/en.ts';
import { eventSentence } from './event-words.ts';

const event = (fields: Partial<AuditEventDto>): AuditEventDto => ({
  ...{ seq: 1, at: '2026-11-22T08:00:00.000Z', actorKind: 'person', actorId: null, actorName: 'Ona', address: null },
  ...{ action: 'complaint.read', subjectKind: null, subject: null, subjectName: null, records: [], details: {} },
  ...fields,
});

function messageAt(key: string): string | undefined {
  let place: unknown = en;
  for (const step of key.split('.')) place = (place as Record<string, unknown> | undefined)?.[step];
  return typeof place === 'string' ? place : undefined;
}

const words = {
  say: (key: string, named: Record<string, string | number>) =>
    (messageAt(key) ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(named[name])),
  knows: (key: string) => messageAt(key) !== undefined,
};

const plain = (fields: Partial<AuditEventDto>): string =>
  eventSentence(event(fields), words).replace(/[\u2068\u2069]/g, '');

describe('an event in words', () => {
  it.each<[Partial<AuditEventDto>, string]>([
    [{ subjectKind: 'complaint', subject: '2291' }, 'Ona opened complaint C-2291'],
    [{ action: 'complaint.listed', records: ['a', 'b'] }, 'Ona looked at the queue; complaints shown: 2'],
    [
      { action: 'account.disabled', subjectKind: 'account', subject: 'x', subjectName: 'Rasa' },
      'Ona disabled the account of Rasa',
    ],
    [{ action: 'second-factor.reset', subjectKind: 'account', subject: 'x' }, 'Ona reset the second factor of x'],
    [{ actorKind: 'key', actorName: 'kiosk', action: 'rows.sent', subject: 'crm' }, 'key kiosk sent rows of crm'],
    [
      { action: 'structure.changed', details: { changes: ['a', 'b', 'c', 'd'].map((code) => ({ code })) } },
      'Ona changed sites and departments: a, b, c …',
    ],
    [{ action: 'session.refused' }, 'Signing in was refused: not named'],
    [{ action: 'moon.landed', subject: 'Eagle' }, 'Ona: moon.landed (Eagle)'],
    [
      { action: 'patient.found', subjectKind: 'patient', subject: 'f'.repeat(64) },
      'Ona looked up patient ffffffffffff',
    ],
  ])('%j', (fields, sentence) => {
    expect(plain(fields)).toBe(sentence);
  });

  it('keeps names apart from the direction of the sentence', () => {
    expect(eventSentence(event({ actorName: 'عمر' }), words)).toContain('\u2068عمر\u2069');
  });
});

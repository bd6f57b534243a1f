import { describe, expect, it } from '@jest/globals';
import { draftKey, draftOf, draftText, staleDraftKeys, type StepDraft } from './step-draft.ts';

const NOW = Date.parse('2026-11-16T10:42:00Z');
const DRAFT: StepDraft = { choice: 'resolved', note: 'Second invoice cancelled.', keptAt: '2026-11-16T10:41:00Z' };

it('comes back as it was kept', () => {
  expect(draftOf(draftText(DRAFT), NOW)).toEqual(DRAFT);
});

it('is kept for each complaint by itself', () => {
  expect(draftKey(2291)).not.toBe(draftKey(229));
});

describe('there is no draft', () => {
  it.each([
    ['where nothing was kept', null],
    ['in a text that is not JSON', '{"choice":'],
    ['in a JSON null', 'null'],
    ['with a choice that does not exist', draftText({ ...DRAFT, choice: 'lost' as 'note' })],
    ['without words', draftText({ ...DRAFT, note: '' })],
    ['without a time', JSON.stringify({ choice: 'note', note: 'x' })],
    ['with a time that is none', draftText({ ...DRAFT, keptAt: 'yesterday' })],
    ['after thirty days', draftText({ ...DRAFT, keptAt: '2026-10-17T10:42:00Z' })],
  ])('%s', (_, text) => {
    expect(draftOf(text, NOW)).toBeNull();
  });
});

it('lets go of old drafts of any complaint, and of nothing else', () => {
  const old = draftText({ ...DRAFT, keptAt: '2026-09-01T10:00:00Z' });
  const kept = { [draftKey(1)]: draftText(DRAFT), [draftKey(2)]: old, [draftKey(3)]: '{', 'bedside.theme': 'dark' };
  expect(staleDraftKeys(kept, NOW)).toEqual([draftKey(2), draftKey(3)]);
});

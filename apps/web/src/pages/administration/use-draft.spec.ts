import { describe, expect, it } from '@jest/globals';
import { nextTick, ref } from 'vue';
import { useDraft } from './use-draft.ts';

function opened(name = 'Ward 2A') {
  const kept = ref({ version: '1', draft: { name } });
  const edits = useDraft(() => kept.value);
  const changed = async (now: string, version = '2') => {
    kept.value = { version, draft: { name: now } };
    await nextTick();
  };
  const shown = () => [edits.draft.value.name, edits.version.value, edits.state.value];
  return { edits, changed, shown };
}

describe('a draft over what somebody else changes', () => {
  it('follows it while nothing is typed', async () => {
    const { changed, shown } = opened();
    await changed('Short stay');
    expect(shown()).toEqual(['Short stay', '2', 'own']);
  });

  it('keeps what was typed, rests on what was read, and says that there is something newer', async () => {
    const { edits, changed, shown } = opened();
    edits.draft.value.name = 'Day ward';
    await changed('Short stay');
    expect(shown()).toEqual(['Day ward', '1', 'newer']);
  });

  it('shows theirs, and gives back what was typed to be saved over it', async () => {
    const { edits, changed, shown } = opened();
    edits.draft.value.name = 'Day ward';
    await changed('Short stay');
    edits.look();
    expect(shown()).toEqual(['Short stay', '2', 'looking']);
    edits.back();
    expect(shown()).toEqual(['Day ward', '2', 'own']);
    await changed('Third', '3');
    expect(shown()).toEqual(['Day ward', '2', 'newer']);
  });

  it('minds nothing where both typed the same, or the change was of something the form does not show', async () => {
    const { edits, changed, shown } = opened();
    edits.draft.value.name = 'Day ward';
    await changed('Ward 2A');
    expect(shown()).toEqual(['Day ward', '2', 'own']);
    await changed('Day ward', '3');
    expect(shown()).toEqual(['Day ward', '3', 'own']);
  });

  it('begins anew from what is kept once it is saved', async () => {
    const { edits, changed, shown } = opened();
    edits.draft.value.name = ' Day ward ';
    await changed('Day ward');
    edits.settle();
    expect(shown()).toEqual(['Day ward', '2', 'own']);
  });
});

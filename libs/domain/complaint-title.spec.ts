import { expect, it } from '@jest/globals';
import { complaintTitle } from './complaint-title.ts';

const NARRATIVE = 'I was told the wait would be twenty minutes and nobody came to say that it would be three hours.';

it.each<[string, Parameters<typeof complaintTitle>[0], string]>([
  ['its title', { title: ' Charged twice ', narrative: NARRATIVE, subjects: [2] }, 'Charged twice'],
  [
    'how the narrative begins, up to a whole word',
    { title: null, narrative: NARRATIVE, subjects: [2] },
    'I was told the wait would be twenty minutes and nobody came…',
  ],
  ['a short narrative whole, on one line', { title: '  ', narrative: 'Too\n\nloud.', subjects: [2] }, 'Too loud.'],
  ['the code of the main subject', { title: null, narrative: '  ', subjects: [2, 1] }, 'billing'],
  ['unknown, where nothing is known', { title: null, narrative: null, subjects: [] }, 'unknown'],
])('is %s', (_, complaint, title) => {
  expect(complaintTitle(complaint)).toBe(title);
});

it('cuts a script without spaces between characters, never inside one', () => {
  const word = 'รอนานมากไม่มีใครบอกอะไรเลย';
  const title = complaintTitle({ title: null, narrative: word.repeat(6), subjects: [] });
  const characters = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment);
  const whole = [...new Intl.Segmenter().segment(word.repeat(6))].map(({ segment }) => segment);
  expect(characters).toEqual([...whole.slice(0, 60), '…']);
});

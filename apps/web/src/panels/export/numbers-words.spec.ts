import { expect, it } from '@jest/globals';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { numbersWords } from './numbers-words.ts';

const speech = { ...PLAIN_SPEECH, metricName: () => 'Pasitenkinimas', nameOf: () => '4B skyrius' };
const words = numbersWords([answerOf([weekPoint(0, { by: { department: 'ward-4b' } })])], 10, () => 'Skyrius', speech);

it('names what the answers hold as its reader does', () => {
  expect(words).toMatchObject({
    'metric/csat': 'Pasitenkinimas',
    'column/department': 'Skyrius',
    'department/ward-4b': '4B skyrius',
  });
});

it('names the columns, the units, the signals and why a number is withheld', () => {
  expect(words).toMatchObject({
    'column/value': 'panels.columns.value',
    'column/through': 'panels.export.columns.through',
    'unit/percent': 'panels.export.units.percent',
    'signal/concern': 'panels.signals.concern',
    'column/expected_share': 'panels.export.columns.expected_share',
    'provisional/yes': 'panels.export.provisional.yes',
    'withheld/fewer-than-minimum': 'panels.withheld 10',
  });
});

import { describe, expect, it } from '@jest/globals';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { inlineRows, workbookParts, zipOf } from './fixtures/zip-of.ts';
import { nhsFft } from './nhs-fft.ts';
import { collectionToldBy } from './nhs-fft/told-collection.ts';
import { monthOfYear, monthToldBy } from './nhs-fft/told-month.ts';

const read = async (name: string, options = {}) => readAs(nhsFft, await fixture('nhs-fft', name), options);

describe('counts of inpatients by ward', () => {
  it('come with their month, place, answers and how many could have answered', async () => {
    const { rows, passedOver } = await read('ok-inpatient-wards-2026-09.csv');
    expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
      {
        externalId: 'RX1/RX101/Ward 4B/300 - GENERAL MEDICINE//inpatient/2026-09',
        month: '2026-09',
        collection: 'inpatient',
        site: 'RX101',
        department: 'Ward 4B',
        ...{ veryGood: 40, good: 12, neither: 3, poor: 1, veryPoor: 0, dontKnow: 2, eligible: 140 },
      },
      {
        externalId: 'RX1/RX101/Ward 5/100 - GENERAL SURGERY/101 - UROLOGY/inpatient/2026-09',
        month: '2026-09',
        collection: 'inpatient',
        site: 'RX101',
        department: 'Ward 5',
        ...{ veryGood: 1040, good: 120, neither: 30, poor: 10, veryPoor: 0, dontKnow: 2, eligible: 2400 },
      },
    ]);
    expect(passedOver).toEqual({ 'rows that the publisher suppressed': 1, 'totals of several places': 1 });
  });
});

it('reads the table below titles, which tell month and collection', async () => {
  const { rows } = await read('ok-ae-titled.csv');
  expect(rows.map(({ row, value }) => [row, value.month, value.collection, value.site, value.responses])).toEqual([
    [5, '2026-01', 'emergency', 'RX101', 500],
    [6, '2026-01', 'emergency', 'RX102', 50],
  ]);
});

it('keeps aside what it cannot take, and a place that is told twice', async () => {
  const { rows } = await read('not-ok-rows.csv');
  expect(rows.map(({ problem, value }) => problem?.code ?? value.veryGood)).toEqual([
    10,
    'place-twice',
    'not-an-integer',
    'required',
    'required',
    'wrong-columns',
  ]);
});

it('asks for the month where nothing tells it; rows then have no ids of their own', async () => {
  await expect(read('not-ok-undated.csv')).rejects.toThrow(/No column feeds month/);
  const { rows } = await read('not-ok-undated.csv', { mapping: { constants: { month: '2026-10' } } });
  expect(rows[0]?.value).toMatchObject({ month: '2026-10', veryGood: 30 });
  expect(rows[0]?.value.externalId).toBeUndefined();
});

it('takes the month from the name of the file', async () => {
  const { bytes } = await fileHead(await fixture('nhs-fft', 'not-ok-undated.csv'));
  const { rows } = await readAs(nhsFft, fileOf(bytes, 'FFT_AE_Oct-26.csv'));
  expect(rows[0]?.value).toMatchObject({
    month: '2026-10',
    collection: 'emergency',
    externalId: 'RX1////' + '/emergency/2026-10',
  });
});

describe('a workbook', () => {
  const parts = (sheets: Record<string, readonly (readonly string[])[]>) => {
    const names = Object.keys(sheets);
    return {
      ...workbookParts('', {}),
      'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
      ...Object.fromEntries(
        names.map((name, index) => [
          `xl/worksheets/sheet${index + 1}.xml`,
          `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${inlineRows(sheets[name] ?? [])}</sheetData></worksheet>`,
        ]),
      ),
    };
  };
  const ANSWERS = ['Very Good', 'Good', 'Neither Good nor Poor', 'Poor', 'Very Poor', "Don't Know"];
  const book = fileOf(
    zipOf(
      parts({
        Trusts: [
          ['Inpatient FFT Data - March 2026'],
          ['Trust Code', ...ANSWERS],
          ['RX1', '9', '9', '9', '9', '9', '9'],
        ],
        Wards: [
          ['Inpatient FFT Data - March 2026'],
          ['Trust Code', 'Site Code', 'Ward Name', ...ANSWERS],
          ['RX1', 'RX101', 'Ward 4B', '5', '4', '3', '2', '1', '0'],
          ['RX1', 'RX101', '', '5', '4', '3', '2', '1', '0'],
        ],
      }),
    ),
    'FFT-inpatient-data-March-2026.xlsx',
  );

  it('is read from the sheet that tells places apart most finely, so that nobody is counted twice', async () => {
    const { rows, passedOver } = await readAs(nhsFft, book);
    expect(rows.map(({ row, value }) => [row, value.department, value.month, value.veryGood, value.dontKnow])).toEqual([
      [3, 'Ward 4B', '2026-03', 5, 0],
    ]);
    expect(passedOver).toEqual({ 'totals of several wards': 1 });
  });

  it('is known by its name; another sheet may be named', async () => {
    expect(nhsFft.recognises(await fileHead(book))).toBe(true);
    expect(nhsFft.recognises({ ...(await fileHead(book)), name: 'answers.xlsx' })).toBe(false);
    const { rows } = await readAs(nhsFft, book, { sheet: 'Trusts' });
    expect(rows.map(({ value }) => value.externalId)).toEqual(['RX1/////inpatient/2026-03']);
  });

  it('without such a table is refused in words', async () => {
    const other = fileOf(zipOf(workbookParts(inlineRows([['a', 'b']]))), 'FFT-inpatient.xlsx');
    await expect(readAs(nhsFft, other)).rejects.toThrow(/no table of the Friends and Family Test/);
  });
});

it.each([
  ['FFT-inpatient-data-April-2025.xlsx', '2025-04'],
  ['fft_ip_2026-10.csv', '2026-10'],
  ['FFT_AE_V1 Sept 25', '2025-09'],
  ['202601 wards', '2026-01'],
  ['yearly 2025_26', ''],
  ['April 2025 compared with May 2025', ''],
  ['maybe 26', ''],
])('%s tells the month %s', (text, month) => expect(monthToldBy(text)).toBe(month));

it.each([
  ['2025_26', 'APRIL', '2025-04'],
  ['2025-26', 'March', '2026-03'],
  ['2025_26', 'summer', ''],
  ['', 'May', ''],
])('%s %s is %s', (year, name, month) => expect(monthOfYear(year, name)).toBe(month));

it.each([
  ['FFT_Inpatients_V1', 'inpatient'],
  ['A&E Friends and Family Test', 'emergency'],
  ['FFT_AE_V1', 'emergency'],
  ['Patient Transport', 'patient-transport'],
  ['averages', undefined],
])('%s was collected at %s', (text, collection) => expect(collectionToldBy(text)).toBe(collection));

it('takes no half row for whole, wherever the file is cut', async () => {
  const { bytes } = await fileHead(await fixture('nhs-fft', 'ok-ae-titled.csv'));
  expect(await halfRowsOfCuts(nhsFft, bytes)).toEqual([]);
});

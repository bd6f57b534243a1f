import { expect, it } from '@jest/globals';
import type { ImportPreviewDto, PreviewSheetDto } from '#contracts/imports.dto.ts';
import { type Block, whatBlocks } from './what-blocks.ts';

const sheet = (kind: PreviewSheetDto['kind']): PreviewSheetDto => ({
  ...{ name: 'rows', kind, kindIsSettled: false, columns: [], fields: [], doubts: [], rows: [] },
});

const preview = (rest: Partial<ImportPreviewDto> = {}): ImportPreviewDto => ({
  ...{ format: { code: 'csv', title: 'CSV' }, recognised: false, formats: [], encoding: null, encodings: [] },
  ...{ workbookSheets: [], sheets: [sheet('waits')], mapping: {}, kept: false, ...rest },
});

const thai = [{ encoding: 'windows-874', language: 'th', text: 'วันที่' }];

it.each<[string, Partial<ImportPreviewDto>, string, boolean, number, Block | null]>([
  ['nothing', {}, 'Desk', false, 0, null],
  ['an encoding not chosen, before all else', { encodings: thai, sheets: [] }, '', false, 1, 'blockedEncoding'],
  ['nothing, once it is chosen', { encodings: thai, encoding: 'windows-874' }, 'Desk', false, 0, null],
  ['a source without a name', {}, '  ', false, 0, 'blockedSource'],
  ['a source of another’s code', {}, 'Desk', true, 0, 'blockedSource'],
  ['a kind not told', { sheets: [sheet(null)] }, 'Desk', false, 0, 'blockedKind'],
  ['a question', {}, 'Desk', false, 1, 'blocked'],
])('%s', (_, rest, sourceName, codeTaken, openMust, block) => {
  expect(whatBlocks({ preview: preview(rest), sourceName, codeTaken, openMust })).toBe(block);
});

import { byName, hasColumns, type NamesOf } from './delimited/by-name.ts';
import { headRows } from './delimited/head-rows.ts';
import { tableItems } from './delimited/table-items.ts';
import { fileHead } from './file-head.ts';
import type { Format, Sheet } from './format.ts';
import { textAt } from './json/cell-text.ts';
import { jsonHead } from './json/json-layout.ts';
import { openItems, openJson } from './json/object-file.ts';
import { isObject, type JsonObject } from './json/object-item.ts';

const LISTS = ['reviews'];

const REVIEWS: Sheet = {
  name: 'reviews',
  kind: 'reviews',
  columns: [
    { name: 'id', label: 'Review' },
    { name: 'createdAt', label: 'Written' },
    { name: 'experiencedAt', label: 'Day of the experience' },
    { name: 'stars', label: 'Stars' },
    { name: 'text', label: 'Title and text' },
    { name: 'language', label: 'Language' },
    { name: 'source', label: 'How the review came about' },
    { name: 'tags', label: 'Tags' },
    { name: 'location.id', label: 'Place (number)' },
    { name: 'location.name', label: 'Place' },
    { name: 'businessUnit.id', label: 'Business unit (number)' },
    { name: 'businessUnit.identifyingName', label: 'Business unit' },
    { name: 'companyReply.text', label: 'Our reply' },
    { name: 'companyReply.createdAt', label: 'When we replied' },
  ],
  preset: {
    columns: {
      id: 'externalId',
      createdAt: 'reviewedAt',
      stars: 'stars',
      text: 'text',
      language: 'language',
      'companyReply.text': 'reply',
      'companyReply.createdAt': 'repliedAt',
    },
    constants: { platform: 'trustpilot' },
    dates: { zone: 'UTC' },
  },
};

/** What tables of reviews call the same; whoever wrote and what they bought is left where it is. */
const TABLE_NAMES: NamesOf = {
  id: ['Review Id', 'id'],
  createdAt: ['Review Created (UTC)', 'Review Created', 'Created (UTC)', 'createdAt'],
  stars: ['Review Stars', 'stars', 'Rating'],
  title: ['Review Title', 'title'],
  text: ['Review Content', 'Review Text', 'text'],
  language: ['Review Language', 'language'],
  source: ['Source Of Review', 'source'],
  tags: ['Tags'],
  'location.id': ['Location Id'],
  'location.name': ['Location Name'],
  'businessUnit.id': ['Business Unit Id'],
  'businessUnit.identifyingName': ['Domain Url', 'Domain'],
  'companyReply.text': ['Company Reply', 'Reply', 'Company Reply Text'],
  'companyReply.createdAt': ['Company Reply Date (UTC)', 'Company Reply Date', 'Reply Date'],
};

/** Reviews of Trustpilot, from its API and from its table. */
export const trustpilot: Format = {
  code: 'trustpilot',
  title: 'Trustpilot',

  recognises(head) {
    const objects = jsonHead(head, LISTS)?.objects;
    if (objects === undefined) return isReviewTable(headRows(head)[0] ?? []);
    return objects.length > 0 && objects.every(({ value }) => isReview(value));
  },

  async open(file, options) {
    const head = await fileHead(file, options.encoding);
    const sheets = () => [REVIEWS];
    if (jsonHead(head) !== undefined) {
      return openJson(file, options, LISTS, { sheets, rowsOf: ({ value }) => [{ cells: cellsOf(value) }] });
    }
    const told = byName(TABLE_NAMES);
    const { items } = await tableItems(file, options);
    return openItems(items, { sheets, rowsOf: ({ value }) => [{ cells: withTitle(told(value)) }] });
  },
};

function cellsOf(review: JsonObject): Record<string, string> {
  const cells = REVIEWS.columns.map(({ name }) => [name, textAt(review, ...name.split('.'))]);
  return withTitle({ ...Object.fromEntries(cells), title: textAt(review, 'title') } as Record<string, string>);
}

/** The title goes before the text, unless it is only its beginning. */
function withTitle({ title = '', ...cells }: Record<string, string>): Record<string, string> {
  const text = cells.text ?? '';
  const isBeginning = text.startsWith(title.replace(/(?:…|\.\.\.)$/, '').trimEnd());
  return { ...cells, text: isBeginning ? text : `${title}\n${text}`.trim() };
}

function isReview({ stars, consumer, createdAt }: JsonObject): boolean {
  return typeof stars === 'number' && isObject(consumer) && typeof createdAt === 'string';
}

function isReviewTable(names: readonly string[]): boolean {
  const trustpilotsOwn = { stars: ['Review Stars'], createdAt: ['Review Created (UTC)', 'Review Created'] };
  return hasColumns(names, trustpilotsOwn, ['stars', 'createdAt']);
}

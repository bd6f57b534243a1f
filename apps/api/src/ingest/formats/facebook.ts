import { byName, hasColumns, type NamesOf } from './delimited/by-name.ts';
import { headRows } from './delimited/head-rows.ts';
import { tableItems } from './delimited/table-items.ts';
import type { Format, Sheet } from './format.ts';
import { openItems } from './json/object-file.ts';

/** What tables of recommendations call their columns. Ratings and whoever gave them are left where they are. */
const TABLE_NAMES: NamesOf = {
  id: ['open_graph_story.id', 'open_graph_story_id', 'Review ID', 'Recommendation ID', 'id'],
  created_time: ['created_time', 'Created time', 'Created', 'Date', 'Time'],
  recommendation_type: ['recommendation_type', 'Recommendation type', 'Recommendation', 'Recommends'],
  review_text: ['review_text', 'Review text', 'Review', 'Text', 'Message'],
  page_id: ['page_id', 'Page ID'],
  page_name: ['page_name', 'Page name', 'Page'],
  reply: ['reply', 'Reply text', 'Page reply', 'Response'],
  reply_time: ['reply_time', 'Reply time', 'Reply date', 'Response date'],
};

const RECOMMENDATIONS: Sheet = {
  name: 'recommendations',
  kind: 'reviews',
  columns: [
    { name: 'id', label: 'Recommendation' },
    { name: 'created_time', label: 'Written' },
    { name: 'recommendation_type', label: 'Positive or negative' },
    { name: 'review_text', label: 'Text' },
    { name: 'page_id', label: 'Page (number)' },
    { name: 'page_name', label: 'Page' },
    { name: 'reply', label: 'Our reply' },
    { name: 'reply_time', label: 'When we replied' },
  ],
  preset: {
    columns: {
      id: 'externalId',
      created_time: 'reviewedAt',
      recommendation_type: 'recommends',
      review_text: 'text',
      reply: 'reply',
      reply_time: 'repliedAt',
    },
    constants: { platform: 'facebook' },
    values: {
      recommends: {
        positive: 'true',
        negative: 'false',
        recommended: 'true',
        'not recommended': 'false',
        recommends: 'true',
        "doesn't recommend": 'false',
        'does not recommend': 'false',
        none: '',
      },
    },
  },
};

/** Recommendations of a Facebook page as tables. A recommendation is a yes or a no, and never becomes stars. */
export const facebook: Format = {
  code: 'facebook',
  title: 'Facebook recommendations',

  recognises(head) {
    const unmistakable = { ...TABLE_NAMES, recommendation_type: ['recommendation_type', 'Recommendation type'] };
    const needed = ['created_time', 'recommendation_type', 'review_text'];
    return hasColumns(headRows(head)[0] ?? [], unmistakable, needed);
  },

  async open(file, options) {
    const told = byName(TABLE_NAMES);
    const { items } = await tableItems(file, options);
    return openItems(items, { sheets: () => [RECOMMENDATIONS], rowsOf: ({ value }) => [{ cells: told(value) }] });
  },
};

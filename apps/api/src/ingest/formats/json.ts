import type { Format } from './format.ts';
import { anyObjects } from './json/any-objects.ts';
import { jsonHead } from './json/json-layout.ts';
import { openJson } from './json/object-file.ts';

/** Under which names systems hold their rows where the outermost thing is no list. */
const LISTS = ['data', 'items', 'records', 'responses', 'results', 'rows'];

/** Any list of JSON objects: what their fields mean, people or a mapping have to say. */
export const json: Format = {
  code: 'json',
  title: 'JSON',

  recognises(head) {
    const found = jsonHead(head, LISTS);
    return found !== undefined && found.layout === 'documents' && found.objects.length > 0;
  },

  open: (file, options) => openJson(file, options, LISTS, anyObjects(file.name)),
};

import type { Format } from './format.ts';
import { anyObjects } from './json/any-objects.ts';
import { jsonHead } from './json/json-layout.ts';
import { openJson } from './json/object-file.ts';

/** Any file with one JSON object a line: what their fields mean, people or a mapping have to say. */
export const ndjson: Format = {
  code: 'ndjson',
  title: 'NDJSON',

  recognises(head) {
    const found = jsonHead(head);
    return found !== undefined && found.layout === 'lines' && found.objects.length > 0;
  },

  open: (file, options) => openJson(file, options, [], anyObjects(file.name)),
};

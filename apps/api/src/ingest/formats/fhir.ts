import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { FhirReader } from './fhir/fhir-reader.ts';
import { ENTRIES, entriesOf } from './fhir/resources.ts';
import { fileHead } from './file-head.ts';
import type { Format, FormatOptions, OpenedFile } from './format.ts';
import { IdKey } from './id-key.ts';
import { jsonItems } from './json/json-items.ts';
import { jsonHead } from './json/json-layout.ts';
import { openItems } from './json/object-file.ts';

const READ = /"resourceType"\s*:\s*"(?:Bundle|QuestionnaireResponse|Encounter|EncounterHistory)"/;

/** Resources of a FHIR server, releases 4 and 5: answers to questionnaires, and visits with their waits. */
export const fhir: Format = {
  code: 'fhir',
  title: 'FHIR R4 and R5',
  recognises: ({ text }) => text !== undefined && /^\s*[[{]/.test(text) && READ.test(text),
  open: openFhir,
};

async function openFhir(file: SourceFile, { encoding, idKey = new IdKey() }: FormatOptions): Promise<OpenedFile> {
  const lists = [ENTRIES];
  const head = jsonHead(await fileHead(file, encoding), lists);
  if (head === undefined) {
    throw new UnreadableFile(
      `${file.name} does not begin as JSON does. Export resources as JSON, as a Bundle or as NDJSON; XML is not read.`,
    );
  }
  const { layout } = head;
  const reader = new FhirReader(idKey);
  const opened = await openItems(async function* (onRead) {
    for await (const items of jsonItems(file, { layout, lists, encoding, onRead })) yield items.flatMap(entriesOf);
  }, reader);
  return {
    ...opened,
    records(onRead) {
      reader.begin();
      return opened.records(onRead);
    },
  };
}

import type { RecordDto } from '#contracts/records.dto.ts';

/** A record that says nothing but when and where, with the given fields put in. */
export function aRecord(fields: Partial<RecordDto>): RecordDto {
  return {
    id: 'a1',
    at: '2026-11-12T09:30:00Z',
    department: 'ward-4b',
    source: 'surveys',
    channel: null,
    language: null,
    words: null,
    csat: null,
    nps: null,
    fft: null,
    effort: null,
    scores: null,
    waitKind: null,
    waitMinutes: null,
    promisedMinutes: null,
    outcome: null,
    complaintNumber: null,
    title: null,
    stage: null,
    severity: null,
    subjects: null,
    platform: null,
    stars: null,
    recommends: null,
    reply: null,
    collection: null,
    answers: null,
    eligible: null,
    ...fields,
  };
}

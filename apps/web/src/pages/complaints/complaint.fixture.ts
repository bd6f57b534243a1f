import type { ComplaintDto } from '#contracts/complaints.dto.ts';

/** An open complaint under investigation, with the given fields put in. */
export function aComplaint(fields: Partial<ComplaintDto>): ComplaintDto {
  return {
    id: '0c0c0c0c-0000-4000-8000-000000002291',
    number: 2291,
    title: 'Bill sent twice, no answer by phone',
    department: 'billing',
    touchpoint: 'billing',
    channel: 'phone',
    severity: 'medium',
    subjects: ['billing'],
    stage: 'investigating',
    receivedAt: '2026-11-02T03:00:00Z',
    stageSince: '2026-11-05T01:55:00Z',
    ageWorkingDays: 10,
    due: 'answer',
    dueOn: '2026-11-30',
    dueInWorkingDays: 10,
    moves: ['resolved'],
    narrative: null,
    language: null,
    source: 'front-desk',
    acknowledgeDueOn: '2026-11-05',
    answerDueOn: '2026-11-30',
    history: [],
    version: 3,
    ...fields,
  };
}

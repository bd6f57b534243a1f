import { describe, expect, it } from '@jest/globals';
import { complaintOf, emptyDraft, faultsOf, type LogDraft, newRequestId } from './log-draft.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const draft = (more: Partial<LogDraft> = {}): LogDraft => ({
  ...emptyDraft('5d1c0f3e-0000-4000-8000-000000000001'),
  ...{ narrative: ' Nobody called back. ', department: 'ward-4b', channel: 'phone' },
  ...more,
});

describe('a complaint being taken down', () => {
  it('needs words, a department and a way it came', () => {
    expect([...faultsOf(emptyDraft(''), NOW)]).toEqual(['narrative', 'department', 'channel']);
    expect([...faultsOf(draft({ narrative: '  ' }), NOW)]).toEqual(['narrative']);
    expect([...faultsOf(draft(), NOW)]).toEqual([]);
  });

  it('cannot have come tomorrow, nor on a day that is none', () => {
    expect([...faultsOf(draft({ receivedAt: '2026-11-24T09:00' }), NOW)]).toEqual(['receivedAt']);
    expect([...faultsOf(draft({ receivedAt: '2026-13-24T09:00' }), NOW)]).toEqual(['receivedAt']);
    expect([...faultsOf(draft({ receivedAt: '2026-11-20T09:00' }), NOW)]).toEqual([]);
  });

  it('is sent with what was said, and nothing of what was left out', () => {
    expect(complaintOf(draft(), '')).toEqual({
      requestId: '5d1c0f3e-0000-4000-8000-000000000001',
      department: 'ward-4b',
      channel: 'phone',
      subjects: [],
      severity: 'medium',
      narrative: 'Nobody called back.',
    });
    const full = complaintOf(
      draft({ title: 'No call', touchpoint: 'follow-up', receivedAt: '2026-11-20T09:00' }),
      ' V1 ',
    );
    expect(full).toMatchObject({ title: 'No call', touchpoint: 'follow-up', visit: 'V1' });
    expect(full.receivedAt).toBe(new Date('2026-11-20T09:00').toISOString());
  });

  it('has an id of its own that is a uuid', () => {
    const ids = [0, 1].map(() => newRequestId((bytes) => crypto.getRandomValues(bytes)));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

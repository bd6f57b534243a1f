import type { Channel } from '#domain/channel.ts';
import type { ComplaintSubject, Severity } from '#domain/complaint.ts';
import type { LogComplaintDto } from '#contracts/log-complaint.dto.ts';

/** A complaint being taken down, as the form holds it; '' where nothing was chosen yet. */
export interface LogDraft {
  requestId: string;
  narrative: string;
  title: string;
  department: string;
  channel: Channel | '';
  subjects: ComplaintSubject[];
  severity: Severity;
  touchpoint: string;
  /** As a browser's date and time field writes it, by the reader's clock: `2026-11-22T09:30`; '' for now. */
  receivedAt: string;
}

export type LogFault = 'narrative' | 'department' | 'channel' | 'receivedAt';

export function emptyDraft(requestId: string): LogDraft {
  return {
    requestId,
    ...{ narrative: '', title: '', department: '', channel: '', subjects: [] },
    ...{ severity: 'medium', touchpoint: '', receivedAt: '' },
  };
}

/** What has still to be said or mended before a complaint can be logged. */
export function faultsOf(draft: LogDraft, now: number): Set<LogFault> {
  const faults = new Set<LogFault>();
  if (draft.narrative.trim() === '') faults.add('narrative');
  if (draft.department === '') faults.add('department');
  if (draft.channel === '') faults.add('channel');
  if (draft.receivedAt !== '' && !(Date.parse(draft.receivedAt) <= now)) faults.add('receivedAt');
  return faults;
}

/** The draft as it is sent; what was left out stays out. The visit is never kept with the draft. */
export function complaintOf(draft: LogDraft, visit: string): LogComplaintDto {
  const { requestId, department, channel, subjects, severity } = draft;
  if (channel === '') throw new Error('a complaint came in somehow');
  return {
    ...{ requestId, department, channel, subjects, severity },
    narrative: draft.narrative.trim(),
    ...(draft.title.trim() && { title: draft.title.trim() }),
    ...(draft.touchpoint && { touchpoint: draft.touchpoint }),
    ...(draft.receivedAt && { receivedAt: new Date(draft.receivedAt).toISOString() }),
    ...(visit.trim() && { visit: visit.trim() }),
  };
}

/** A random uuid, also where a hospital serves plain HTTP and browsers offer none. */
export function newRequestId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const hex = [...random(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

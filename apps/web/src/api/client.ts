import { answerOf, http } from './http.ts';
import type { components, operations } from './schema.gen.ts';

/** What may be asked of the list of complaints; several values of a dimension are joined by "or". */
export type ComplaintsFilter = NonNullable<operations['Complaints_list']['parameters']['query']>;

export const api = {
  session: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/session', { signal })),

  organisation: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/organisation', { signal })),

  catalogue: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/metrics', { signal })),

  metrics: (body: components['schemas']['MetricsQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/query', { body, signal })),

  explain: (body: components['schemas']['ExplainQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/explain', { body, signal })),

  drivers: (body: components['schemas']['RelationQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/drivers', { body, signal })),

  waitEffect: (body: components['schemas']['RelationQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/wait-effect', { body, signal })),

  compare: (body: components['schemas']['MetricsCompareDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/compare', { body, signal })),

  why: (body: components['schemas']['WhyQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/why', { body, signal })),

  exportNumbers: (body: components['schemas']['NumbersExportDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/export', { body, signal, parseAs: 'text' })),

  records: (body: components['schemas']['RecordsQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/records/query', { body, signal })),

  exportRecords: (body: components['schemas']['RecordsQueryDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/records/export', { body, signal })),

  complaints: (query: ComplaintsFilter, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/complaints', { params: { query }, signal })),

  searchComplaints: (body: components['schemas']['ComplaintsSearchDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/complaints/search', { body, signal })),

  complaint: (number: number, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/complaints/{number}', { params: { path: { number } }, signal })),

  logComplaint: (body: components['schemas']['LogComplaintDto']) => answerOf(http.POST('/api/v1/complaints', { body })),

  takeStep: (number: number, body: components['schemas']['ComplaintStepDto']) =>
    answerOf(http.POST('/api/v1/complaints/{number}/steps', { params: { path: { number } }, body })),

  findPatient: (body: components['schemas']['PatientDto']) => answerOf(http.POST('/api/v1/patients/find', { body })),

  exportPatient: (body: components['schemas']['PatientDto']) =>
    answerOf(http.POST('/api/v1/patients/export', { body })),

  erasePatient: (body: components['schemas']['PatientErasureDto']) =>
    answerOf(http.POST('/api/v1/patients/erase', { body })),

  auditEvents: (body: components['schemas']['AuditSearchDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/audit/search', { body, signal })),

  auditActors: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/audit/actors', { signal })),

  verifyAudit: () => answerOf(http.POST('/api/v1/audit/verification')),

  breachReport: (query: operations['Audit_breach']['parameters']['query'], signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/audit/breach-report', { params: { query }, signal })),
};

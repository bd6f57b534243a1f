import createClient from 'openapi-fetch';
import type { ComplaintDto, ComplaintStepDto, ComplaintsPageDto, ComplaintView } from '#contracts/complaints.dto.ts';
import type { Dimension } from '#contracts/dimension.ts';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricCatalogueDto } from '#contracts/metric-catalogue.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { RecordsPageDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { ApiFailure, apiFailureOf } from './api-failure.ts';

interface Json<Body> {
  content: { 'application/json': Body };
}

interface Answered<Body> {
  responses: { 200: Json<Body> };
}

/** What may be asked of the list of complaints; several values of a dimension are joined by "or". */
export interface ComplaintsFilter extends Partial<Record<Dimension, string[]>> {
  view?: ComplaintView;
  stage?: string[];
  q?: string;
  cursor?: string;
  limit?: number;
}

/** The part of the API that the pages use. */
interface Paths {
  '/api/v1/organisation': { get: Answered<OrganisationDto> };
  '/api/v1/metrics': { get: Answered<MetricCatalogueDto> };
  '/api/v1/metrics/query': { post: Answered<MetricsAnswerDto> & { requestBody: Json<MetricsQueryDto> } };
  '/api/v1/records/query': { post: Answered<RecordsPageDto> & { requestBody: Json<RecordsQueryDto> } };
  '/api/v1/complaints': { get: Answered<ComplaintsPageDto> & { parameters: { query?: ComplaintsFilter } } };
  '/api/v1/complaints/{number}': { get: Answered<ComplaintDto> & { parameters: { path: { number: number } } } };
  '/api/v1/complaints/{number}/steps': {
    post: Answered<ComplaintDto> & { parameters: { path: { number: number } }; requestBody: Json<ComplaintStepDto> };
  };
}

const http = createClient<Paths>();

/** The answer itself, or an ApiFailure with the API's own words. */
async function answerOf<Body>(request: Promise<{ data?: Body; error?: unknown; response: Response }>): Promise<Body> {
  const { data, error, response } = await request.catch(() => {
    throw new ApiFailure(0, []);
  });
  if (data === undefined || !response.ok) throw apiFailureOf(response.status, error);
  return data;
}

export const api = {
  organisation: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/organisation', { signal })),

  catalogue: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/metrics', { signal })),

  metrics: (body: MetricsQueryDto, signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/metrics/query', { body, signal })),

  records: (body: RecordsQueryDto, signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/records/query', { body, signal })),

  complaints: (query: ComplaintsFilter, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/complaints', { params: { query }, signal })),

  complaint: (number: number, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/complaints/{number}', { params: { path: { number } }, signal })),

  takeStep: (number: number, body: ComplaintStepDto) =>
    answerOf(http.POST('/api/v1/complaints/{number}/steps', { params: { path: { number } }, body })),
};

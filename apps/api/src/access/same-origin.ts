import type { FastifyRequest } from 'fastify';

const ONLY_READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True unless another site may have made a person's browser send this. Every browser of today says where a request
 * comes from (Sec-Fetch-Site), older ones at least name the page's origin; whoever brings a cookie and says neither is
 * refused.
 */
export function fromOwnPages({ method, headers, host }: FastifyRequest): boolean {
  if (ONLY_READS.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = headers.origin;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

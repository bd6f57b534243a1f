import { codeTable } from './code-table.ts';

/** Where a review was published. Append-only: positions are stored. */
export const REVIEW_PLATFORMS = codeTable([
  'google',
  'facebook',
  'trustpilot',
  'nhs',
  'practo',
  'zalo',
  'website',
  'other',
]);

export type ReviewPlatform = (typeof REVIEW_PLATFORMS.codes)[number];

import { COMPLAINT_EVENT_FEED, COMPLAINT_FEED } from '../complaints/complaint-feed.ts';
import { REVIEW_FEEDS } from '../reviews/review-feed.ts';
import { SURVEY_FEEDS } from '../surveys/survey-feed.ts';
import { WAIT_FEEDS } from '../waits/wait-feed.ts';
import type { Feed } from './feed.ts';

/** Everything the demo network sends, in the order it is sent; histories need their complaints to be there. */
export const FEEDS: readonly Feed[] = [
  COMPLAINT_FEED,
  COMPLAINT_EVENT_FEED,
  ...SURVEY_FEEDS,
  ...WAIT_FEEDS,
  ...REVIEW_FEEDS,
];

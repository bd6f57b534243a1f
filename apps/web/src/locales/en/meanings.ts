/** What each number means, for "How is this computed?". */
export const meanings = {
  responses: 'Number of survey replies received in the period.',
  csat: 'Percent of answers 4 or 5 among answers from 1 to 5. Patients who did not answer are not counted.',
  'top-box': 'Percent of answers 5, the best there is, among answers from 1 to 5.',
  'mean-score': 'Mean of the answers from 1 to 5.',
  nps: 'Percent who would recommend (9–10) minus percent who would not (0–6), from −100 to 100.',
  'fft-positive': 'Percent who answered “good” or “very good”. “Don’t know” stays in the total.',
  'fft-negative': 'Percent who answered “poor” or “very poor”. “Don’t know” stays in the total.',
  effort: 'Percent who found it easy to get what they came for: 6 or 7 of 7.',
  waits: 'Number of waits that began in the period.',
  'wait-median': 'Half of the patients waited no longer than this.',
  'wait-p90': 'Nine of ten patients waited no longer than this.',
  'wait-p95': 'Nineteen of twenty patients waited no longer than this.',
  'wait-within-target': 'Percent of waits that ended within the target in force.',
  'wait-within-promise': 'Percent of waits that ended within the time the patient had been told.',
  'left-without-being-seen': 'Percent of patients who left before they were seen.',
  'complaints-opened': 'Number of complaints received in the period.',
  'complaints-open': 'Complaints at the end of the period whose patient has not been told the answer yet.',
  'complaints-closed': 'Number of complaints closed in the period: the patient was told what came of it.',
  'complaints-acknowledged-in-time':
    'Percent of complaints whose receipt was confirmed by the due day, among those due.',
  'complaints-answered-in-time':
    'Percent of complaints whose patient was told the answer by the due day, among those due.',
  reviews: 'Number of online reviews published in the period.',
  'review-rating': 'Mean of the stars given in online reviews, from 1 to 5.',
  'review-positive': 'Percent of online reviews with 4 or 5 stars.',
  'review-replied': 'Percent of online reviews that have a reply.',
};

/** How the answers of a few surgeries go in: words for scores, wards not known yet. */
export const FFT = [
  '--kind=survey-responses',
  '--source=fft',
  '--map=time=respondedAt',
  '--map=rating=fft',
  '--map=rating=csat',
  '--map=surgery=department',
  '--value=csat:Extremely likely=5',
  '--value=csat:Likely=4',
  '--value=csat:Neither likely nor unlikely=3',
  '--value=csat:Unlikely=2',
  '--value=csat:Extremely unlikely=1',
  "--value=csat:Don't know=",
  '--site=mill-lane',
  '--create-departments',
];

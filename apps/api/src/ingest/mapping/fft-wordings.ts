import type { FftAnswer } from '#domain/scale.ts';

/**
 * The two wordings of the Friends and Family Test, as answers of one scale: until April 2020 patients were asked how
 * likely they were to recommend the service, since then how their experience was. Source: NHS England FFT guidance.
 */
export const FFT_WORDINGS: Readonly<Record<string, FftAnswer>> = {
  'Extremely likely': 'very-good',
  Likely: 'good',
  'Neither likely nor unlikely': 'neither',
  Unlikely: 'poor',
  'Extremely unlikely': 'very-poor',
  'Very good': 'very-good',
  Good: 'good',
  'Neither good nor poor': 'neither',
  Poor: 'poor',
  'Very poor': 'very-poor',
  "Don't know": 'dont-know',
  'Don’t know': 'dont-know',
  'Dont know': 'dont-know',
};

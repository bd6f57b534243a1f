import type { ReplyPhrases } from '../phrase-book.ts';

export const REPLIES: ReplyPhrases = {
  thanks: [
    'Thank you for your kind words. We will pass them on to the team.',
    'We are glad that the visit went well. Thank you for telling us.',
    'Thank you! It means a lot to everybody who was on duty that day.',
  ],
  sorry: [
    'We are sorry that your visit was not what you needed. Please write to our patient relations team so that we can look into it.',
    'Thank you for being open with us. This is not how we want it to be, and the head of the department has read it.',
    'We apologise for the wait and for not telling you why. We have passed this on and are working on it.',
  ],
};

import { BadRequestException } from '@nestjs/common';
import { type Owner, type PasswordMisfit, passwordMisfit } from './password-rules.ts';

const SENTENCES: Readonly<Record<PasswordMisfit, string>> = {
  'too-short': 'password must have at least 12 characters: a few words that nobody would put together do well',
  'too-long': 'password must have at most 200 characters',
  'too-common': 'password is one of those that everybody tries first: choose another',
  'about-you': 'password must not be your own name or email address: choose another',
};

/** Throws a refusal that says what to do unless a password will do for its owner. */
export function refuseMisfit(password: string, owner: Owner): void {
  const misfit = passwordMisfit(password, owner);
  if (misfit === null) return;
  throw new BadRequestException({
    ...{ statusCode: 400, message: SENTENCES[misfit], error: 'Bad Request' },
    reason: `password-${misfit}`,
  });
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';

/** Names the key with which whoever started the process may set the installation up; undefined where nobody may. */
export const SET_UP_KEY = Symbol('the key for setting up');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Knows the one key that lives only as long as this process: it describes the demo network and sends its rows. */
@Injectable()
export class SetUpKey {
  constructor(@Inject(SET_UP_KEY) private readonly key: string | undefined) {}

  matches(text: string): boolean {
    return this.key !== undefined && timingSafeEqual(digest(text), digest(this.key));
  }
}

import { type ArgumentMetadata, BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';

/** No shape of ours is deeper; what is deeper only means to exhaust whoever walks through it. */
const DEEPEST = 20;

/** Names that every object has: what reads a body into a class passes over them without a word. */
const NO_FIELDS = ['constructor', 'prototype', '__proto__'];

/**
 * Refuses what no field of ours can be or hold, wherever it is sent: NUL characters, which Postgres cannot keep, nesting
 * without end, and fields that would be passed over instead of refused.
 */
@Injectable()
export class PlainValuesPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type !== 'custom') refuseOdd(value, data ?? type);
    return value;
  }
}

function refuseOdd(value: unknown, name: string, depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new BadRequestException(`${name} holds a NUL character: leave it out`);
  } else if (typeof value === 'object' && value !== null) {
    if (depth === DEEPEST) throw new BadRequestException(`${name} is nested too deeply`);
    for (const [key, inner] of Object.entries(value)) {
      if (NO_FIELDS.includes(key)) throw new BadRequestException(`property ${key} should not exist`);
      refuseOdd(inner, depth === 0 ? key : name, depth + 1);
    }
  }
}

import { createParamDecorator } from '@nestjs/common';
import type { Scope } from '../database/scope.ts';
import { scopeOfRequest } from './access.ts';

/** The scope of the request, for a controller's argument: `find(@InScope() scope: Scope)`. */
export const InScope = createParamDecorator((): Scope => scopeOfRequest());

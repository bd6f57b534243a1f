import { SetMetadata } from '@nestjs/common';
import type { Ability } from '#domain/role.ts';

/**
 * What a route asks of whoever calls it: an ability, `somebody` for anyone who has signed in, `nobody` for what is
 * open to all. A route that does not say is closed to everybody.
 */
export type Need = Ability | 'somebody' | 'nobody';

export const NEED = 'bedside:need';

/** Only for those who have the ability: `@Needs('read', 'words')`. */
export const Needs = (...ability: Ability) => SetMetadata(NEED, ability);

/** For everyone who has signed in, whatever their role. */
export const NeedsSignIn = () => SetMetadata(NEED, 'somebody' satisfies Need);

/** For everyone, also those whom nobody knows. */
export const OpenToAll = () => SetMetadata(NEED, 'nobody' satisfies Need);

import { createMongoAbility, type MongoAbility } from '@casl/ability';
import { ABILITIES, type Action, type Capacity, type Subject } from '#domain/role.ts';

export type Abilities = MongoAbility<[Action, Subject]>;

const OF_CAPACITY = new Map(
  Object.entries(ABILITIES).map(([capacity, rules]) => [
    capacity,
    createMongoAbility<[Action, Subject]>(rules.map(([action, subject]) => ({ action, subject }))),
  ]),
);

/** What somebody may do in a capacity. */
export function abilitiesOf(capacity: Capacity): Abilities {
  const abilities = OF_CAPACITY.get(capacity);
  if (abilities === undefined) throw new Error('a capacity nobody has described');
  return abilities;
}

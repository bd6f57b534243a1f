/** What a person is in an organisation; it decides what they may do, and with their departments, whose data they see. */
export const ROLES = ['administrator', 'quality-manager', 'department-head', 'staff', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that see the departments they are given, each with those below it; the others see the whole organisation. */
export const ROLES_OF_DEPARTMENTS: readonly Role[] = ['department-head', 'staff'];

/** Whoever may act: a person in a role, the key of one source, or the installation setting itself up. */
export type Capacity = Role | 'source-key' | 'set-up';

/**
 * What can be done to what. `words` are what patients wrote and the records they wrote it in; `rows` are sent to
 * ingest; `held` is what is held about one patient; `settings` are targets, retention and sign-in rules.
 */
export type Ability =
  | readonly ['read', 'numbers' | 'directory' | 'words' | 'complaints' | 'quarantine' | 'people' | 'sources' | 'audit']
  | readonly ['read', 'settings']
  | readonly ['export', 'numbers' | 'words' | 'audit']
  | readonly ['log' | 'work', 'complaints']
  | readonly ['mend', 'quarantine']
  | readonly ['send' | 'erase', 'rows']
  | readonly ['change', 'people' | 'sources' | 'structure' | 'touchpoints' | 'targets' | 'baselines' | 'settings']
  | readonly ['find' | 'export' | 'erase', 'held'];

export type Action = Ability[0];
export type Subject = Ability[1];

const READS_NUMBERS: readonly Ability[] = [
  ['read', 'numbers'],
  ['read', 'directory'],
];

const ANSWERS_COMPLAINTS: readonly Ability[] = [
  ['read', 'complaints'],
  ['log', 'complaints'],
  ['work', 'complaints'],
];

const READS_WORDS: readonly Ability[] = [
  ['read', 'words'],
  ['export', 'numbers'],
  ['export', 'words'],
];

const QUALITY_MANAGER: readonly Ability[] = [
  ...READS_NUMBERS,
  ...ANSWERS_COMPLAINTS,
  ...READS_WORDS,
  ['read', 'quarantine'],
  ['mend', 'quarantine'],
  ['read', 'sources'],
  ['read', 'settings'],
  ['send', 'rows'],
  ['erase', 'rows'],
  ['change', 'touchpoints'],
  ['change', 'targets'],
  ['change', 'baselines'],
  ['find', 'held'],
  ['export', 'held'],
  ['erase', 'held'],
];

/** The one table of who may do what; the API's guards and the pages both go by it. */
export const ABILITIES: Readonly<Record<Capacity, readonly Ability[]>> = {
  administrator: [
    ...QUALITY_MANAGER,
    ['read', 'people'],
    ['read', 'audit'],
    ['export', 'audit'],
    ['change', 'people'],
    ['change', 'sources'],
    ['change', 'structure'],
    ['change', 'settings'],
  ],
  'quality-manager': QUALITY_MANAGER,
  'department-head': [...READS_NUMBERS, ...ANSWERS_COMPLAINTS, ...READS_WORDS, ['change', 'baselines']],
  staff: [...READS_NUMBERS, ...ANSWERS_COMPLAINTS],
  auditor: [
    ...READS_NUMBERS,
    ['read', 'people'],
    ['read', 'sources'],
    ['read', 'settings'],
    ['read', 'audit'],
    ['export', 'audit'],
  ],
  'source-key': [
    ['send', 'rows'],
    ['erase', 'rows'],
  ],
  'set-up': [
    ['send', 'rows'],
    ['change', 'structure'],
    ['change', 'touchpoints'],
  ],
};

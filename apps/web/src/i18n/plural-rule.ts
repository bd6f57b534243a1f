const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/**
 * Which of the forms "one | few | many | other" of a message fits a number. Forms stand in this order and only those
 * the language has: two in English, four in Lithuanian, one in Thai.
 */
export function pluralRule(locale: string): (count: number, forms: number) => number {
  const rules = new Intl.PluralRules(locale);
  const has = new Set(rules.resolvedOptions().pluralCategories);
  const order = CATEGORIES.filter((category) => has.has(category));
  return (count, forms) => Math.min(order.indexOf(rules.select(count)), forms - 1);
}

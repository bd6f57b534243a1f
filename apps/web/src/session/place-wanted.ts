/** Where to go after signing in: the page somebody wanted, if it is one of ours, else the first one. */
export function placeWanted(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  const here = 'https://here.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  const path = `${pathname}${search}${hash}`;
  // Two slashes begin the address of another host.
  return origin === here && !path.startsWith('//') ? path : '/';
}

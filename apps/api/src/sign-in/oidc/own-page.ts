const LONGEST = 2_000;

/** The page of ours that somebody wanted, else the first one: never another site, never the API. */
export function ownPage(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > LONGEST || !wanted.startsWith('/')) return '/';
  const here = 'https://here.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  // Two slashes begin the address of another host.
  const ours = origin === here && !pathname.startsWith('//') && !/^\/api(?:\/|$)/.test(pathname);
  return ours ? `${pathname}${search}${hash}` : '/';
}

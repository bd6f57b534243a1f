const kept = globalThis as typeof globalThis & { stopTestPostgres?: () => Promise<void> };

/** Jest loads set-up and teardown apart from each other; the global object is what they have in common. */
export function keepForTeardown(stop: () => Promise<void>): void {
  kept.stopTestPostgres = stop;
}

export default async function stopPostgres(): Promise<void> {
  await kept.stopTestPostgres?.();
}

import type { Locator } from 'playwright-core';

export interface Place {
  x: number;
  y: number;
}

/** Where on the screen the points of a panel's line chart stand, from left to right. */
export async function pointsOf(panel: Locator): Promise<Place[]> {
  const stage = panel.locator('.stage');
  await stage.locator('svg').waitFor();
  await stage.scrollIntoViewIfNeeded();
  return stage.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    // ECharts draws a symbol as a circle of radius 1 that is scaled and moved.
    const symbols = [...element.querySelectorAll<SVGPathElement>('path[d^="M1 0A1 1"]')];
    return symbols
      .map((symbol) => symbol.transform.baseVal.consolidate()?.matrix)
      .filter((matrix) => matrix !== undefined)
      .map(({ e, f }) => ({ x: left + e, y: top + f }))
      .sort((one, other) => one.x - other.x);
  });
}

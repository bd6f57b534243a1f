import type { Panel } from '#contracts/dashboard.ts';

/** Panels that share a stretch of the page: one across all of it, or two columns that fill independently. */
export interface Band {
  kind: 'whole' | 'columns';
  main: Panel[];
  side: Panel[];
  /** How the twelve columns are shared between main and side. */
  split: readonly [number, number];
}

/**
 * Puts panels into bands in their order: a panel of twelve columns stands alone; of the others, the wide ones fill the
 * main column and the narrow ones the side, so that no row waits for its tallest panel. Halves alternate.
 */
export function bandsOf(panels: readonly Panel[]): Band[] {
  const bands: Band[] = [];
  for (const panel of panels) {
    if (panel.width === 12) {
      bands.push({ kind: 'whole', main: [panel], side: [], split: [12, 0] });
      continue;
    }
    let band = bands.at(-1);
    if (band?.kind !== 'columns' || !fits(panel, band)) {
      band = { kind: 'columns', main: [], side: [], split: splitFor(panel) };
      bands.push(band);
    }
    const toSide = panel.width === 6 ? band.side.length < band.main.length : panel.width < 6;
    (toSide ? band.side : band.main).push(panel);
  }
  return bands.map(filled);
}

/** Where one column is left empty, the other has the whole stretch. */
function filled(band: Band): Band {
  if (band.main.length > 0 && band.side.length > 0) return band;
  return { kind: 'whole', main: [...band.main, ...band.side], side: [], split: [12, 0] };
}

function splitFor({ width }: Panel): readonly [number, number] {
  return width > 6 ? [width, 12 - width] : [12 - width, width];
}

function fits(panel: Panel, { split }: Band): boolean {
  return split.includes(panel.width);
}

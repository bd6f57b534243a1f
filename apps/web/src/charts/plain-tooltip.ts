import type { TooltipComponentOption } from 'echarts';
import type { ChartPalette } from './chart-palette.ts';

/** A tooltip drawn by the chart itself: no HTML, so nothing a source sends can be run, and no inline style is needed. */
export function plainTooltip({ surface, line, ink, fontFamily }: ChartPalette): TooltipComponentOption {
  return {
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: surface,
    borderColor: line,
    borderWidth: 1,
    padding: 10,
    textStyle: { color: ink, fontFamily, fontSize: 12, lineHeight: 18 },
  };
}

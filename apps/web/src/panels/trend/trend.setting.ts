import type { ChartPalette } from '../../charts/chart-palette.ts';
import type { Speech } from '../../format/speech.ts';

/** What a trend is drawn with besides its answers. */
export interface TrendSetting {
  palette: ChartPalette;
  speech: Speech;
  minimumResponses: number;
  /** True on a narrow screen: labels at the line's end give way to the plot. */
  narrow: boolean;
}

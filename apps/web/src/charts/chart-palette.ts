import { computed, type ComputedRef } from 'vue';
import { useTheme } from '../composables/use-theme.ts';

/** Colours a chart draws with, by what they mean. */
export interface ChartPalette {
  surface: string;
  ink: string;
  quiet: string;
  line: string;
  limit: string;
  concern: string;
  improvement: string;
  /** At most four series, told apart by colour and by the label at their end. */
  series: readonly [string, string, string, string];
  fontFamily: string;
}

/** The palette of the theme in force, read from the stylesheet's tokens. */
export function useChartPalette(): ComputedRef<ChartPalette> {
  const { dark } = useTheme();
  return computed(() => paletteFrom(getComputedStyle(document.documentElement), dark.value));
}

function paletteFrom(style: CSSStyleDeclaration, _dark: boolean): ChartPalette {
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    surface: token('surface'),
    ink: token('ink'),
    quiet: token('ink-3'),
    line: token('line'),
    limit: token('limit'),
    concern: token('concern'),
    improvement: token('improvement'),
    series: [token('series-1'), token('series-2'), token('series-3'), token('series-4')],
    fontFamily: token('font-sans'),
  };
}

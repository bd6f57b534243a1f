import type { ChartPalette } from './chart-palette.ts';

export const PLAIN_PALETTE: ChartPalette = {
  surface: 'white',
  ink: 'black',
  quiet: 'grey',
  line: 'silver',
  limit: 'darkgrey',
  concern: 'orange',
  improvement: 'blue',
  series: ['navy', 'teal', 'maroon', 'charcoal'],
  fontFamily: 'sans-serif',
};

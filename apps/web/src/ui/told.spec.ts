import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { answerOf, weekPoint } from '../findings/points.fixture.ts';
import { figuresFor } from '../format/figures.ts';
import { cellFigureOf, headlineOf, toldOf } from './told.ts';

const HERE = import.meta.dirname;
/** Of another type, or without properties that its type has. */
const NOT_ASSIGNABLE = [2322, 2739, 2740, 2741];

/** The compiler’s own numbers for what it says against a snippet that stands beside this file. */
function complaints(snippet: string): number[] {
  const name = join(HERE, 'snippet.ts');
  const { config } = ts.readConfigFile(join(HERE, '../../../../tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, join(HERE, '../../../..'));
  const host = ts.createCompilerHost(options);
  const readFile = (path: string): string | undefined => (path === name ? snippet : ts.sys.readFile(path));
  const program = ts.createProgram(
    [name],
    { ...options, types: [] },
    {
      ...host,
      fileExists: (path) => path === name || ts.sys.fileExists(path),
      readFile,
      getSourceFile: (path, version) => {
        const text = readFile(path);
        return text === undefined ? undefined : ts.createSourceFile(path, text, version);
      },
    },
  );
  return program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ code }) => code);
}

const TAKERS = `
import type { TwinRow } from '../charts/twin-table.ts';
import type { HeatCell } from '../panels/heatmap/heatmap.grid.ts';
import type { Tile } from '../panels/kpi/kpi.tile.ts';
import type { DistributionRow } from '../panels/distribution/distribution.rows.ts';
import type { TrendSeries } from '../panels/trend/trend.series.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { headlineOf, type Told, toldOf } from './told.ts';
declare const answer: MetricAnswerDto;
declare const point: MetricPointDto;
`;

it('compiles where a number is told, and for every figure not where it is bare', () => {
  const told = `${TAKERS}
    const told: Told = toldOf(answer, point);
    export const taken: [Tile['point'], HeatCell['point'], TwinRow['point'], DistributionRow['point'], TrendSeries['points'][number]] =
      [told, told, told, told, told];`;
  expect(complaints(told)).toEqual([]);

  const bare = `${TAKERS}
    export const tile: Tile['point'] = { value: 87 };
    export const figure: Tile['figure'] = '87';
    export const cell: HeatCell['text'] = '87';
    export const row: TwinRow['point'] = point;
    export const bar: DistributionRow['point'] = point;
    export const mark: TrendSeries['points'][number] = { ...point, metric: 'csat', unit: 'percent' };`;
  const said = complaints(bare);
  expect(said).toHaveLength(6);
  expect(said.filter((code) => !NOT_ASSIGNABLE.includes(code))).toEqual([]);
}, 60_000);

it('writes a told number as a headline and in a cell, and a dash for one that is withheld', () => {
  const figures = figuresFor('en', false);
  const answer = answerOf([weekPoint(0, { value: 84.25 })]);
  const told = toldOf(answer, weekPoint(0, { value: 84.25 }));
  expect(headlineOf(told, figures)).toEqual({ figure: '84.3', unit: '%' });
  expect(cellFigureOf(told, 84, figures)).toBe('84');
  expect(cellFigureOf(toldOf(answer, weekPoint(0, { value: null })), 84, figures)).toBe('–');
});

import type { Grain } from '#domain/grain.ts';
import type { Dimension, Where } from './dimension.ts';
import type { WhyDimension, WhyMetric } from './why.dto.ts';

/**
 * A dashboard is plain data: which metrics, at which grain, broken down by what. It holds no SQL, no colours, no chart
 * options and no functions; a panel kind is a member of `Panel` and a folder in apps/web/src/panels.
 */
export interface Dashboard {
  /** Last part of its address, and the key of its words in the locales (`dashboards.<code>`). */
  code: string;
  /** How many whole weeks it shows unless the address says otherwise. */
  weeks: number;
  /** The metric whose number says beneath the title what the page rests on. */
  basis: 'responses' | 'waits' | 'complaints-opened';
  /** Where its title looks for what changed. */
  watch: Watch[];
  panels: Panel[];
}

/** Cells that are looked at together each week: a signal in one of them may become the title of the page. */
export interface Watch {
  metrics: string[];
  by: Dimension[];
  where?: Where;
}

interface PanelBase {
  /** Key of the panel's words in the locales (`dashboards.<dashboard>.<code>`), and its anchor in the page. */
  code: string;
  /** Columns of twelve on a wide screen. */
  width: 4 | 5 | 6 | 7 | 8 | 12;
  /** Filters of the panel's own, under those of the page. */
  where?: Where;
}

/** A row of headline values for the period of the page, each with interval, n and the word for its change. */
export interface KpiPanel extends PanelBase {
  kind: 'kpi';
  metrics: string[];
}

/** Values over time with their interval as a band and the signal rule's limits. */
export interface TrendPanel extends PanelBase {
  kind: 'trend';
  metrics: string[];
  grain: Exclude<Grain, 'total'>;
  /** At most four series are drawn in colour. */
  by?: Dimension;
  /** How many weeks it looks back at the least, so that a single week is seen in its run-up. */
  weeks?: number;
  /** Left out where nothing of it ever came in: not every hospital has what it shows. */
  onlyIfAny?: true;
}

/** One value a cell, printed in it: rows against weeks, or rows against another dimension. */
export interface HeatmapPanel extends PanelBase {
  kind: 'heatmap';
  metric: string;
  rows: Dimension;
  columns: Dimension | 'week';
  /** How many weeks it looks back at the least where the columns are weeks. */
  weeks?: number;
}

/** How the values of each group lie beside each other: one bar a group with its interval. */
export interface DistributionPanel extends PanelBase {
  kind: 'distribution';
  metric: string;
  by: Dimension;
}

/** Why a score changed: its parts within groups and of the mix, which add up to the change. */
export interface WhyPanel extends PanelBase {
  kind: 'why';
  metric: WhyMetric;
  /** What it may be split by; the first unless the reader chooses. */
  by: [WhyDimension, ...WhyDimension[]];
}

/** What changed, one line a signal with its evidence, and what did not: the long form of the page's title. */
export interface ChangesPanel extends PanelBase {
  kind: 'changes';
  rows: number;
}

/** What is to be done next: complaints by what is due first. */
export interface WorklistPanel extends PanelBase {
  kind: 'worklist';
  view: 'open' | 'overdue' | 'due-soon';
  rows: number;
}

/** Patients' own words, newest first, in their own script and direction. */
export interface CommentsPanel extends PanelBase {
  kind: 'comments';
  metric: string;
  rows: number;
}

/** Which touchpoint's score moves the overall score most, against how well each does: importance × performance. */
export interface DriversPanel extends PanelBase {
  kind: 'drivers';
}

/** What ten minutes of waiting cost, in all and beyond what was promised, as sentences with their intervals. */
export interface WaitEffectPanel extends PanelBase {
  kind: 'wait-effect';
  /** How many weeks it looks back at the least: a few hold too few replies whose wait is known. */
  weeks: number;
}

export type Panel =
  | KpiPanel
  | TrendPanel
  | HeatmapPanel
  | DistributionPanel
  | WhyPanel
  | ChangesPanel
  | WorklistPanel
  | CommentsPanel
  | DriversPanel
  | WaitEffectPanel;

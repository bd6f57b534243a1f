import { expect, it } from '@jest/globals';
import { SpanPlan } from './span-plan.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' };

it('reads a span once, however many ask for it', () => {
  expect(new SpanPlan([NOVEMBER, OCTOBER, { ...NOVEMBER }]).read).toEqual([OCTOBER, NOVEMBER]);
});

it('reads nothing for a span without dates', () => {
  const plan = new SpanPlan([{ from: '2026-11-01', to: '2026-11-01' }]);
  expect(plan.read).toEqual([]);
  expect(plan.partsOf({ from: '2026-11-01', to: '2026-11-01' })).toEqual([]);
});

it('reads what stands at each end as what was added to the end before', () => {
  const plan = new SpanPlan([
    { from: null, to: '2026-12-01' },
    { from: null, to: '2026-11-01' },
  ]);
  expect(plan.read).toEqual([
    { from: null, to: '2026-11-01' },
    { from: '2026-11-01', to: '2026-12-01' },
  ]);
  expect(plan.partsOf({ from: null, to: '2026-11-01' })).toEqual([0]);
  expect(plan.partsOf({ from: null, to: '2026-12-01' })).toEqual([0, 1]);
});

it('keeps plain spans and those from the beginning apart', () => {
  const plan = new SpanPlan([{ from: null, to: '2026-11-01' }, OCTOBER]);
  expect(plan.partsOf(OCTOBER)).toEqual([0]);
  expect(plan.partsOf({ from: null, to: '2026-11-01' })).toEqual([1]);
});

import { describe, expect, test } from 'vitest';
import { aligned, distributed, guidesOf, type Alignment, type Box } from '../../../shared/runbook/arrange.ts';

const boxes: Readonly<Record<string, Box>> = {
  wide: { x: 0, y: 0, width: 208, height: 88 },
  low: { x: 120, y: 200, width: 208, height: 88 },
  far: { x: 800, y: 104, width: 208, height: 88 },
};

describe('aligning', () => {
  test.each<[Alignment, readonly (readonly [number, number])[]]>([
    ['left', [[0, 0], [0, 200], [0, 104]]],
    ['center', [[400, 0], [400, 200], [400, 104]]],
    ['right', [[800, 0], [800, 200], [800, 104]]],
    ['top', [[0, 0], [120, 0], [800, 0]]],
    ['middle', [[0, 100], [120, 100], [800, 100]]],
    ['bottom', [[0, 200], [120, 200], [800, 200]]],
  ])('%s', (alignment, places) => {
    expect(Object.values(aligned(boxes, alignment))).toEqual(places);
  });

  test('makes the spaces the same and leaves the outer two where they are', () => {
    expect(distributed(boxes, 'horizontal')).toEqual({ wide: [0, 0], low: [400, 200], far: [800, 104] });
    expect(distributed(boxes, 'vertical')).toEqual({ wide: [0, 0], far: [800, 100], low: [120, 200] });
    expect(distributed({ one: boxes['wide'] ?? expect.fail(), other: boxes['far'] ?? expect.fail() }, 'horizontal')).toEqual({});
  });
});

test('lines show where a moving box has an edge or its middle in common with others', () => {
  const moving: Box = { x: 120, y: 400, width: 208, height: 88 };
  expect(guidesOf(moving, [boxes['low'] ?? expect.fail()])).toEqual([
    { axis: 'vertical', at: 120, from: 200, to: 488 },
    { axis: 'vertical', at: 224, from: 200, to: 488 },
    { axis: 'vertical', at: 328, from: 200, to: 488 },
  ]);
  expect(guidesOf({ ...moving, x: 111, y: 207 }, Object.values(boxes))).toEqual([]);
});

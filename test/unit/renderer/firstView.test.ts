import { describe, expect, it } from 'vitest';
import { leavesRoom } from '../../../renderer/features/designer/firstView.ts';

describe('the list of activities stands open at first', () => {
  it.each([
    ['beside the properties where the canvas is wide enough', 640, false, true],
    ['not where the canvas is too narrow', 600, false, false],
    ['not where list and properties would leave no card to be seen', 706, true, false],
    ['where a card is seen between list and properties', 830, true, true],
  ])('over an empty runbook, %s', (_, width, covered, open) => {
    expect(leavesRoom(width, [], covered)).toBe(open);
  });

  it('where names on the cards stay readable beside it', () => {
    expect(leavesRoom(900, [[0, 0], [400, 0]], false)).toBe(true);
    expect(leavesRoom(900, [[0, 0], [1600, 0]], false)).toBe(false);
  });
});

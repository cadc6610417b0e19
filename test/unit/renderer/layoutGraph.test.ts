import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { layoutGraph, placesAfter } from '../../../renderer/features/designer/layoutGraph.ts';
import { boxAround, cardSize } from '../../../shared/runbook/arrange.ts';
import { moveActivities } from '../../../shared/runbook/edits.ts';
import { addGroup, addNote, groupBox } from '../../../shared/runbook/marks.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

/** A start, two branches, one activity after both, and one by itself; all in one heap. */
const heap = Runbook.parse({
  name: 'Heap',
  activities: Object.fromEntries(['start', 'left', 'right', 'end', 'alone'].map((key) => [key, { type: 'control.initializeData', name: key }])),
  links: [['start', 'left'], ['start', 'right'], ['left', 'end'], ['right', 'end']].map(([from, to]) => ({ from, to })),
  layout: { start: [400, 400], left: [400, 400], right: [408, 400], end: [96, 408], alone: [400, 416] },
});

async function tidied(runbook: Runbook, labels: Readonly<Record<string, string>> = {}): Promise<ReturnType<typeof placesAfter>> {
  return placesAfter(runbook, await new ELK().layout(layoutGraph(runbook, labels)));
}
const at = (places: ReturnType<typeof placesAfter>, key: string): readonly [number, number] => places[key] ?? expect.fail(`${key} has no place`);

describe('tidying up', () => {
  it('goes from left to right, covers nothing, and keeps the upper left corner', async () => {
    const places = await tidied(heap);
    expect(at(places, 'left')[0]).toBeGreaterThanOrEqual(at(places, 'start')[0] + cardSize.width);
    expect(at(places, 'end')[0]).toBeGreaterThanOrEqual(at(places, 'right')[0] + cardSize.width);
    const keys = Object.keys(places);
    const overlapping = keys.flatMap((one) =>
      keys.filter((other) => other > one && Math.abs(at(places, one)[0] - at(places, other)[0]) < cardSize.width && Math.abs(at(places, one)[1] - at(places, other)[1]) < cardSize.height),
    );
    expect(overlapping).toEqual([]);
    expect(boxAround(keys.map((key) => ({ x: at(places, key)[0], y: at(places, key)[1], width: 1, height: 1 })))).toMatchObject({ x: 96, y: 400 });
  });

  it('is the same when it is done twice', async () => {
    const once = moveActivities(heap, await tidied(heap));
    expect(moveActivities(once, await tidied(once)).layout).toEqual(once.layout);
  });

  it('leaves room for what a link says', async () => {
    const [plain, labelled] = [await tidied(heap), await tidied(heap, { 'start>left': 'Subject contains VIP' })];
    expect(at(labelled, 'left')[0] - at(labelled, 'start')[0]).toBeGreaterThan(at(plain, 'left')[0] - at(plain, 'start')[0] + 80);
  });

  it('keeps the activities of a group together, and a note at its activity', async () => {
    const marked = addNote(addGroup(heap, ['left', 'alone']).runbook, [96, 504], 'At the end').runbook;
    const places = await tidied(marked);
    const layout = moveActivities(marked, Object.fromEntries(Object.keys(marked.activities).map((key) => [key, at(places, key)]))).layout;
    const frame = groupBox({ layout }, marked.groups['group-1'] ?? expect.fail()) ?? expect.fail();
    const inside = ['start', 'right', 'end'].filter((key) => {
      const [x, y] = at(places, key);
      return x + cardSize.width > frame.x && x < frame.x + frame.width && y + cardSize.height > frame.y && y < frame.y + frame.height;
    });
    expect(inside).toEqual([]);
    expect([at(places, 'note:note-1')[0] - at(places, 'end')[0], at(places, 'note:note-1')[1] - at(places, 'end')[1]]).toEqual([0, 96]);
  });
});

import { describe, expect, it } from 'vitest';
import { pacedBy, unpaced } from '../../../renderer/stores/paced.ts';

/** A clock that a test turns, over what takes some time to work in and to draw. */
function turned(drawMs: number, takeMs = 0) {
  let now = 0;
  let works: (() => void)[] = [];
  const waits: number[] = [];
  const clock = {
    now: () => now,
    drawn: (next: () => void) => {
      now += drawMs;
      next();
    },
    later: (next: () => void, milliseconds: number) => {
      waits.push(milliseconds);
      works.push(next);
    },
  };
  const over = (): void => {
    const due = works;
    works = [];
    due.forEach((work) => work());
  };
  /** What was worked in by the time of each showing, and how much at once. */
  const shown: number[][] = [];
  const sizes: number[] = [];
  const worked: number[] = [];
  const paced = pacedBy(clock)<number>(
    (batch) => {
      now += takeMs;
      sizes.push(batch.length);
      worked.push(...batch);
    },
    () => shown.push([...worked]),
  );
  return { clock, waits, over, shown, sizes, ...paced };
}

const microtasks = (): Promise<void> => Promise.resolve();

describe('what arrives by the thousand', () => {
  it('is shown together with what came in the same message', async () => {
    const { add, shown } = turned(0);
    [1, 2, 3].forEach(add);
    expect(shown).toEqual([]);
    await microtasks();
    expect(shown).toEqual([[1, 2, 3]]);
  });

  it('waits three times as long as drawing the part before took, and at most as long as a person would not notice', async () => {
    const { add, shown, waits, over } = turned(50);
    add(1);
    await microtasks();
    add(2);
    add(3);
    await microtasks();
    expect([shown, waits]).toEqual([[[1]], [150, 0]]);
    over();
    over();
    expect([shown, waits.filter((wait) => wait > 0)]).toEqual([[[1], [1, 2, 3]], [150, 150]]);

    const slow = turned(5000);
    slow.add(1);
    await microtasks();
    expect(slow.waits).toContain(400);
  });

  it('is shown at once again after a quiet time', async () => {
    const { add, shown, over } = turned(50);
    add(1);
    await microtasks();
    over();
    add(2);
    await microtasks();
    expect(shown).toEqual([[1], [1, 2]]);
  });

  it('is worked in by parts that take no long time, with time for others between them, and is not held up by drawing', async () => {
    const { add, drained, sizes, shown, waits, clock, over } = turned(0, 10);
    // What is shown is never drawn.
    clock.drawn = () => undefined;
    await drained();
    for (let one = 0; one < 4000; one += 1) add(one);
    await microtasks();
    over();
    over();
    expect(sizes).toEqual([1500, 1500, 1000]);
    expect(waits).toEqual([30, 30, 30]);
    expect(shown.map(({ length }) => length)).toEqual([1500]);
  });

  it('says when everything is shown', async () => {
    const { add, drained, shown, over } = turned(1);
    for (let one = 0; one < 2000; one += 1) add(one);
    let isDrained = false;
    const end = drained().then(() => {
      isDrained = true;
    });
    await microtasks();
    expect([shown.length, isDrained]).toEqual([1, false]);
    over();
    over();
    await end;
    expect(shown.at(-1)).toHaveLength(2000);
  });

  it('is handed on one by one where nothing is drawn', () => {
    const batches: (readonly number[])[] = [];
    let shown = 0;
    const { add } = unpaced<number>((batch) => batches.push(batch), () => (shown += 1));
    [1, 2].forEach(add);
    expect([batches, shown]).toEqual([[[1], [2]], 2]);
  });
});

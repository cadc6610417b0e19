import { describe, expect, it } from 'vitest';
import { pacedBy, unpaced } from '../../../renderer/stores/paced.ts';

/** A clock that a test turns, over what takes some time to draw. */
function turned(drawMs: number) {
  let now = 0;
  let work: (() => void) | undefined;
  const waits: number[] = [];
  const clock = {
    now: () => now,
    drawn: (next: () => void) => {
      now += drawMs;
      next();
    },
    later: (next: () => void, milliseconds: number) => {
      waits.push(milliseconds);
      work = next;
    },
  };
  const over = (): void => {
    const next = work;
    work = undefined;
    next?.();
  };
  return { clock, waits, over };
}

const microtasks = (): Promise<void> => Promise.resolve();

describe('what arrives by the thousand', () => {
  it('is handed on together with what came in the same message', async () => {
    const batches: (readonly number[])[] = [];
    const { add } = pacedBy(turned(0).clock)<number>((batch) => batches.push(batch));
    [1, 2, 3].forEach(add);
    expect(batches).toEqual([]);
    await microtasks();
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('waits three times as long as drawing the part before took, and at most as long as a person would not notice', async () => {
    const batches: (readonly number[])[] = [];
    const { clock, waits, over } = turned(50);
    const { add } = pacedBy(clock)<number>((batch) => batches.push(batch));
    add(1);
    await microtasks();
    add(2);
    add(3);
    await microtasks();
    expect([batches, waits]).toEqual([[[1]], [150]]);
    over();
    expect([batches, waits]).toEqual([[[1], [2, 3]], [150, 150]]);

    const slow = turned(5000);
    pacedBy(slow.clock)<number>(() => undefined).add(1);
    await microtasks();
    expect(slow.waits).toEqual([400]);
  });

  it('is handed on at once again after a quiet time', async () => {
    const batches: (readonly number[])[] = [];
    const { clock, over } = turned(50);
    const { add } = pacedBy(clock)<number>((batch) => batches.push(batch));
    add(1);
    await microtasks();
    over();
    add(2);
    await microtasks();
    expect(batches).toEqual([[1], [2]]);
  });

  it('is handed on in parts that take no long time, and says when nothing waits any more', async () => {
    const sizes: number[] = [];
    const { clock, over } = turned(1);
    const { add, drained } = pacedBy(clock)<number>((batch) => sizes.push(batch.length));
    await drained();
    for (let one = 0; one < 2000; one += 1) add(one);
    let isDrained = false;
    const end = drained().then(() => {
      isDrained = true;
    });
    await microtasks();
    over();
    await microtasks();
    expect([sizes, isDrained]).toEqual([[1500, 500], false]);
    over();
    await end;
    expect(sizes).toEqual([1500, 500]);
  });

  it('is handed on one by one where nothing is drawn', () => {
    const batches: (readonly number[])[] = [];
    const { add } = unpaced<number>((batch) => batches.push(batch));
    [1, 2].forEach(add);
    expect(batches).toEqual([[1], [2]]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExecutionTable } from '../../../shared/engine/executionTable.ts';
import { Sequence } from '../../../shared/engine/sequence.ts';

function counted(length: number): Sequence<number> {
  let list = Sequence.of<number>();
  for (let value = 0; value < length; value += 1) list = list.append(value);
  return list;
}

test.each([0, 1, 31, 32, 33, 64, 1023, 1024, 1025, 1056, 1057, 33_000, 70_000])('a list of %i values gives each of them back', (length) => {
  const list = counted(length);
  expect(list.length).toBe(length);
  expect(list.toArray()).toEqual(Array.from({ length }, (_, index) => index));
  expect([list.at(-1), list.at(length)]).toEqual([undefined, undefined]);
});

test('an older list does not change when newer ones grow or are changed', () => {
  const before = counted(40);
  const grown = before.append(40);
  const changed = before.with(3, 333).with(39, 399);
  expect(before.toArray()).toEqual(counted(40).toArray());
  expect([grown.length, changed.at(3), changed.at(39), changed.at(4)]).toEqual([41, 333, 399, 4]);
});

test('it behaves like an array whatever is done to it', () => {
  const edit = fc.oneof(fc.record({ append: fc.nat() }), fc.record({ at: fc.nat({ max: 200 }), put: fc.nat() }));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 200 }), (edits) => {
      let list = Sequence.of<number>();
      const model: number[] = [];
      for (const entry of edits) {
        if ('append' in entry) {
          list = list.append(entry.append);
          model.push(entry.append);
        } else {
          list = list.with(entry.at, entry.put);
          if (entry.at < model.length) model[entry.at] = entry.put;
        }
      }
      expect([...list]).toEqual(model);
      expect(list.slice(3, 7)).toEqual(model.slice(3, 7));
    }),
  );
});

test('two tables made from one another do not see each other', () => {
  const base = ExecutionTable.empty<string>().set('e1', 'one');
  const left = base.set('e2', 'left');
  const right = base.set('e2', 'right').set('e3', 'three');
  expect([base.get('e2'), left.get('e2'), right.get('e2'), left.get('e3')]).toEqual([undefined, 'left', 'right', undefined]);
  expect([...left.set('e1', 'changed').values]).toEqual(['changed', 'left']);
  expect(base.get('e1')).toBe('one');
});

test('what is made of a list is made again only where it changed', () => {
  const kept = new WeakMap<readonly number[], readonly number[]>();
  let made = 0;
  const doubled = (list: Sequence<number>): number[] =>
    list.derive(kept, (part) => {
      made += part.length;
      return part.flatMap((value) => [value, value]);
    });
  const list = counted(10_000);
  const expected = (values: readonly number[]): number[] => values.flatMap((value) => [value, value]);
  expect(doubled(list)).toEqual(expected(list.toArray()));
  expect(made).toBe(10_000);
  const next = list.append(7).with(5000, 1);
  expect(doubled(next)).toEqual(expected(next.toArray()));
  expect(made).toBeLessThanOrEqual(10_064);
  expect(doubled(list)).toEqual(expected(list.toArray()));
  expect(doubled(Sequence.of<number>())).toEqual([]);
});

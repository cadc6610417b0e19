import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { changedFile, parseFile } from '../../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../../shared/workspace/files/runbookFile.ts';
import { anyCharacter } from '../../fixtures/anyCharacter.ts';

const folder = join(import.meta.dirname, '../../fixtures/files/runbook');
const fixtures = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.constantFrom(
    '',
    'True',
    '5',
    '007',
    ' leading',
    'trailing ',
    'a: b',
    '# no comment',
    '- dash',
    'null',
    '~',
    '|',
    'two\nlines',
    'ends\n',
    '\n\nblank first',
    '  indented\nnot',
    '{{a.ID}}',
    "it's",
    '"x"',
    '🎉',
  ),
);
const keys = fc.constantFrom('find-unread', 'reply', 'first', 'second', 'a', 'file-it', 'late');
const filter = fc.record({ field: text, operator: fc.constantFrom('equals', 'contains'), value: text });
const single = fc.oneof(
  fc.record({ status: fc.constantFrom('success', 'failed') }),
  fc.record({ field: text, operator: fc.constantFrom('equals', 'isBetween'), value: text }),
);
const conditions = fc.array(fc.oneof(single, fc.record({ all: fc.array(single, { maxLength: 2 }) })), { maxLength: 2 });
const loop = fc.record({ delaySeconds: fc.nat(9), exit: conditions, doNotExit: conditions, maximumAttempts: fc.integer({ min: 1, max: 9 }), disabled: fc.boolean() }, { requiredKeys: [] });
const report = fc.record({ longerThanSeconds: fc.nat(9), failure: fc.boolean() }, { requiredKeys: [] });
const activity = fc.record(
  {
    type: text,
    name: text,
    description: text,
    disabled: fc.boolean(),
    connection: text,
    properties: fc.dictionary(fc.constantFrom('id', 'to', 'bodyPrefix', 'subject'), text),
    filters: fc.array(filter, { maxLength: 4 }),
    loop,
    report,
  },
  { requiredKeys: ['type', 'name'] },
);
const link = fc.record(
  {
    from: keys,
    to: keys,
    label: text,
    delaySeconds: fc.nat(9),
    width: fc.nat(9),
    include: conditions,
  },
  { requiredKeys: ['from', 'to'] },
);
const place = fc.tuple(fc.integer(), fc.integer());
const runbook = fc
  .record({
    name: text,
    concurrency: fc.integer({ min: 1, max: 9 }),
    returns: fc.array(fc.record({ name: text, type: fc.constantFrom('String', 'Integer'), description: text }, { requiredKeys: ['name'] }), { maxLength: 3 }),
    report,
    groups: fc.dictionary(keys, fc.record({ name: text, activities: fc.array(keys, { maxLength: 3 }), color: text }, { requiredKeys: ['name', 'activities'] }), { maxKeys: 2 }),
    notes: fc.dictionary(keys, fc.record({ text, at: place, size: place, color: text }, { requiredKeys: ['text', 'at', 'size'] }), { maxKeys: 2 }),
    order: fc.constantFrom('activity by activity', 'item by item'),
    activities: fc.dictionary(keys, activity, { maxKeys: 4 }),
    links: fc.array(link, { maxLength: 4 }),
    layout: fc.dictionary(keys, place, { maxKeys: 4 }),
  })
  .map((value) => Runbook.parse(value));

/** Parts of two runbooks in one, so that most changes are small. */
const change = fc.record({ to: runbook, take: fc.subarray(['name', 'order', 'concurrency', 'returns', 'report', 'activities', 'links', 'groups', 'notes', 'layout'] as const, { minLength: 1 }) });

const unknownPart = (file: string): string => JSON.stringify(parseDocument(file).get('x-review') ?? null);

test('after any chain of changes the file says what was saved, and unknown keys are still there', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 4 }), (start, changes) => {
      const unknown = unknownPart(start);
      let file = start;
      for (const { to, take } of changes) {
        const before = parseFile(runbookFile, file, 'x').value;
        const after = { ...before, ...Object.fromEntries(take.map((part) => [part, to[part]])) };
        file = changedFile(runbookFile, file, after, 'x');
        expect(parseFile(runbookFile, file, 'x').value).toEqual(after);
        expect(changedFile(runbookFile, file, after, 'x')).toBe(file);
      }
      expect(unknownPart(file)).toBe(unknown);
    }),
    { numRuns: 60 },
  );
});

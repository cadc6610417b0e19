import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { sameStructure } from '../../../shared/runbook/structure.ts';
import { subscribable, unreachable } from '../../../shared/runbook/subscribable.ts';
import { suggestedReference } from '../../../shared/runbook/suggestion.ts';

const facts = { registry: activities, connections: [], runbooks: [] };
const runbook = Runbook.parse({
  name: 'Four',
  activities: Object.fromEntries(['start', 'left', 'right', 'end'].map((key) => [key, { type: 'exchange.getItem', name: key, properties: { searchFolder: 'Inbox' } }])),
  links: [
    { from: 'start', to: 'left' },
    { from: 'start', to: 'right' },
    { from: 'left', to: 'end' },
  ],
});

describe('what cannot be subscribed to', () => {
  test('runs later, or stands on another path', () => {
    expect(unreachable(runbook, 'left', facts).map(({ activity, reason }) => `${activity} ${reason}`)).toEqual(['right on another path', 'end runs later']);
  });
});

describe('a suggestion for a broken reference', () => {
  const sources = subscribable(runbook, 'end', facts);
  test.each([
    ['a misspelt item', { kind: 'activity', key: 'left', label: 'Item Cuont' } as const, { kind: 'activity', key: 'left', label: 'Item Count' }],
    ['an activity that is gone', { kind: 'activity', key: 'gone', label: 'Item Count' } as const, { kind: 'activity', key: 'left', label: 'Item Count' }],
    ['a misspelt variable', { kind: 'variable', name: 'subjectprefx' } as const, { kind: 'variable', name: 'SubjectPrefix' }],
    ['nothing alike', { kind: 'activity', key: 'left', label: 'Quite Different' } as const, undefined],
  ])('%s', (_what, target, expected) => expect(suggestedReference(target, sources, ['SubjectPrefix'])).toEqual(expected));
});

describe('the structure of a runbook', () => {
  const changed = (change: (draft: Runbook) => void): Runbook => {
    const draft = structuredClone(runbook);
    draft.returns = runbook.returns;
    change(draft);
    return draft;
  };
  test('is the same while texts change', () => expect(sameStructure(runbook, changed((draft) => { if (draft.activities.left !== undefined) draft.activities.left.properties.searchFolder = 'Drafts'; }), activities)).toBe(true));
  test.each<[string, (draft: Runbook) => void]>([
    ['a name', (draft) => { if (draft.activities.left !== undefined) draft.activities.left.name = 'New'; }],
    ['a connection', (draft) => { if (draft.activities.left !== undefined) draft.activities.left.connection = 'other'; }],
    ['a link', (draft) => { draft.links.pop(); }],
    ['declarations', (draft) => { if (draft.activities.left !== undefined) draft.activities.left.properties.parameters = [{ name: 'A', type: 'String' }]; }],
  ])('is another with %s', (_what, change) => expect(sameStructure(runbook, changed(change), activities)).toBe(false));
});

import { expect, test } from 'vitest';
import { KnownSecrets } from '../../../shared/engine/knownSecrets.ts';
import type { ResolvedTexts } from '../../../shared/engine/inputs.ts';
import { planOf } from '../../../shared/engine/plan.ts';
import { secretItems } from '../../../shared/engine/secretItems.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { runbook } from '../../fixtures/runbooks.ts';

const book = runbook({ activities: { mail: { type: 'exchange.createItem', name: 'Create' }, text: { type: 'utilities.generateRandomText', name: 'Text' } } });
const plan = planOf(book, activities, () => undefined, { returns: [], target: () => undefined });

/** The items of a row that are hidden, where the subject was given the PIN `42`, which is too short to be looked for in texts. */
function hidden(activity: string, row: Readonly<Record<string, string>>): string[] {
  const planned = plan.get(activity);
  if (planned === undefined) throw new Error(activity);
  const secrets = new KnownSecrets();
  secrets.add('42');
  const texts: ResolvedTexts = { inputs: [], properties: new Map([['subject', '42']]), filters: [], missing: [], secret: new Set(['subject']), variables: new Map(), problem: undefined };
  return [...secretItems(row, planned, texts, secrets)];
}

test('what a mailbox gives back of a short secret is hidden where it is all of an item', () => {
  expect(hidden('mail', { Subject: '42', Size: '420', Id: 'x' })).toEqual(['Subject']);
});

test('an activity that works without a mailbox can only have made its texts from what it was given', () => {
  const [label] = plan.get('text')?.published.map(([, field]) => field.label) ?? [];
  expect(hidden('text', { [label ?? '']: 'forty-two' })).toEqual([label]);
});

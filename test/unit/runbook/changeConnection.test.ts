import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { shapeOf, type ActivityShape } from '../../../shared/activities/shape.ts';
import { changeConnection } from '../../../shared/runbook/changeConnection.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';

const around = { returns: [], target: () => undefined };
const runbook = Runbook.parse({
  name: 'One',
  activities: {
    create: { type: 'exchange.createItem', name: 'Create', connection: 'tasks', properties: { destinationFolder: 'Tasks', subject: 'Call', percentComplete: '50', owner: '' } },
    get: { type: 'exchange.getItem', name: 'Get', connection: 'mail', properties: { searchFolder: 'Inbox' }, filters: [{ field: 'Subject', operator: 'equals', value: 'a' }, { field: 'Is Read', operator: 'equals', value: 'True' }] },
  },
});

function shape(key: string, itemType: 'Task' | 'E-Mail Message' | undefined): ActivityShape {
  const activity = runbook.activities[key];
  const definition = activity === undefined ? undefined : activities.get(activity.type);
  if (activity === undefined || definition === undefined) throw new Error('The runbook of this test has no such activity.');
  return shapeOf(definition, activity, { itemType }, around);
}

describe('another configuration', () => {
  test('keeps the values that the new item type has too, and names the others', () => {
    const { runbook: next, dropped } = changeConnection(runbook, 'create', 'mail', shape('create', 'Task'), shape('create', 'E-Mail Message'));
    expect(next.activities.create?.connection).toBe('mail');
    expect(next.activities.create?.properties).toMatchObject({ destinationFolder: 'Tasks', subject: 'Call' });
    expect(next.activities.create?.properties).not.toHaveProperty('percentComplete');
    expect(dropped).toEqual(['Percent Complete']);
  });

  test('takes filters away that the new item type does not offer', () => {
    const { runbook: next, dropped } = changeConnection(runbook, 'get', 'tasks', shape('get', 'E-Mail Message'), shape('get', 'Task'));
    expect(next.activities.get?.filters.map(({ field }) => field)).toEqual(['Subject']);
    expect(dropped).toEqual(['the filter on Is Read']);
  });

  test('takes nothing away while none is chosen', () => {
    const { runbook: next, dropped } = changeConnection(runbook, 'create', undefined, shape('create', 'Task'), shape('create', undefined));
    expect(next.activities.create?.properties).toEqual(runbook.activities.create?.properties);
    expect(dropped).toEqual([]);
  });
});

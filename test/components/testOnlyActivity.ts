import { defineActivity } from '../../shared/activities/defineActivity.ts';
import { boolean, choice, integer, text } from '../../shared/fields/field.ts';

/** An activity that no release has: what the app shows of it, it takes from this definition. */
export const testOnlyActivity = defineActivity({
  type: 'test.countFolderSize',
  version: 1,
  title: 'Count Folder Size',
  category: 'Test Pack',
  icon: 'search',
  summary: 'Adds up the folder size.',
  connection: 'none',
  effect: 'deletes',
  properties: {
    path: text({ label: 'Path', required: true, help: 'Where to count.' }),
    deep: boolean({ label: 'Deep', required: true, default: 'False', help: 'Whether folders inside count.' }),
    unit: choice({ label: 'Unit', options: ['KB', 'MB'], help: 'Unit of the result.' }),
  },
  publishes: { total: integer({ label: 'Total Size', required: true, help: 'Sum of all sizes.' }) },
  async *run() {
    yield { own: { total: 1 } };
  },
});

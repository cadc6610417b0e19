import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activityIndex, activityPage, commonDataPage, pageName } from '../../shared/activities/documentation.ts';
import { activities } from '../../shared/activities/registry.ts';
import { catalogue } from '../../shared/errors/catalogue.ts';
import { errorsPage } from '../../shared/errors/documentation.ts';
import { itemTypeNames } from '../../shared/items/itemType.ts';
import { itemTypeNamed } from '../../shared/items/itemTypes.ts';
import { functionsPage } from '../../shared/runbook/expression/documentation.ts';
import { functions } from '../../shared/runbook/expression/functions.ts';
import { screens } from '../e2e/screens/screens.ts';
import { pictureModes, pictureName, pictureSizes, screensPage } from '../e2e/screens/screensPage.ts';

// The pages are generated: `npm run docs` writes them.
const docs = join(import.meta.dirname, '../../docs');
const itemTypes = itemTypeNames.flatMap((name) => itemTypeNamed(name) ?? []);

test.each(activities.all.map((definition) => [definition.title, definition] as const))(
  'the page about %s says what the definition says',
  async (_title, definition) => {
    await expect(activityPage(definition, itemTypes)).toMatchFileSnapshot(join(docs, 'activities', pageName(definition)));
  },
);

test.each([
  ['activities/README.md', activityIndex(activities.all)],
  ['activities/common-data.md', commonDataPage()],
  ['activities/functions.md', functionsPage(functions)],
  ['errors.md', errorsPage(catalogue)],
  ['screens.md', screensPage(screens)],
])('the page %s is up to date', async (file, page) => {
  await expect(page).toMatchFileSnapshot(join(docs, file));
});

test('no page is left of an activity that is gone', () => {
  const expected = [...activities.all.map(pageName), 'README.md', 'common-data.md', 'functions.md'];
  expect(readdirSync(join(docs, 'activities')).toSorted()).toEqual(expected.toSorted());
});

// `npm run docs -- --pictures` takes them.
test('every screen has its pictures, and no picture is left of a screen that is gone', () => {
  const expected = screens.flatMap(({ name }) => pictureModes.flatMap((mode) => pictureSizes.map(({ suffix }) => pictureName(name, mode, suffix))));
  expect(readdirSync(join(docs, 'pictures')).toSorted()).toEqual(expected.toSorted());
});

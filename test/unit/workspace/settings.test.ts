import { describe, expect, test } from 'vitest';
import { settingGroups, type SettingDefinition } from '../../../shared/workspace/settingDefinition.ts';
import { settingDefinitions, Settings, SettingsChange } from '../../../shared/workspace/settings.ts';

const definitions = Object.entries<SettingDefinition>(settingDefinitions);

describe('every setting', () => {
  test.each(definitions)('%s says what it does in a sentence and begins with a value it can have', (_key, { group, title, help, initial, schema }) => {
    expect(settingGroups).toContain(group);
    expect(title).toMatch(/^[A-Z][^.]*$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(schema.safeParse(initial).success).toBe(true);
  });
});

describe('the settings of a file', () => {
  test('begin where nothing is said, keep what is said, and keep what this version does not know', () => {
    const read = Settings.parse({ colorMode: 'dark', textSize: 150, fromTheFuture: [1] });
    expect(read).toMatchObject({ colorMode: 'dark', textSize: 150, density: 'compact', recentWorkspaces: [], fromTheFuture: [1] });
  });

  test('survive a value that cannot be: only that one begins anew', () => {
    expect(Settings.parse({ colorMode: 'pink', textSize: 9000, density: 'comfortable', session: 7 })).toMatchObject({ colorMode: 'system', textSize: 100, density: 'comfortable', session: null });
  });
});

describe('a change', () => {
  test('names settings there are, with values they can have', () => {
    expect(SettingsChange.safeParse({ textSize: 125, keys: { 'file.save': 'F2' } }).success).toBe(true);
    expect(SettingsChange.safeParse({ textSize: 1 }).success).toBe(false);
    expect(SettingsChange.safeParse({ nothing: 1 }).success).toBe(false);
  });
});

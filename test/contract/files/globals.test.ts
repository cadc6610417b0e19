import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Variable, type VariablesFile } from '../../../shared/globals/variable.ts';
import { changedFile, newFile, parseFile } from '../../../shared/workspace/files/fileKind.ts';
import { schedulesFile } from '../../../shared/workspace/files/schedulesFile.ts';
import { variablesFile } from '../../../shared/workspace/files/variablesFile.ts';

const text = readFileSync(join(import.meta.dirname, '../../fixtures/files/variables/shared.yaml'), 'utf8');

function edited(edit: (variables: VariablesFile['variables']) => VariablesFile['variables']): string {
  const { value } = parseFile(variablesFile, text, 'variables.yaml');
  return changedFile(variablesFile, text, { ...value, variables: edit(value.variables) }, 'variables.yaml');
}

test('values that YAML takes for numbers are their text', () => {
  const { value } = parseFile(variablesFile, text, 'variables.yaml');
  expect(value.variables['Retention days']).toEqual(Variable.parse({ value: '30' }));
  expect(Object.keys(value.variables)).toEqual(['Report To', 'Retention days', 'Api key', 'Today']);
});

test('changing one variable changes its line, and leaves comments and what a newer version wrote', () => {
  expect(edited((all) => ({ ...all, 'Report To': Variable.parse({ ...all['Report To'], value: 'li@contoso.test' }) }))).toBe(text.replace('value: ana@contoso.test', 'value: li@contoso.test'));
});

test('removing one leaves the others as they were', () => {
  const after = edited(({ Today: _gone, ...rest }) => rest);
  expect(after).toBe(text.replace('  Today:\n    value: NOW()\n', ''));
});

test('the value of an encrypted variable is never written, whatever the document holds', () => {
  const variables = { Secret: Variable.parse({ encrypted: true, value: 'Sesame-2026' }) };
  expect(newFile(variablesFile, { formatVersion: 1, variables })).toBe('formatVersion: 1\nvariables:\n  Secret:\n    encrypted: true\n');
  expect(edited((all) => ({ ...all, ...variables }))).not.toContain('Sesame-2026');
});

test('a schedule says only what it restricts', () => {
  const { value } = parseFile(schedulesFile, 'schedules:\n  Always: {}\n', 'schedules.yaml');
  expect(newFile(schedulesFile, value)).toBe('formatVersion: 1\nschedules:\n  Always: {}\n');
});

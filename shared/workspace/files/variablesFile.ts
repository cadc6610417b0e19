import { Variable, VariablesFile, variablesFormatVersion } from '../../globals/variable.ts';
import { migrations } from '../migrations/migrations.ts';
import type { FileKind } from './fileKind.ts';
import { withoutDefaults } from './plain.ts';

/** `variables.yaml`. Values of encrypted variables are not in it. */
export const variablesFile: FileKind<VariablesFile> = {
  formatVersion: variablesFormatVersion,
  migrations: migrations.variables,
  schema: VariablesFile,
  plain: ({ variables }) => ({
    ...withoutDefaults(
      VariablesFile,
      {
        formatVersion: variablesFormatVersion,
        variables: Object.fromEntries(Object.entries(variables).map(([name, one]) => [name, withoutDefaults(Variable, one.encrypted ? { ...one, value: '' } : one)])),
      },
      ['formatVersion'],
    ),
  }),
};

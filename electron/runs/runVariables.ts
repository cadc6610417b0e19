import type { Variables } from '../../shared/engine/ports.ts';
import { AppError } from '../../shared/errors/appError.ts';
import type { Variable } from '../../shared/globals/variable.ts';
import { environmentOf, variableText } from '../../shared/globals/variableText.ts';
import { secretEnvironmentPrefix, variableEnvironment } from '../secrets/variableSecrets.ts';

/** What the variables of a run are made from. */
export interface RunVariableParts {
  /** As the file had them when the run started, by name. */
  readonly variables: Readonly<Record<string, Variable>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  now(): number;
  /** The value of an encrypted one; undefined where this computer has none. */
  secret(name: string): Promise<string | undefined>;
}

/** The variables of a run. An encrypted value is asked for when it is first used, and taken as it is: only plain ones can be `NOW()` or name the environment. */
export function runVariables({ variables, environment, now, secret }: RunVariableParts): Variables {
  const lookUp = environmentOf(environment);
  const allowed = (name: string): string | undefined => (name.toUpperCase().startsWith(secretEnvironmentPrefix) ? undefined : lookUp(name));
  const asked = new Map<string, Promise<string | undefined>>();
  return {
    async value(name) {
      const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (variable === undefined) return undefined;
      if (!variable.encrypted) return { text: variableText(variable.value, { now: now(), environment: allowed }), secret: false };
      const answer = asked.get(name) ?? secret(name);
      asked.set(name, answer);
      const text = await answer;
      if (text === undefined) throw new AppError('variable.noValue', { variable: name, environment: variableEnvironment(name) });
      return { text, secret: true };
    },
  };
}

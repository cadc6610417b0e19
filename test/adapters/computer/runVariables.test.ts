import { expect, test } from 'vitest';
import { runVariables } from '../../../electron/runs/runVariables.ts';
import { variableEnvironment } from '../../../electron/secrets/variableSecrets.ts';
import { Variable } from '../../../shared/globals/variable.ts';

const variables = {
  Plain: Variable.parse({ value: 'hello %user%' }),
  Thief: Variable.parse({ value: '%EXCHANGE_RUNBOOK_SECRET_VARIABLE_KEY%' }),
  Key: Variable.parse({ encrypted: true }),
  Elsewhere: Variable.parse({ encrypted: true }),
};

function port(asked: string[] = []): ReturnType<typeof runVariables> {
  return runVariables({
    variables,
    environment: { USER: 'ana', EXCHANGE_RUNBOOK_SECRET_VARIABLE_KEY: 'Sesame-2026' },
    now: () => 0,
    async secret(name) {
      asked.push(name);
      return name === 'Key' ? 'NOW() %USER%' : undefined;
    },
  });
}

test('a plain variable is worked out, and one that does not exist is unknown', async () => {
  expect(await port().value('Plain')).toEqual({ text: 'hello ana', secret: false });
  expect(await port().value('toString')).toBeUndefined();
});

test('the value of an encrypted one is taken as it is, secret, and asked for once', async () => {
  const asked: string[] = [];
  const one = port(asked);
  expect(await one.value('Key')).toEqual({ text: 'NOW() %USER%', secret: true });
  await one.value('Key');
  expect(asked).toEqual(['Key']);
});

test('one without a value on this computer says how to give it one', async () => {
  await expect(port().value('Elsewhere')).rejects.toMatchObject({ data: { code: 'variable.noValue', details: { environment: 'EXCHANGE_RUNBOOK_SECRET_VARIABLE_ELSEWHERE' } } });
  expect(variableEnvironment('Api key 2')).toBe('EXCHANGE_RUNBOOK_SECRET_VARIABLE_API_KEY_2');
});

test('secrets in the environment are no environment variables', async () => {
  expect(await port().value('Thief')).toEqual({ text: '%EXCHANGE_RUNBOOK_SECRET_VARIABLE_KEY%', secret: false });
});

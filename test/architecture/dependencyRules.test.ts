import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type IForbiddenRuleType, type IResolveOptions } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface RuleFile {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions & { readonly enhancedResolveOptions: Partial<IResolveOptions> };
}

const root = resolve(import.meta.dirname, '../..');
const rules: RuleFile = createRequire(import.meta.url)('./dependencyRules.cjs');

/** Rule → a file that breaks it and what that file imports. */
const planted: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'no-cycles': ['shared/errors/one.ts', './two.ts'],
  'shared-is-pure': ['shared/fields/reads.ts', 'node:fs'],
  'shared-libraries': ['shared/fields/draws.ts', 'react'],
  'shared-stands-alone': ['shared/fields/calls.ts', '../../electron/demo/target.ts'],
  'shared-errors-not-upwards': ['shared/errors/up.ts', '../fields/target.ts'],
  'shared-fields-not-upwards': ['shared/fields/up.ts', '../items/target.ts'],
  'shared-items-not-upwards': ['shared/items/up.ts', '../exchange/target.ts'],
  'shared-connections-not-upwards': ['shared/connections/up.ts', '../exchange/target.ts'],
  'shared-globals-not-upwards': ['shared/globals/up.ts', '../exchange/target.ts'],
  'shared-exchange-not-upwards': ['shared/exchange/up.ts', '../activities/target.ts'],
  'shared-activities-not-upwards': ['shared/activities/up.ts', '../runbook/target.ts'],
  'shared-runbook-not-upwards': ['shared/runbook/up.ts', '../engine/target.ts'],
  'shared-engine-not-upwards': ['shared/engine/up.ts', '../history/target.ts'],
  'ipc-on-top': ['shared/engine/asks.ts', '../ipc/target.ts'],
  'beside-not-engine': ['shared/trace/runs.ts', '../engine/target.ts'],
  'electron-not-renderer': ['electron/windows/shows.ts', '../../renderer/ui/target.ts'],
  'electron-no-react': ['electron/windows/draws.ts', 'react'],
  'renderer-not-electron': ['renderer/app/opens.ts', '../../electron/demo/target.ts'],
  'renderer-no-node': ['renderer/app/reads.ts', 'node:fs'],
  'renderer-no-computer-libraries': ['renderer/app/fetches.ts', 'undici'],
  'features-apart': ['renderer/features/console/peeks.ts', '../designer/target.ts'],
  'ui-knows-no-domain': ['renderer/ui/remembers.ts', '../stores/target.ts'],
  'ui-knows-no-shared-domain': ['renderer/ui/knows.ts', '../../shared/runbook/target.ts'],
  'below-features': ['renderer/stores/shows.ts', '../features/designer/target.ts'],
  'headless-folders': ['electron/runs/opens.ts', 'electron'],
  'demo-shares-no-code-with-client': ['electron/demo/borrows.ts', '../exchange/target.ts'],
  'client-shares-no-code-with-demo': ['electron/exchange/borrows.ts', '../demo/target.ts'],
  'one-keychain': ['electron/ipc/peeks.ts', '@napi-rs/keyring'],
  'one-transport': ['electron/workspace/fetches.ts', 'undici'],
  sockets: ['electron/workspace/listens.ts', 'node:net'],
  'one-token-library': ['electron/ipc/signsIn.ts', '@azure/msal-node'],
  'product-without-tests': ['electron/windows/tests.ts', '../../test/target.ts'],
  'no-development-scripts': ['electron/windows/installs.ts', '../dev/target.ts'],
  'not-resolvable': ['shared/fields/misses.ts', './nowhere.ts'],
};

const targets = [
  ...['fields', 'items', 'exchange', 'activities', 'runbook', 'engine', 'history', 'ipc'].map((folder) => `shared/${folder}/target.ts`),
  ...['demo', 'exchange', 'dev'].map((folder) => `electron/${folder}/target.ts`),
  ...['ui', 'stores', 'features/designer'].map((folder) => `renderer/${folder}/target.ts`),
  'test/target.ts',
];

async function violationsIn(folder: string): Promise<{ modules: number; broken: { rule: string; from: string }[] }> {
  const { forbidden, options } = rules;
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(['shared', 'electron', 'renderer'], { ...cruiseOptions, baseDir: folder, ruleSet: { forbidden }, validate: true, preserveSymlinks: true }, enhancedResolveOptions);
  if (typeof output === 'string') throw new Error('the cruiser answered a text, not a result');
  return { modules: output.summary.totalCruised, broken: output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from })) };
}

describe('rules of who imports whom', () => {
  let folder: string;
  let broken: { rule: string; from: string }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planted-'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const write = async (file: string, text: string): Promise<void> => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    };
    for (const file of targets) await write(file, 'export const target = 1;\n');
    for (const [file, imports] of Object.values(planted)) await write(file, `import '${imports}';\n`);
    await write('shared/errors/two.ts', "import './one.ts';\n");
    ({ broken } = await violationsIn(folder));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.entries(planted))('%s catches %j', (rule, [file]) => {
    expect(broken).toContainEqual({ rule, from: file });
  });

  it('has a planted violation for every rule', () => {
    expect(new Set(Object.keys(planted))).toEqual(new Set(rules.forbidden.map((rule) => rule.name)));
  });
});

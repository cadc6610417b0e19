// Who may import whom. `layers` in docs/adr/0001-layers-and-purity.md gives the reasons.
const libraries = (names) => `^node_modules/(${names.join('|')})(/|$)`;
const anyLibrary = '(^node_modules/)';

/** A rule: nothing in `from` may reach `to`. `pathNot` in either lists what is excepted. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Folders of shared/ from the bottom up; each may import itself and those before it. */
const sharedOrder = [['errors'], ['fields'], ['connections', 'globals', 'items'], ['exchange'], ['activities'], ['runbook'], ['engine'], ['history']];
/** Beside the order: imported by whoever needs them, importing nothing above the documents. */
const sharedBeside = ['trace', 'workspace', 'commands', 'demo'];

const upwards = sharedOrder.flatMap((folders, level) => {
  const above = sharedOrder.slice(level + 1).flat();
  if (above.length === 0) return [];
  return folders.map((folder) =>
    forbid(`shared-${folder}-not-upwards`, `shared/${folder} lies below ${above.join(', ')}.`, { path: `^shared/${folder}/` }, { path: `^shared/(${above.join('|')})/` }),
  );
});

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two modules that need each other are one module, or need a third.', {}, { circular: true }),
    forbid('shared-is-pure', 'shared/ uses no Node, no Electron and no library but zod and yaml.', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    forbid('shared-libraries', 'shared/ uses no library but zod, yaml and one XML reader.', { path: '^shared/' }, { path: anyLibrary, pathNot: libraries(['zod', 'yaml', 'saxes', 'xmlchars']) }),
    forbid('shared-stands-alone', 'shared/ imports only shared/.', { path: '^shared/' }, { path: '^(electron|renderer|test)/' }),
    ...upwards,
    forbid('ipc-on-top', 'Nothing in shared/ imports the contract.', { path: '^shared/', pathNot: '^shared/ipc/' }, { path: '^shared/ipc/' }),
    forbid('beside-not-engine', 'Traces, workspace, commands and demo do not know the engine.', { path: `^shared/(${sharedBeside.join('|')})/` }, { path: '^shared/engine/' }),
    forbid('electron-not-renderer', 'electron/ never imports the window; only the build does.', { path: '^electron/', pathNot: '^electron/dev/' }, { path: '^renderer/' }),
    forbid('electron-no-react', 'The screen is made in renderer/.', { path: '^electron/', pathNot: '^electron/dev/' }, { path: libraries(['react', 'react-dom', '@mui', '@emotion', 'zustand', '@xyflow']) }),
    forbid('renderer-not-electron', 'The window reaches the computer through window.api.', { path: '^renderer/' }, { path: '^electron/' }),
    forbid('renderer-no-node', 'The window has no Node.', { path: '^renderer/', pathNot: '[.]config[.]ts$' }, { dependencyTypes: ['core'] }),
    forbid('renderer-no-computer-libraries', 'These libraries need Node.', { path: '^renderer/' }, { path: libraries(['electron', 'undici', '@napi-rs', '@azure', 'write-file-atomic', 'yauzl']) }),
    forbid('features-apart', 'A feature never imports another; what they share is a store, a field or a building block.', { path: '^renderer/features/([^/]+)/' }, { path: '^renderer/features/', pathNot: '^renderer/features/$1/' }),
    forbid('ui-knows-no-domain', 'renderer/ui gets what it shows as properties.', { path: '^renderer/ui/' }, { path: '^renderer/(stores|features|api|commands|fields|app)/' }),
    forbid('ui-knows-no-shared-domain', 'renderer/ui knows errors, plain values and how they are written only.', { path: '^renderer/ui/' }, { path: '^shared/', pathNot: '^shared/(errors|fields|text|trace/prettyXml)' }),
    forbid('below-features', 'Features are the top of the window; only the app and other entry points import them.', { path: '^renderer/(stores|ui|fields|api|commands)/' }, { path: '^renderer/(features|app)/' }),
    forbid('headless-folders', 'These run in a worker, on the command line and in tests, without Electron.', { path: '^electron/((exchange|auth|secrets|workspace|runs|demo|cli)/|cli[.]ts)' }, { path: libraries(['electron']) }),
    forbid('demo-shares-no-code-with-client', 'Two readings of the specification must agree; shared code would agree with itself.', { path: '^electron/demo/' }, { path: '^(electron/(?!demo/)|shared/(?!demo/|errors/))' }),
    forbid('client-shares-no-code-with-demo', 'Two readings of the specification must agree.', { path: '^electron/(exchange|auth)/' }, { path: '^electron/demo/' }),
    forbid('one-keychain', 'Secrets go through the SecretVault.', { path: '^(shared|electron|renderer)/', pathNot: '^electron/secrets/keychain[.]ts$' }, { path: libraries(['@napi-rs']) }),
    forbid('one-transport', 'Every byte to Exchange passes one function.', { path: '^(shared|electron|renderer)/', pathNot: '^electron/(exchange/transport|auth/)' }, { path: libraries(['undici']) }),
    forbid('sockets', 'Raw sockets belong to the client and the demo server.', { path: '^electron/', pathNot: '^electron/(exchange|auth|demo|dev)/' }, { path: '^(node:)?(net|tls|http|https|http2|dgram)$' }),
    forbid('one-token-library', 'Tokens come from electron/auth/oauth.ts.', { path: '^(shared|electron|renderer)/', pathNot: '^electron/auth/oauth[.]ts$' }, { path: libraries(['@azure']) }),
    forbid('product-without-tests', 'The product never imports tests.', { path: '^(shared|electron|renderer)/' }, { path: '^test/' }),
    forbid('no-development-scripts', 'The product never imports set-up scripts.', { path: '^(shared|electron|renderer)/', pathNot: '^electron/dev/' }, { path: '^electron/dev/' }),
    forbid('not-resolvable', 'Every import leads somewhere.', { pathNot: '[.]test[.]tsx?$' }, { couldNotResolve: true, pathNot: '[?](worker|raw)$' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage|test-results|[.]cache|[.]electron-runtime)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.yaml'] },
  },
};

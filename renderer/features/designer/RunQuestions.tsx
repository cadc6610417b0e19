import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { confirmThenLaunch, launch } from '../../commands/startRun.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { ConfirmRunDialog, InputDialog } from './RunDialogs.tsx';

const noValues = {};

/** What a test asks before it starts: parameters, and whether a real mailbox may be changed. */
export function RunQuestions({ runbookKey }: { readonly runbookKey: string }): ReactElement | null {
  const stores = useStores();
  const registry = useRegistry();
  const prompt = useStore(stores.runs, (state) => state.prompt);
  const before = useStore(stores.runs, ({ inputs }) => inputs[runbookKey] ?? noValues);
  const { ask, trust } = stores.runs.getState();
  if (prompt?.key !== runbookKey) return null;
  const close = (): void => ask(undefined);
  if (prompt.kind === 'input') {
    return (
      <InputDialog
        prompt={prompt}
        before={before}
        onClose={close}
        onStart={(input) => {
          close();
          confirmThenLaunch(stores, registry, runbookKey, { ...prompt.plan, input });
        }}
      />
    );
  }
  return (
    <ConfirmRunDialog
      prompt={prompt}
      onClose={close}
      onStart={(choice, trusted) => {
        close();
        const plan = { ...prompt.plan, ...choice };
        if (trusted) trust(runbookKey, plan.guard);
        launch(stores, runbookKey, plan);
      }}
    />
  );
}

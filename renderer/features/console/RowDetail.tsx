import type { ReactElement } from 'react';
import type { DebugCommand } from '../../../shared/engine/debugCommand.ts';
import { isBelow, pathInto, stepsOf } from '../../../shared/engine/executionPath.ts';
import { executionAt, type Found, type InvokedRun as Invoked } from '../../../shared/engine/runTree.ts';
import type { ExecutionView, RunView } from '../../../shared/engine/runView.ts';
import { findTarget } from '../../../shared/runbook/targets.ts';
import type { ActivityNames } from '../../fields/readable.ts';
import { useTargets } from '../../stores/current.ts';
import type { TestRun } from '../../stores/testRun.ts';
import { ExecutionDetail } from './ExecutionDetail.tsx';
import { InvokedRun } from './InvokedRun.tsx';

interface Props {
  readonly run: TestRun;
  readonly active: boolean;
  readonly found: Found;
  /** The run that the row stands for, where it is one. */
  readonly invoked: RunView | undefined;
  onSelect(path: string): void;
  readonly onCommand?: ((command: DebugCommand) => void) | undefined;
  /** Shows the run that the row stands for on a canvas. */
  readonly onInvoked?: ((invoked: Invoked) => void) | undefined;
}

/** The key of the runbook that an execution invoked, where it is one of the workspace. */
function useInvokedKey(invoker: ExecutionView | undefined): string | undefined {
  const targets = useTargets();
  const named = invoker?.inputs.find(({ key }) => key === 'runbook')?.value;
  return named === undefined ? undefined : findTarget(targets, named, true)?.key;
}

const namesIn = ({ names }: RunView): ActivityNames => ({ activities: Object.fromEntries(Object.entries(names).map(([key, name]) => [key, { name }])) });

/** What the chosen row tells: an execution of the run, one of a run that it invoked, or such a run itself. */
export function RowDetail({ run, active, found, invoked, onSelect, onCommand, onInvoked }: Props): ReactElement {
  const { path, view, execution, outermost } = found;
  const inside = execution !== outermost;
  const above = stepsOf(path).slice(0, -1).join('/');
  const invoker = inside ? executionAt(run.view, above)?.execution : undefined;
  const key = useInvokedKey(invoked === undefined ? invoker : execution);
  if (invoked !== undefined) return <InvokedRun view={invoked} runbookKey={key} {...(onInvoked === undefined || invoked.key === undefined ? {} : { onShow: () => onInvoked({ invoker: path, view: invoked }) })} />;
  return (
    <ExecutionDetail
      view={view}
      document={inside ? namesIn(view) : run.document}
      runbookKey={inside ? key : run.key}
      invoked={inside}
      active={active}
      stopping={run.stopping}
      execution={execution}
      onSelect={(id) => onSelect(isBelow(path, above) ? pathInto(above, id) : id)}
      onCommand={onCommand}
    />
  );
}

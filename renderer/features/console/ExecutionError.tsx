import { Box, Button, Typography } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ExecutionView } from '../../../shared/engine/runView.ts';
import type { ErrorAction } from '../../../shared/errors/appError.ts';
import { assertNever } from '../../../shared/errors/result.ts';
import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { showActivity } from '../../commands/workspaceActions.ts';
import { itemText } from '../../stores/runText.ts';
import { useRunTraces } from '../../stores/runTraces.ts';
import { useStores } from '../../stores/stores.ts';
import { ErrorCard, errorText } from '../../ui/ErrorCard.tsx';

const labels: Readonly<Record<ErrorAction['kind'], string>> = { retry: 'Run again', openConnection: 'Open connection', openTrace: 'Open trace', openActivity: 'Show activity', copyText: 'Copy', openPage: 'Open page', signIn: 'Sign in', setConnectionField: 'Change configuration' };

interface Props {
  /** The runbook of the activity, where it is known. */
  readonly runbookKey: string | undefined;
  /** It belongs to a run that was invoked: a test cannot begin at it. */
  readonly invoked: boolean;
  readonly execution: ExecutionView;
  readonly name: string;
}

/** Why an execution failed and what can be done about it; for a warning, its reason. */
export function ExecutionError({ runbookKey, invoked, execution, name }: Props): ReactElement | null {
  const stores = useStores();
  const requests = useRunTraces();
  const api = useApi();
  const commands = useCommands();
  const { error, reason, traces } = execution;
  const last = traces.at(-1);
  const request = useStore(requests.store, ({ summaries }) => (error === undefined ? undefined : summaries.find(({ id }) => id === last)));
  // A recorded run reads its requests when they are needed.
  useEffect(() => (error === undefined ? undefined : requests.store.getState().watch()), [requests, error]);
  const fromHere = (): void => {
    if (runbookKey !== undefined) stores.editor.getState().select(runbookKey, { activities: [execution.activity] });
    commands.run('run.fromHere');
  };
  const show = (activity: string, field?: string): void => void (runbookKey === undefined ? undefined : showActivity(stores, runbookKey, activity, field));
  const act = (action: ErrorAction): void => {
    switch (action.kind) {
      case 'retry':
        return undefined;
      case 'openConnection':
        return stores.layout.getState().openDialog({ kind: 'exchangeUser', edit: { key: action.connection, ...(action.field === undefined ? {} : { field: action.field }) } });
      case 'openTrace':
        return requests.open(action.trace);
      case 'openActivity':
        return show(action.activity, action.field);
      case 'copyText':
        return void api.app.copyText({ text: action.text });
      case 'openPage':
        return void api.app.openExternal({ url: action.url });
      case 'signIn':
      case 'setConnectionField':
        return undefined;
      default:
        return assertNever(action);
    }
  };
  if (error === undefined) return reason === undefined ? null : <Typography variant="body2" sx={{ padding: '8px 12px', bgcolor: execution.state === 'warning' ? 'studio.warningSoft' : 'studio.panel' }}>{reason}</Typography>;
  const own = (error.actions ?? []).filter(({ kind }) => kind !== 'retry' && kind !== 'signIn' && kind !== 'setConnectionField');
  const where = [name, itemText(execution), request === undefined ? '' : `request ${request.requestId}`, request?.result.code ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Box sx={{ padding: 1.5, paddingBottom: 0.5 }}>
      <ErrorCard
        error={error}
        where={where}
        actions={
          <>
            {own.map((action) => <Button key={JSON.stringify(action)} onClick={() => act(action)}>{'label' in action ? action.label : labels[action.kind]}</Button>)}
            {runbookKey !== undefined && <Button onClick={() => show(execution.activity)}>Show activity</Button>}
            {last !== undefined && !own.some(({ kind }) => kind === 'openTrace') && <Button onClick={() => requests.open(last)}>Open trace</Button>}
            {!invoked && commands.enabled('run.fromHere') && <Button onClick={fromHere}>Run from here</Button>}
            {commands.enabled('run.test') && <Button onClick={() => commands.run('run.test')}>Run again</Button>}
            <Button variant="text" onClick={() => void api.app.copyText({ text: errorText(error) })}>Copy details</Button>
          </>
        }
      />
    </Box>
  );
}

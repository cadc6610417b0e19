import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Runs } from '../../runs/runs.ts';

/** Test runs. Cancelling the stream stops the run; its events go on until `runFinished`. */
export function runHandlers({ runs }: { readonly runs: Runs }): AppHandlers['runs'] {
  return {
    start: (request, sink) => runs.start({ ...request, startedBy: 'test' }, sink),
    abandon: ({ run }) => runs.abandon(run),
    command: ({ run, command }) => runs.command(run, command),
  };
}

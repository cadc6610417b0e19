import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Runs } from '../../runs/runs.ts';

/** Test runs. Cancelling the stream stops the run; its events go on until `runFinished`. */
export function runHandlers({ runs }: { readonly runs: Runs }): AppHandlers['runs'] {
  return {
    start: (request, sink) => runs.start({ ...request, startedBy: 'test' }, sink),
    command: ({ run, command }) => runs.command(run, command),
  };
}

import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';

/** The embedded demo server. */
export function demoHandlers({ demo }: { readonly demo: DemoControl }): AppHandlers['demo'] {
  return {
    state: () => demo.state(),
    setFault: ({ fault }) => demo.setFault(fault),
    reset: () => demo.reset(),
  };
}

import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';
import { relay, type Topic } from '../topic.ts';

/** What the demo server's channels work with. */
export interface DemoParts {
  readonly demo: DemoControl;
  readonly demoChanges: Topic<void>;
}

/** The embedded demo server. */
export function demoHandlers({ demo, demoChanges }: DemoParts): AppHandlers['demo'] {
  return {
    async watch(_input, { emit, signal }) {
      const tell = async (): Promise<void> => {
        const state = await demo.state();
        if (!signal.aborted) emit(state);
      };
      const watching = relay(demoChanges, () => void tell(), signal);
      await tell();
      await watching;
    },
    setFault: ({ fault }) => demo.setFault(fault),
    reset: () => demo.reset(),
  };
}

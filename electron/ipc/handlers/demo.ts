import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { DemoControl } from '../../workspace/demoControl.ts';
import { aborted } from '../topic.ts';

/** The embedded demo server. */
export function demoHandlers({ demo }: { readonly demo: DemoControl }): AppHandlers['demo'] {
  return {
    async watch(_input, { emit, signal }) {
      const tell = async (): Promise<void> => {
        const state = await demo.state();
        if (!signal.aborted) emit(state);
      };
      const stop = demo.onChange(() => void tell());
      await tell();
      await aborted(signal);
      stop();
    },
    setFault: ({ fault }) => demo.setFault(fault),
    reset: () => demo.reset(),
  };
}

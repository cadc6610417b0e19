import type { AppHandlers, ChosenCommand } from '../../../shared/ipc/contract.ts';
import type { Desktop } from '../desktop.ts';
import { relay, type Topic } from '../topic.ts';

/** The native menu's two directions: commands chosen there, and which of them make sense. */
export function commandHandlers(parts: { readonly desktop: Desktop; readonly chosen: Topic<ChosenCommand> }): AppHandlers['commands'] {
  return {
    chosen: (_input, sink) => relay(parts.chosen, sink.emit, sink.signal),
    setEnabled: ({ enabled }) => parts.desktop.enableCommands(enabled),
  };
}

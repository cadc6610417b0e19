import type { ReactElement } from 'react';
import { commands, isCommandId } from '../../../shared/commands/commands.ts';
import { commandIds, type CommandCenter } from '../../commands/commandCenter.ts';
import type { Option } from '../../ui/OptionList.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { ChooserDialog } from './ChooserDialog.tsx';

interface Props {
  readonly center: CommandCenter;
  /** Which commands were enabled when the palette was asked for; it is a dialog itself, and dialogs disable commands. */
  readonly enabled: ReadonlySet<string>;
  onClose(): void;
}

/** Every command by name, recent ones first. The chosen one runs after the palette closed, where the focus was before. */
export function PaletteDialog({ center, enabled, onClose }: Props): ReactElement {
  const recent = center.recent();
  const order = [...recent, ...commandIds.filter((id) => !recent.includes(id))].filter((id) => id !== 'view.palette');
  const options = order.map((id): Option => {
    const { title, help } = commands[id];
    const key = center.keyOf(id);
    return {
      id,
      label: title.replace(/…$/, ''),
      // In the place of the key, which would do nothing.
      detail: !enabled.has(id) ? center.why(id) : key === undefined ? undefined : shortcutText(key),
      help,
      ...(recent.length === 0 ? {} : { group: recent.includes(id) ? 'Recent' : 'All commands' }),
      ...(enabled.has(id) ? {} : { disabled: center.why(id) }),
    };
  });
  const run = (id: string): void => (isCommandId(id) ? center.run(id, true) : undefined);
  return <ChooserDialog title="Command palette" placeholder="Type the name of a command" options={options} empty="No command has that name." onChosen={run} onClose={onClose} />;
}

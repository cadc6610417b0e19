import { useMemo, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { commandIds, useCommands } from '../commands/commandCenter.ts';
import { AboutDialog } from '../features/about/AboutDialog.tsx';
import { ConnectionDialog } from '../features/connections/ConnectionDialog.tsx';
import { ExchangeUserDialog } from '../features/connections/ExchangeUserDialog.tsx';
import { HelpDialog } from '../features/help/HelpDialog.tsx';
import { GoToDialog } from '../features/palette/GoToDialog.tsx';
import { PaletteDialog } from '../features/palette/PaletteDialog.tsx';
import { NewRunbookDialog } from '../features/sideBar/NewRunbookDialog.tsx';
import { VariableDialog } from '../features/variables/VariableDialog.tsx';
import { useStores } from '../stores/stores.ts';
import { BreakpointDialog } from '../features/tester/BreakpointDialog.tsx';
import { BreakpointsDialog } from '../features/tester/BreakpointsDialog.tsx';
import { PinDialog } from '../features/tester/PinDialog.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

/** The dialog that is open, and the help that may be asked for in it. */
export function Dialogs(): ReactElement {
  const { layout } = useStores();
  const help = useStore(layout, (state) => state.help);
  return (
    <>
      <OpenDialog />
      {help !== null && <HelpDialog request={help} onClose={() => layout.getState().showHelp(null)} />}
    </>
  );
}

function OpenDialog(): ReactElement | null {
  const { layout } = useStores();
  const center = useCommands();
  const dialog = useStore(layout, (state) => state.dialog);
  // Asked before the palette is on the screen: an open dialog disables commands.
  const enabled = useMemo(() => new Set<string>(dialog?.kind === 'palette' ? commandIds.filter((id) => center.enabled(id)) : []), [dialog, center]);
  const close = (): void => layout.getState().closeDialog();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'exchangeUser':
      return <ExchangeUserDialog edit={dialog.edit} onClose={close} />;
    case 'connection':
      return <ConnectionDialog target={dialog.target} onClose={close} />;
    case 'variable':
      return <VariableDialog name={dialog.name} onClose={close} />;
    case 'palette':
      return <PaletteDialog center={center} enabled={enabled} onClose={close} />;
    case 'goTo':
      return <GoToDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'newRunbook':
      return <NewRunbookDialog onClose={close} />;
    case 'breakpoint':
      return <BreakpointDialog key={dialog.activity} runbook={dialog.runbook} activity={dialog.activity} onClose={close} />;
    case 'breakpoints':
      return <BreakpointsDialog runbook={dialog.runbook} onClose={close} />;
    case 'pin':
      return <PinDialog key={dialog.activity} runbook={dialog.runbook} activity={dialog.activity} onClose={close} />;
    case 'unsaved':
      return <UnsavedDialog dialog={dialog} onClose={close} />;
  }
}

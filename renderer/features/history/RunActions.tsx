import CompareIcon from '@mui/icons-material/CompareArrowsOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import ExportIcon from '@mui/icons-material/FileDownloadOutlined';
import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import FromIcon from '@mui/icons-material/RedoOutlined';
import AgainIcon from '@mui/icons-material/ReplayOutlined';
import { Box } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ReportWish } from '../../../shared/history/historyEvents.ts';
import type { RunSummary } from '../../../shared/history/runSummary.ts';
import { exportRun, removeRun, runAgain, runFromFailed, whyNotAgain } from '../../commands/historyActions.ts';
import { openRun } from '../../commands/runTabs.ts';
import { useRegistry } from '../../stores/registry.ts';
import { ExportRunDialog } from './ExportRunDialog.tsx';
import { useStores } from '../../stores/stores.ts';
import { ToolbarButton } from '../../ui/ToolbarButton.tsx';

interface Props {
  /** The run that is chosen; without one the buttons say what is missing. */
  readonly summary: RunSummary | undefined;
  /** In the list: a run can be opened. */
  readonly openable?: boolean;
  onCompare(summary: RunSummary): void;
}

/** What can be done with a recorded run. */
export function RunActions({ summary, openable = false, onCompare }: Props): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const [exporting, setExporting] = useState(false);
  useStore(stores.workspace, ({ view }) => view);
  useStore(stores.runs, ({ runs }) => (summary === undefined ? undefined : runs[summary.key]?.view.status));
  const nothing = summary === undefined ? 'Choose a run first.' : undefined;
  const again = summary === undefined ? nothing : whyNotAgain(stores, summary);
  const from = again ?? (summary?.failed === undefined ? 'No activity failed in this run.' : undefined);
  const going = summary?.result === 'running' ? 'The run goes on.' : nothing;
  const on = (act: (summary: RunSummary) => unknown) => (): void => void (summary === undefined ? undefined : act(summary));
  const exportAs = (wish: ReportWish): void => {
    setExporting(false);
    on(({ run }) => exportRun(stores, run, wish))();
  };
  return (
    <Box role="toolbar" aria-label="Actions for the run" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.25 }}>
      {openable && <ToolbarButton label="Open" icon={<OpenIcon />} showLabel disabled={nothing !== undefined} help={nothing} onClick={on(({ run }) => openRun(stores, run))} />}
      <ToolbarButton label="Run again" icon={<AgainIcon />} showLabel disabled={again !== undefined} help={again ?? 'Runs the runbook as it is now, from its beginning.'} onClick={on((one) => runAgain(stores, registry, one))} />
      <ToolbarButton label="Run from failed activity" icon={<FromIcon />} showLabel={openable || summary?.failed !== undefined} disabled={from !== undefined} help={from ?? `Runs the runbook as it is now from ${summary?.failed?.name ?? ''}, with the data of this run.`} onClick={on((one) => runFromFailed(stores, registry, one))} />
      <ToolbarButton label="Compare with…" icon={<CompareIcon />} showLabel disabled={nothing !== undefined} help={nothing ?? 'Shows this run and another one side by side.'} onClick={on(onCompare)} />
      <ToolbarButton label="Export report…" icon={<ExportIcon />} disabled={nothing !== undefined} help={nothing ?? 'Writes the run to a file.'} onClick={() => setExporting(true)} />
      {exporting && <ExportRunDialog onExport={exportAs} onClose={() => setExporting(false)} />}
      <ToolbarButton label="Delete" icon={<DeleteIcon />} disabled={going !== undefined} help={going ?? 'Deletes the run. It can be brought back until the app closes.'} onClick={on((one) => removeRun(stores, one))} />
    </Box>
  );
}

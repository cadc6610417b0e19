import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import InformationIcon from '@mui/icons-material/InfoOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, type SvgIcon } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import type { PlatformEventOfRun } from '../../../shared/engine/runView.ts';
import { useCurrentKey, useTestRun } from '../../stores/current.ts';
import { useStores } from '../../stores/stores.ts';
import { timeOfDay } from '../../stores/words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList, type VirtualColumn } from '../../ui/VirtualList.tsx';

const icons: Readonly<Record<PlatformEventOfRun['severity'], typeof SvgIcon>> = { information: InformationIcon, warning: WarningIcon, error: ErrorIcon };
const colors: Readonly<Record<PlatformEventOfRun['severity'], string>> = { information: 'studio.textMuted', warning: 'studio.warning', error: 'studio.error' };
const names: Readonly<Record<PlatformEventOfRun['severity'], string>> = { information: 'Information', warning: 'Warning', error: 'Error' };

/** What Send Platform Event and the notifications of run behavior told of in the last test of the runbook in front. */
export function EventsPanel(): ReactElement {
  const { editor: editors } = useStores();
  const current = useCurrentKey();
  const run = useTestRun(current ?? '');
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const document = useStore(editors, ({ open }) => (current === undefined ? undefined : open[current]?.document));
  const events = run?.view.platformEvents;
  if (current === undefined) return <EmptyState text="Open a runbook to see the events of its tests." />;
  if (run === undefined) return <EmptyState text="No test yet. Events of the activity Send Platform Event and of run behavior appear here." />;
  if (events === undefined || events.length === 0) return <EmptyState text="The last test told of no events. Send Platform Event adds one." />;
  const columns: readonly VirtualColumn<PlatformEventOfRun>[] = [
    { key: 'time', label: 'Time', width: '100px', render: ({ at }) => <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>{timeOfDay(at)}</Box> },
    {
      key: 'severity',
      label: 'Type',
      width: '110px',
      render: ({ severity }) => {
        const Icon = icons[severity];
        return <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}><Icon aria-hidden sx={{ fontSize: 16, color: colors[severity] }} />{names[severity]}</Box>;
      },
    },
    { key: 'summary', label: 'Summary', width: 'minmax(140px, 1.5fr)', render: ({ summary }) => <span title={summary}>{summary}</span> },
    { key: 'details', label: 'Details', width: 'minmax(120px, 2fr)', render: ({ details = '' }) => <Box component="span" title={details} sx={{ color: 'studio.textMuted' }}>{details}</Box> },
    { key: 'activity', label: 'Activity', width: 'minmax(90px, 0.8fr)', render: ({ activity }) => (activity === undefined ? 'Runbook' : (document?.activities[activity]?.name ?? activity)) },
  ];
  const choose = (key: string, { activity }: PlatformEventOfRun): void => {
    setSelected(key);
    if (activity !== undefined) editors.getState().select(current, { activities: [activity] });
  };
  return <VirtualList label="Events" rows={events.toArray()} columns={columns} rowKey={({ seq }) => String(seq)} selected={selected} onSelect={choose} followEnd />;
}

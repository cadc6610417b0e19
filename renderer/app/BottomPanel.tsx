import CloseIcon from '@mui/icons-material/CloseOutlined';
import { Box, Tab, Tabs } from '@mui/material';
import type { ComponentType, ReactElement } from 'react';
import { useStore } from 'zustand';
import { useCurrentKey, useKeyOf, useProblems } from '../stores/current.ts';
import type { BottomTab } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { ToolbarButton } from '../ui/ToolbarButton.tsx';
import { ConsolePanel, EventsPanel, ProblemsPanel, TracePanel } from './lazyParts.ts';

const panels: Readonly<Record<BottomTab, { readonly label: string; readonly panel: ComponentType }>> = {
  console: { label: 'Console', panel: ConsolePanel },
  traces: { label: 'Traces', panel: TracePanel },
  events: { label: 'Events', panel: EventsPanel },
  problems: { label: 'Problems', panel: ProblemsPanel },
};
const tabs: readonly BottomTab[] = ['console', 'traces', 'events', 'problems'];

/** Console, traces, events and problems below the editor. */
export function BottomPanel(): ReactElement {
  const { layout } = useStores();
  const tab = useStore(layout, (state) => state.bottomTab);
  const keyOf = useKeyOf();
  const { showBottom, toggle } = layout.getState();
  const { panel: Panel, label } = panels[tab];
  return (
    <Box component="section" aria-label="Bottom panel" data-region tabIndex={-1} sx={{ flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, bgcolor: 'studio.surface' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, bgcolor: 'studio.panel', borderBottom: 1, borderColor: 'studio.border', paddingInline: 0.5 }}>
        <Tabs value={tab} onChange={(_, chosen: BottomTab) => showBottom(chosen)} aria-label="Bottom panel views" sx={{ flex: 1, marginBottom: '-1px' }}>
          {tabs.map((name) => (
            <Tab key={name} value={name} id={`bottom-tab-${name}`} aria-controls="bottom-content" label={name === 'problems' ? <ProblemsLabel /> : panels[name].label} />
          ))}
        </Tabs>
        <ToolbarButton label="Hide the bottom panel" icon={<CloseIcon />} shortcut={keyOf('view.bottomPanel')} onClick={() => toggle('bottomOpen', false)} />
      </Box>
      <Box id="bottom-content" role="tabpanel" aria-label={label} sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}>
        <Panel />
      </Box>
    </Box>
  );
}

/** By itself, so that the panel is not drawn anew when the runbook is judged again. */
function ProblemsLabel(): ReactElement {
  const { length } = useProblems(useCurrentKey());
  return <>{length > 0 ? `${panels.problems.label} ${length}` : panels.problems.label}</>;
}

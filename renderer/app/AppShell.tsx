import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useCurrentFact } from '../stores/current.ts';
import type { PartSizes } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { afterPress } from '../ui/afterPress.ts';
import { SplitPane } from '../ui/SplitPane.tsx';
import { Announcer } from './Announcer.tsx';
import { AppBars } from './AppBars.tsx';
import { BottomPanel } from './BottomPanel.tsx';
import { EditorArea } from './EditorArea.tsx';
import { Dialogs } from './lazyParts.ts';
import { NoticeBar } from './NoticeBar.tsx';
import { RecoveredBar } from './RecoveredBar.tsx';
import { PropertyRegion } from './PropertyRegion.tsx';
import { Rail } from './Rail.tsx';
import { useRoom } from './room.ts';
import { SideBar } from './SideBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import { WorkspaceDrop } from './WorkspaceDrop.tsx';

/** The parts as elements that stay the same: what changes in the frame draws none of them again. */
const parts = {
  bars: (
    <>
      <AppBars />
      <RecoveredBar />
    </>
  ),
  rail: <Rail />,
  sideBar: <SideBar overlay={false} />,
  sideBarOver: <SideBar overlay />,
  editor: <EditorArea />,
  properties: <PropertyRegion overlay={false} covered={false} />,
  bottom: <BottomPanel />,
  ends: (
    <>
      <NoticeBar />
      <Announcer />
    </>
  ),
  status: <StatusBar />,
};

/** The frame of the window: rail, side bar, editor, properties, bottom panel and status bar, each a landmark. */
export function AppShell(): ReactElement {
  const { layout, settings } = useStores();
  const sizes = useStore(layout, (state) => state.sizes);
  const sideBarOpen = useStore(layout, (state) => state.sideBarOpen);
  const bottomOpen = useStore(layout, (state) => state.bottomOpen);
  const dialogOpen = useStore(layout, (state) => state.dialog !== null || state.help !== null);
  const { narrow, small, low } = useRoom();
  const covered = small && sideBarOpen;
  // Undefined while no runbook is open.
  const selected = useCurrentFact(({ selection: { activities, link } }) => activities.length > 0 || link !== undefined);
  // In a narrow window the panel covers the canvas, so it appears for a selection only.
  const properties = useStore(layout, (state) => state.propertyPanelOpen) && selected !== undefined && (!narrow || selected);

  const resizing = (part: keyof PartSizes, setting: 'sideBarWidth' | 'propertyPanelWidth' | 'bottomPanelHeight') => ({
    size: sizes[part],
    onResize: (size: number): void => layout.getState().resize({ [part]: size }),
    onResized: (size: number): void => void settings.getState().change({ [setting]: size }),
  });

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', color: 'studio.text' }}>
      {parts.bars}
      <WorkspaceDrop>
        <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
          {parts.rail}
          <Box sx={{ flex: 1, display: 'flex', minWidth: 0, minHeight: 0, position: 'relative' }}>
            {covered && parts.sideBarOver}
            {/* What the side bar covers has the focus again: it makes way, or the focus could not be seen. */}
            <Box sx={{ display: 'contents' }} onFocus={covered ? () => afterPress(() => layout.getState().toggle('sideBarOpen', false)) : undefined}>
              <SplitPane
                label="Width of the side bar"
                direction="row"
                sized="first"
                minimum={180}
                maximum={480}
                {...resizing('sideBar', 'sideBarWidth')}
                collapsed={small || !sideBarOpen}
                first={parts.sideBar}
                second={
                  <SplitPane
                    label="Width of the properties"
                    direction="row"
                    sized="second"
                    minimum={280}
                    maximum={640}
                    {...resizing('properties', 'propertyPanelWidth')}
                    collapsed={narrow || !properties}
                    first={
                      <SplitPane
                        label="Height of the bottom panel"
                        direction="column"
                        sized="second"
                        minimum={120}
                        maximum={640}
                        {...resizing('bottom', 'bottomPanelHeight')}
                        collapsed={!bottomOpen}
                        covering={low}
                        first={
                          <Box sx={{ flex: 1, display: 'flex', minWidth: 0, minHeight: 0, position: 'relative' }}>
                            {parts.editor}
                            {narrow && properties && <PropertyRegion overlay covered={covered} />}
                          </Box>
                        }
                        second={parts.bottom}
                      />
                    }
                    second={parts.properties}
                  />
                }
              />
            </Box>
          </Box>
        </Box>
      </WorkspaceDrop>
      {parts.status}
      {dialogOpen && <Dialogs />}
      {parts.ends}
    </Box>
  );
}

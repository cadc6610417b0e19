import MoreIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { useApi } from '../api/useApi.ts';
import { useCommands } from '../commands/commandCenter.ts';
import { below, showMenu } from '../commands/contextMenu.ts';
import { closeTab, closeTabs } from '../commands/workspaceActions.ts';
import { tabId, type Tab } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { EditorTab } from './EditorTab.tsx';
import { useTabTitles } from './tabTitle.ts';

/** The open tabs of the editor: arrow keys move, Delete closes, and so does the middle button. Dragging and Ctrl+Shift+PageUp or PageDown change their order. */
export function EditorTabs(): ReactElement | null {
  const stores = useStores();
  const api = useApi();
  const commands = useCommands();
  const titles = useTabTitles();
  const tabs = useStore(stores.layout, (state) => state.tabs);
  const active = useStore(stores.layout, (state) => (state.activeTab === undefined ? undefined : tabId(state.activeTab)));
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Tab | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  const { openTab, moveTab } = stores.layout.getState();
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, tabs]);
  if (tabs.length === 0) return null;

  const focusTab = (index: number): void => {
    const tab = tabs.at(index % tabs.length);
    if (tab === undefined) return;
    openTab(tab);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus();
  };
  const menu = (tab: Tab, at?: { readonly x: number; readonly y: number }): void => {
    openTab(tab);
    const others = tabs.filter((one) => tabId(one) !== tabId(tab));
    void showMenu(api, commands, ['file.closeTab', { id: 'closeOthers', label: 'Close Others', enabled: others.length > 0, run: () => closeTabs(stores, others) }, 'separator', 'view.moveTabLeft', 'view.moveTabRight'], at);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number, tab: Tab): void => {
    if (event.key === 'ArrowRight') focusTab(index + 1);
    else if (event.key === 'ArrowLeft') focusTab(index - 1);
    else if (event.key === 'Home') focusTab(0);
    else if (event.key === 'End') focusTab(-1);
    else if (event.key === 'Delete') closeTab(stores, tab);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) menu(tab, below(event.currentTarget));
    else return;
    event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged !== undefined && over !== undefined) {
      const from = tabs.findIndex((tab) => tabId(tab) === tabId(dragged));
      moveTab(dragged, over > from ? over - 1 : over);
    }
    setDragged(undefined);
    setOver(undefined);
  };
  const dragOver = (event: DragEvent<HTMLElement>, index: number): void => {
    if (dragged === undefined) return;
    event.preventDefault();
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setOver(event.clientX < left + width / 2 ? index : index + 1);
  };
  const listAll = (): void => void showMenu(api, commands, tabs.map((tab) => ({ id: tabId(tab), label: titles(tab), checked: tabId(tab) === active, run: () => openTab(tab) })));

  return (
    <Box sx={{ display: 'flex', flexShrink: 0, bgcolor: 'studio.panel', borderBottom: 1, borderColor: 'studio.border', minWidth: 0 }}>
      <Box ref={list} role="tablist" aria-label="Open tabs" onDrop={drop} sx={{ display: 'flex', flex: 1, minWidth: 0, minHeight: 36, overflowX: 'auto', scrollbarWidth: 'none' }}>
        {tabs.map((tab, index) => (
          <EditorTab
            key={tabId(tab)}
            tab={tab}
            title={titles(tab)}
            active={tabId(tab) === active}
            dropMark={dragged === undefined ? undefined : over === index ? 'before' : over === index + 1 && index === tabs.length - 1 ? 'after' : undefined}
            onKeyDown={(event) => onKeyDown(event, index, tab)}
            onMenu={() => menu(tab)}
            onDragStart={() => setDragged(tab)}
            onDragOver={(event) => dragOver(event, index)}
            onDragEnd={() => { setDragged(undefined); setOver(undefined); }}
          />
        ))}
      </Box>
      {tabs.length > 1 && (
        <Tooltip title="All open tabs" describeChild>
          <IconButton aria-label="All open tabs" aria-haspopup="menu" onClick={listAll} sx={{ alignSelf: 'center', marginInline: 0.5 }}><MoreIcon /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}

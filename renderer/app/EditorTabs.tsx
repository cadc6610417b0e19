import CloseIcon from '@mui/icons-material/CloseOutlined';
import UnsavedIcon from '@mui/icons-material/FiberManualRecord';
import { Box, ButtonBase } from '@mui/material';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { closeTab } from '../commands/workspaceActions.ts';
import type { RunSummary } from '../../shared/history/runSummary.ts';
import { isDirty } from '../stores/editorHistory.ts';
import { runTitle } from '../stores/historyWords.ts';
import { tabId, type Tab } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';

/** Titles of tabs that show no runbook. */
const pageTitles = { welcome: 'Welcome', variables: 'Variables', history: 'History' } as const;

/** The open tabs of the editor: arrow keys move, Delete closes, and so does the middle button. */
export function EditorTabs(): ReactElement | null {
  const stores = useStores();
  const tabs = useStore(stores.layout, (state) => state.tabs);
  const active = useStore(stores.layout, (state) => (state.activeTab === undefined ? undefined : tabId(state.activeTab)));
  const list = useRef<HTMLDivElement>(null);
  if (tabs.length === 0) return null;

  const focusTab = (index: number): void => {
    const tab = tabs.at(index % tabs.length);
    if (tab === undefined) return;
    stores.layout.getState().openTab(tab);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, tab: Tab): void => {
    if (event.key === 'ArrowRight') focusTab(index + 1);
    else if (event.key === 'ArrowLeft') focusTab(index - 1);
    else if (event.key === 'Home') focusTab(0);
    else if (event.key === 'End') focusTab(-1);
    else if (event.key === 'Delete') closeTab(stores, tab);
    else return;
    event.preventDefault();
  };

  return (
    <Box ref={list} role="tablist" aria-label="Open tabs" sx={{ display: 'flex', flexShrink: 0, minHeight: 36, bgcolor: 'studio.panel', borderBottom: 1, borderColor: 'studio.border', overflowX: 'auto', scrollbarWidth: 'none' }}>
      {tabs.map((tab, index) => (
        <EditorTab key={tabId(tab)} tab={tab} active={tabId(tab) === active} onKeyDown={(event) => onKeyDown(event, index, tab)} />
      ))}
    </Box>
  );
}

/** The title of a tab as far as it does not depend on what is open. */
function titleOf(tab: Tab, runs: readonly RunSummary[]): string {
  const named = (wanted: string): string => {
    const summary = runs.find(({ run }) => run === wanted);
    return summary === undefined ? 'Run' : runTitle(summary);
  };
  if (tab.kind === 'run') return named(tab.run);
  if (tab.kind === 'comparison') return `${named(tab.left)} ↔ ${named(tab.right)}`;
  return 'key' in tab ? tab.key : pageTitles[tab.kind];
}

interface Props {
  readonly tab: Tab;
  readonly active: boolean;
  onKeyDown(event: KeyboardEvent): void;
}

function EditorTab({ tab, active, onKeyDown }: Props): ReactElement {
  const stores = useStores();
  const open = useStore(stores.editor, (state) => (tab.kind === 'runbook' ? state.open[tab.key] : undefined));
  const listed = useStore(stores.workspace, ({ view }) => (tab.kind === 'runbook' ? view?.runbooks.find(({ key }) => key === tab.key)?.name : undefined));
  const file = useStore(stores.traceFiles, (state) => (tab.kind === 'traceFile' ? state.open[tab.key]?.name : undefined));
  const runs = useStore(stores.history, (state) => state.runs);
  const title = open?.document.name ?? listed ?? file ?? titleOf(tab, runs);
  const unsaved = open !== undefined && isDirty(open);
  const close = (): void => closeTab(stores, tab);
  return (
    <ButtonBase
      role="tab"
      id={`tab-${tabId(tab)}`}
      aria-selected={active}
      aria-controls="editor-content"
      aria-label={unsaved ? `${title}, unsaved changes` : title}
      aria-keyshortcuts="Delete"
      tabIndex={active ? 0 : -1}
      component="div"
      onClick={() => stores.layout.getState().openTab(tab)}
      onAuxClick={(event) => (event.button === 1 ? close() : undefined)}
      onKeyDown={onKeyDown}
      sx={{
        flexShrink: 0,
        gap: 0.75,
        paddingLeft: 1.75,
        paddingRight: 0.75,
        maxWidth: 260,
        fontSize: '0.8125rem',
        fontWeight: active ? 500 : 400,
        color: active ? 'studio.text' : 'studio.textMuted',
        bgcolor: active ? 'studio.surface' : 'transparent',
        borderRight: 1,
        borderColor: 'studio.border',
        boxShadow: active ? `inset 0 2px ${color('accent')}` : 'none',
        '&:hover': { color: 'studio.text' },
        '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}`, outlineOffset: -2 },
        '&:not(:hover) .tab-close': { opacity: active && !unsaved ? 1 : 0 },
        '&:hover .tab-unsaved': { display: 'none' },
      }}
    >
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{title}</Box>
      <Box component="span" sx={{ position: 'relative', display: 'grid', placeItems: 'center', width: 24, height: 24 }}>
        {unsaved && <UnsavedIcon aria-hidden className="tab-unsaved" sx={{ position: 'absolute', fontSize: '0.6875rem', color: 'studio.accent' }} />}
        {/* For the pointer only: the keyboard has Delete and Ctrl+W, and a button inside a tab would have no role of its own. */}
        <Box component="span" className="tab-close" aria-hidden title={`Close ${title}`} onClick={(event) => { event.stopPropagation(); close(); }} sx={{ display: 'grid', placeItems: 'center', width: 24, height: 24, borderRadius: 0.75, '&:hover': { bgcolor: 'studio.hover' } }}>
          <CloseIcon sx={{ fontSize: '0.9375rem' }} />
        </Box>
      </Box>
    </ButtonBase>
  );
}

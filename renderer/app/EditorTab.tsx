import CloseIcon from '@mui/icons-material/CloseOutlined';
import UnsavedIcon from '@mui/icons-material/FiberManualRecord';
import { Box, ButtonBase } from '@mui/material';
import type { DragEvent, KeyboardEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import { closeTab } from '../commands/workspaceActions.ts';
import { isDirty } from '../stores/editorHistory.ts';
import { tabId, type Tab } from '../stores/layout.ts';
import { useStores } from '../stores/stores.ts';
import { color } from '../ui/color.ts';

interface Props {
  readonly tab: Tab;
  readonly title: string;
  readonly active: boolean;
  /** At which edge a tab that is dragged would be put down. */
  readonly dropMark: 'before' | 'after' | undefined;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onMenu(): void;
  onDragStart(): void;
  onDragOver(event: DragEvent<HTMLElement>): void;
  onDragEnd(): void;
}

/** One tab of the editor, with the mark of unsaved changes and the cross that closes it. */
export function EditorTab({ tab, title, active, dropMark, onKeyDown, onMenu, onDragStart, onDragOver, onDragEnd }: Props): ReactElement {
  const stores = useStores();
  const unsaved = useStore(stores.editor, ({ open }) => {
    const editor = tab.kind === 'runbook' ? open[tab.key] : undefined;
    return editor !== undefined && isDirty(editor);
  });
  const close = (): void => closeTab(stores, tab);
  const marks = [active && `inset 0 2px ${color('accent')}`, dropMark === 'before' && `inset 3px 0 ${color('focus')}`, dropMark === 'after' && `inset -3px 0 ${color('focus')}`].filter((mark) => mark !== false);
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
      title={title}
      draggable
      onDragStart={onDragStart}
      onDragOver={onDragOver}
      onDragEnd={onDragEnd}
      onClick={() => stores.layout.getState().openTab(tab)}
      onAuxClick={(event) => (event.button === 1 ? close() : undefined)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu();
      }}
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
        boxShadow: marks.length === 0 ? 'none' : marks.join(', '),
        '@media (forced-colors: active)': { borderTop: active ? '2px solid Highlight' : '2px solid transparent' },
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

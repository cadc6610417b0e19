import DemoIcon from '@mui/icons-material/ScienceOutlined';
import FolderIcon from '@mui/icons-material/FolderOutlined';
import ProblemIcon from '@mui/icons-material/ErrorOutlineOutlined';
import RealIcon from '@mui/icons-material/DnsOutlined';
import { Box, ButtonBase } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../commands/commandCenter.ts';
import { useCurrentFact, useCurrentKey, useProblems, useTestRun } from '../stores/current.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import { useStores } from '../stores/stores.ts';
import { count } from '../stores/words.ts';
import { color } from '../ui/color.ts';
import { StatusIcon } from '../ui/StatusIcon.tsx';
import { runWords } from './runWords.ts';

/** The facts about what is in front, at the bottom of the window. Each is a button that goes there. */
export function StatusBar(): ReactElement {
  const { workspace } = useStores();
  const commands = useCommands();
  const view = useStore(workspace, (state) => state.view);
  const current = useCurrentKey();
  return (
    <Box component="footer" aria-label="Status bar" data-region tabIndex={-1} sx={{ display: 'flex', alignItems: 'stretch', flexShrink: 0, minHeight: 26, bgcolor: 'studio.rail', borderTop: 1, borderColor: 'studio.border', color: 'studio.textMuted', overflow: 'hidden' }}>
      {view === null ? (
        <Item label="No workspace is open. Open one" onClick={() => commands.run('file.openWorkspace')}><FolderIcon />No workspace</Item>
      ) : (
        <Item label={`Workspace ${view.name}. Show workspaces`} onClick={() => commands.run('help.welcome')}><FolderIcon />{view.name}</Item>
      )}
      {view !== null && <Connections />}
      <Box sx={{ flex: 1 }} />
      {current !== undefined && <LastTest runbookKey={current} />}
      {current !== undefined && <ProblemCount runbookKey={current} />}
    </Box>
  );
}

function LastTest({ runbookKey }: { readonly runbookKey: string }): ReactElement | null {
  const { layout } = useStores();
  const run = useTestRun(runbookKey);
  if (run === undefined) return null;
  return (
    <Item label={`Test: ${runWords(run)}. Show the console`} yields onClick={() => layout.getState().showBottom('console')}>
      <StatusIcon status={run.view.status} decorative size={14} />
      <span>{runWords(run)}</span>
    </Item>
  );
}

function ProblemCount({ runbookKey }: { readonly runbookKey: string }): ReactElement {
  const { layout } = useStores();
  const { length } = useProblems(runbookKey);
  return (
    <Item label={`${count(length, 'problem')}. Show them`} onClick={() => layout.getState().showBottom('problems')}>
      <ProblemIcon />
      {count(length, 'problem')}
    </Item>
  );
}

/** The keys of the configurations that a runbook works with, in one text, so that it is the same as long as they are. */
const connectionsOf = ({ document }: OpenEditor): string => [...new Set(Object.values(document.activities).map(({ connection }) => connection ?? ''))].join('\n');

/** The connections that the runbook in front works with, and whether they are the demo or real mailboxes. */
function Connections(): ReactElement | null {
  const { connections } = useStores();
  const commands = useCommands();
  const entries = useStore(connections, (state) => state.entries);
  const keys = useCurrentFact(connectionsOf)?.split('\n') ?? [];
  const used = entries.filter(({ key }) => keys.includes(key));
  if (used.length === 0) return null;
  const real = used.filter(({ connection }) => !connection.demo);
  const shown = real.length > 0 ? real : used;
  const names = shown.map(({ connection }) => connection.name).join(', ');
  const mark = real.length > 0 ? 'real mailbox' : 'demo';
  return (
    <Item label={`Connection ${names}, ${mark}. Show connections`} onClick={() => commands.run('options.exchangeUser')} emphasis={real.length > 0 ? 'real' : 'demo'} yields>
      {real.length > 0 ? <RealIcon /> : <DemoIcon />}
      <span>{names} ({mark})</span>
    </Item>
  );
}

interface ItemProps {
  readonly label: string;
  readonly emphasis?: 'real' | 'demo';
  /** Is shortened first. */
  readonly yields?: boolean;
  readonly children: ReactNode;
  onClick(): void;
}

const emphases = { real: { bgcolor: 'studio.warningSoft', color: 'studio.warning', fontWeight: 600 }, demo: { bgcolor: 'studio.accentSoft', color: 'studio.accent', fontWeight: 500 } } as const;

function Item({ label, emphasis, yields = false, children, onClick }: ItemProps): ReactElement {
  return (
    <ButtonBase
      aria-label={label}
      onClick={onClick}
      sx={{
        gap: 0.5,
        paddingInline: 1,
        fontSize: '0.75rem',
        whiteSpace: 'nowrap',
        // Where there is no room for all, names give way to what counts.
        minWidth: 0,
        flexShrink: yields ? 1 : 0,
        '& > *': { flexShrink: 0 },
        '& > * + span': { flexShrink: 1, overflow: 'hidden', textOverflow: 'ellipsis' },
        ...(emphasis === undefined ? { '&:hover': { bgcolor: 'studio.hover', color: 'studio.text' } } : emphases[emphasis]),
        '& .MuiSvgIcon-root': { fontSize: '0.875rem' },
        '&.Mui-focusVisible': { outline: `2px solid ${color('focus')}`, outlineOffset: -2 },
      }}
    >
      {children}
    </ButtonBase>
  );
}

import ClosedIcon from '@mui/icons-material/ChevronRightOutlined';
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Box } from '@mui/material';
import { useId, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { color } from './color.ts';

/** A row of a tree as it is shown: nodes inside closed ones are left out. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  /** From 1. */
  readonly level: number;
  /** Whether the nodes inside are shown; undefined where there are none. */
  readonly open?: boolean | undefined;
  /** Beside the label, for example a count. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selected: string | undefined;
  onSelect(id: string): void;
  onOpen(id: string, open: boolean): void;
  /** Enter or a double click. */
  onChoose(id: string): void;
}

/** A tree to choose from: arrows move, right and left open and close, Enter chooses. */
export function Tree({ label, nodes, selected, onSelect, onOpen, onChoose }: Props): ReactElement {
  const id = useId();
  const at = Math.max(0, nodes.findIndex((node) => node.id === selected));
  const select = (index: number): void => {
    const node = nodes[Math.min(nodes.length - 1, Math.max(0, index))];
    if (node === undefined) return;
    onSelect(node.id);
    document.getElementById(`${id}-${nodes.indexOf(node)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const node = nodes[at];
    if (node === undefined) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (to !== undefined) select(to);
    else if (event.key === 'Enter') onChoose(node.id);
    else if (event.key === 'ArrowRight' && node.open === false) onOpen(node.id, true);
    else if (event.key === 'ArrowRight' && node.open === true) select(at + 1);
    else if (event.key === 'ArrowLeft' && node.open === true) onOpen(node.id, false);
    else if (event.key === 'ArrowLeft') select(nodes.slice(0, at).findLastIndex(({ level }) => level < node.level));
    else return;
    event.preventDefault();
  };
  return (
    <Box
      role="tree"
      aria-label={label}
      tabIndex={0}
      {...(nodes.length === 0 ? {} : { 'aria-activedescendant': `${id}-${at}` })}
      onKeyDown={onKeyDown}
      sx={{ height: '100%', overflow: 'auto', paddingBlock: 0.5, '&:focus-visible': { outlineOffset: -2 } }}
    >
      {nodes.map((node, index) => (
        <Box
          key={node.id}
          id={`${id}-${index}`}
          role="treeitem"
          aria-level={node.level}
          aria-selected={index === at}
          {...(node.open === undefined ? {} : { 'aria-expanded': node.open })}
          onClick={() => onSelect(node.id)}
          onDoubleClick={() => onChoose(node.id)}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 28, paddingLeft: `${(node.level - 1) * 16 + 4}px`, paddingRight: 1.25, fontSize: '0.8125rem', cursor: 'default', ...(index === at ? { bgcolor: 'studio.selected', boxShadow: `inset 2px 0 ${color('accent')}` } : { '&:hover': { bgcolor: 'studio.hover' } }) }}
        >
          <Box
            component="span"
            aria-hidden
            onClick={(event) => {
              if (node.open === undefined) return;
              event.stopPropagation();
              onOpen(node.id, !node.open);
            }}
            sx={{ display: 'grid', placeItems: 'center', width: 24, height: 24, flexShrink: 0, color: 'studio.textMuted' }}
          >
            {node.open !== undefined && (node.open ? <OpenIcon sx={{ fontSize: 16 }} /> : <ClosedIcon sx={{ fontSize: 16 }} />)}
          </Box>
          {node.icon !== undefined && <Box component="span" sx={{ display: 'inline-flex', color: 'studio.textMuted', flexShrink: 0 }}>{node.icon}</Box>}
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={node.label}>{node.label}</Box>
          {node.detail !== undefined && <Box component="span" sx={{ fontSize: '0.75rem', color: 'studio.textMuted', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{node.detail}</Box>}
        </Box>
      ))}
    </Box>
  );
}

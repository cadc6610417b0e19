import { Box } from '@mui/material';
import type { Node, NodeProps } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { color } from '../../ui/color.ts';
import { markTones } from '../../ui/markColor.ts';
import type { GroupFacts } from './markModel.ts';

/** The frame of a group on the canvas. */
export type GroupNode = Node<GroupFacts, 'frame'>;

/** Class of the part of a frame that takes the pointer. */
export const groupHandle = 'group-handle';

/** The frame around the activities of a group. Only its name takes the pointer, so that links and activities inside stay within reach. */
export const GroupFrame = memo(function GroupFrame({ data: group, selected }: NodeProps<GroupNode>): ReactElement {
  const { line, soft } = markTones[group.color];
  return (
    <Box
      sx={{
        width: '100%',
        height: '100%',
        boxSizing: 'border-box',
        borderRadius: '10px',
        border: `1.5px solid ${color(selected ? 'accent' : line)}`,
        bgcolor: `color-mix(in srgb, ${color(soft)} 45%, transparent)`,
        '.react-flow__node:focus-visible &': { outline: `2px solid ${color('focus')}`, outlineOffset: '3px' },
      }}
    >
      <Box className={groupHandle} sx={{ pointerEvents: 'all', cursor: 'grab', display: 'inline-block', maxWidth: 'calc(100% - 16px)', margin: '6px 8px', padding: '2px 8px', minHeight: 24, boxSizing: 'border-box', borderRadius: '6px', bgcolor: 'studio.raised', border: `1px solid ${color(selected ? 'accent' : line)}`, color: 'studio.text', fontSize: '0.75rem', fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {group.name}
      </Box>
    </Box>
  );
});

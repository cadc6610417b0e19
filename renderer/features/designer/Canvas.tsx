import { Box } from '@mui/material';
import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode, useReactFlow, type EdgeTypes, type NodeChange, type NodeTypes, type Viewport } from '@xyflow/react';
import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { gridSize, type Position } from '../../../shared/runbook/edits.ts';
import type { LinkEnds, OpenEditor } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import { ActivityCard, type CardNode } from './ActivityCard.tsx';
import { AlignmentLines } from './AlignmentLines.tsx';
import { createCanvasCache, type LinkEdge } from './canvasNodes.ts';
import { canvasStyle } from './canvasStyle.ts';
import type { Card } from './cardModel.ts';
import { LinkLine } from './LinkLine.tsx';
import type { LinkFacts } from './linkModel.ts';
import { useCanvasDrag } from './useCanvasDrag.ts';
import { useCanvasView } from './useCanvasView.ts';
import { useLinking, type LinkingActions } from './useLinking.ts';

const nodeTypes: NodeTypes = { activity: ActivityCard };
const edgeTypes: EdgeTypes = { link: LinkLine };
const grid: [number, number] = [gridSize, gridSize];
const panButtons = [1];
/** These keys add to the selection while they are held. */
const addingKeys = ['Meta', 'Control', 'Shift'];
/** A runbook with more activities than this has an overview; beside a smaller one it would only cover cards. */
const crowded = 10;
const noAttribution = { hideAttribution: true };

/** Where a context menu opens, and over what. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  readonly at: Position;
}

interface Props extends LinkingActions {
  readonly editor: Pick<OpenEditor, 'document' | 'selection' | 'readOnly' | 'viewport' | 'view'>;
  /** In running order: the order of Tab. */
  readonly cards: readonly Card[];
  readonly links: readonly LinkFacts[];
  onSelect(activities: readonly string[], link: LinkEnds | undefined): void;
  /** Some activities were added to the selection or taken from it. */
  onSelectChange(changes: readonly { readonly id: string; readonly selected: boolean }[]): void;
  onMove(positions: Readonly<Record<string, Position>>): void;
  onOpen(): void;
  onRename(activity: string): void;
  onDoubleClick(at: Position): void;
  onMenu(place: MenuPlace): void;
  onKeyDown(event: KeyboardEvent): void;
  onViewport(viewport: Viewport): void;
}

/** The canvas: a projection of the document. It holds nothing but the places of what is being dragged. */
export function Canvas({ editor, cards, links, ...on }: Props): ReactElement {
  const flow = useReactFlow<CardNode, LinkEdge>();
  const [cache] = useState(createCanvasCache);
  const pointing = useRef(false);
  const kept = useRef<readonly string[]>([]);
  const { selection, document, readOnly, viewport } = editor;
  const drag = useCanvasDrag(document, on.onMove);
  const linking = useLinking(on);
  const { join, reveal, begin } = useCanvasView(editor, cards, on.onViewport);

  const onNodesChange = (changes: NodeChange<CardNode>[]): void => {
    drag.onChanges(changes);
    // What was selected before a frame was drawn with a key held stays selected.
    const selects = changes.flatMap((change) => (change.type === 'select' && (change.selected || !kept.current.includes(change.id)) ? [change] : []));
    if (selects.length > 0) on.onSelectChange(selects);
  };
  const placeOf = (event: MouseEvent | globalThis.MouseEvent): Position => {
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return [x, y];
  };
  const openMenu = (event: MouseEvent | globalThis.MouseEvent): void => {
    event.preventDefault();
    on.onMenu({ left: event.clientX, top: event.clientY, at: placeOf(event) });
  };
  const onPointerDown = (event: MouseEvent): void => {
    pointing.current = true;
    const adding = event.shiftKey || event.ctrlKey || event.metaKey;
    kept.current = adding && event.target instanceof Element && event.target.matches('.react-flow__pane') ? selection.activities : [];
  };
  /** A card that gets the focus other than by pointer is selected and brought into view. */
  const onFocus = ({ target }: FocusEvent): void => {
    const id = target instanceof HTMLElement && target.matches('.react-flow__node') ? target.dataset.id : undefined;
    if (id === undefined || pointing.current) return;
    if (!selection.activities.includes(id)) on.onSelect([id], undefined);
    reveal(id);
  };

  return (
    <Box
      ref={join}
      role="application"
      aria-label="Canvas"
      data-canvas="true"
      tabIndex={-1}
      onFocus={onFocus}
      onPointerDownCapture={onPointerDown}
      onPointerUpCapture={() => (pointing.current = false)}
      onKeyDown={on.onKeyDown}
      onDoubleClick={(event) => (event.target instanceof Element && event.target.matches('.react-flow__pane') ? on.onDoubleClick(placeOf(event)) : undefined)}
      {...linking.drop}
      sx={canvasStyle}
    >
      <ReactFlow<CardNode, LinkEdge>
        nodes={cache.nodes(cards, document.layout, selection, drag.places)}
        edges={cache.edges(links, selection, linking.over, readOnly)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={drag.release}
        onSelectionDragStop={drag.release}
        onEdgeClick={(_event, edge) => on.onSelect([], { from: edge.source, to: edge.target })}
        onPaneClick={(event) => (event.shiftKey || event.ctrlKey || event.metaKey ? undefined : on.onSelect([], undefined))}
        onNodeDoubleClick={(_event, node) => on.onRename(node.id)}
        onEdgeDoubleClick={on.onOpen}
        onNodeContextMenu={(event, node) => {
          if (!selection.activities.includes(node.id)) on.onSelect([node.id], undefined);
          openMenu(event);
        }}
        onEdgeContextMenu={(event, edge) => {
          on.onSelect([], { from: edge.source, to: edge.target });
          openMenu(event);
        }}
        onSelectionContextMenu={openMenu}
        onPaneContextMenu={openMenu}
        {...linking.connect}
        {...(viewport === undefined ? {} : { defaultViewport: viewport })}
        onInit={begin}
        onMoveEnd={(event, next) => (event === null ? undefined : on.onViewport(next))}
        minZoom={0.2}
        maxZoom={2}
        snapToGrid
        snapGrid={grid}
        nodeDragThreshold={3}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addingKeys}
        panOnDrag={panButtons}
        panOnScroll
        zoomOnDoubleClick={false}
        connectionRadius={32}
        reconnectRadius={14}
        proOptions={noAttribution}
      >
        <Background variant={BackgroundVariant.Dots} gap={gridSize * 3} size={1.5} color={`color-mix(in srgb, ${color('controlBorder')} 45%, transparent)`} />
        <AlignmentLines guides={drag.guides} />
        {cards.length > crowded && <MiniMap pannable zoomable position="bottom-right" ariaLabel="Overview of the runbook" nodeColor={color('controlBorder')} nodeBorderRadius={8} />}
      </ReactFlow>
    </Box>
  );
}

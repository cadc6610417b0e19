import { Box } from '@mui/material';
import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode, useReactFlow, type Connection, type EdgeTypes, type NodeChange, type NodeTypes, type Viewport } from '@xyflow/react';
import { useRef, useState, type DragEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import type { Position } from '../../../shared/runbook/edits.ts';
import type { LinkEnds, OpenEditor } from '../../stores/editorHistory.ts';
import { color } from '../../ui/color.ts';
import { ActivityCard, type CardNode } from './ActivityCard.tsx';
import { createCanvasCache, type Drag, type LinkEdge } from './canvasNodes.ts';
import { canvasStyle } from './canvasStyle.ts';
import { cardSize, gridStep, type Card } from './cardModel.ts';
import { LinkLine } from './LinkLine.tsx';
import type { LinkFacts } from './linkModel.ts';
import { activityDragType } from './paletteDrag.ts';
import { useCanvasView } from './useCanvasView.ts';

const nodeTypes: NodeTypes = { activity: ActivityCard };
const edgeTypes: EdgeTypes = { link: LinkLine };
const grid: [number, number] = [gridStep, gridStep];
const panButtons = [1];
const noAttribution = { hideAttribution: true };

/** Where a context menu opens, and over what. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  readonly at: Position;
}

interface Props {
  readonly editor: OpenEditor;
  /** In running order: the order of Tab. */
  readonly cards: readonly Card[];
  readonly links: readonly LinkFacts[];
  readonly viewport: Viewport | undefined;
  onSelect(activities: readonly string[], link: LinkEnds | undefined): void;
  /** Some activities were added to the selection or taken from it. */
  onSelectChange(changes: readonly { readonly id: string; readonly selected: boolean }[]): void;
  onMove(positions: Readonly<Record<string, Position>>): void;
  onConnect(from: string, to: string): void;
  canConnect(from: string, to: string): boolean;
  /** A link was pulled from an activity to an empty place. */
  onConnectToNothing(from: string, at: Position): void;
  onDropActivity(type: string, at: Position): void;
  onOpen(): void;
  onMenu(place: MenuPlace): void;
  onKeyDown(event: KeyboardEvent): void;
  onViewport(viewport: Viewport): void;
}

/** The canvas: a projection of the document. It holds nothing but the places of what is being dragged. */
export function Canvas({ editor, cards, links, viewport, ...on }: Props): ReactElement {
  const flow = useReactFlow<CardNode, LinkEdge>();
  const [cache] = useState(createCanvasCache);
  const pointing = useRef(false);
  const [drag, setDrag] = useState<Drag>({});
  const { selection, document, readOnly } = editor;
  const { join, reveal, begin } = useCanvasView(document, cards, viewport !== undefined);

  const onNodesChange = (changes: NodeChange<CardNode>[]): void => {
    const moved = changes.flatMap((change) => (change.type === 'position' && change.position !== undefined ? [[change.id, [change.position.x, change.position.y]] as const] : []));
    if (moved.length > 0) setDrag((before) => ({ ...before, ...Object.fromEntries(moved) }));
    const selects = changes.flatMap((change) => (change.type === 'select' ? [change] : []));
    if (selects.length > 0) on.onSelectChange(selects);
  };
  const release = (_event: unknown, _node: unknown, nodes: readonly CardNode[]): void => {
    setDrag({});
    on.onMove(Object.fromEntries(nodes.map(({ id, position }) => [id, [position.x, position.y]])));
  };
  const openMenu = (event: MouseEvent | globalThis.MouseEvent): void => {
    event.preventDefault();
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    on.onMenu({ left: event.clientX, top: event.clientY, at: [x, y] });
  };
  const onDrop = (event: DragEvent): void => {
    const type = event.dataTransfer.getData(activityDragType);
    if (type === '') return;
    event.preventDefault();
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    on.onDropActivity(type, [x - cardSize.width / 2, y - cardSize.height / 2]);
  };

  /** A card that gets the focus other than by pointer is selected and brought into view. */
  const onFocus = ({ target }: FocusEvent): void => {
    const id = target instanceof HTMLElement && target.matches('.react-flow__node') ? target.dataset.id : undefined;
    if (id === undefined || pointing.current) return;
    if (!selection.activities.includes(id)) on.onSelect([id], undefined);
    reveal(id);
  };

  return (
    <Box ref={join} role="application" aria-label="Canvas" data-canvas="true" tabIndex={-1} onFocus={onFocus} onPointerDownCapture={() => (pointing.current = true)} onPointerUpCapture={() => (pointing.current = false)} onKeyDown={on.onKeyDown} onDrop={onDrop} onDragOver={(event) => event.preventDefault()} sx={canvasStyle}>
      <ReactFlow<CardNode, LinkEdge>
        nodes={cache.nodes(cards, document.layout, selection, drag)}
        edges={cache.edges(links, selection)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={release}
        onSelectionDragStop={(event, nodes) => release(event, undefined, nodes)}
        onEdgeClick={(_event, edge) => on.onSelect([], { from: edge.source, to: edge.target })}
        onPaneClick={() => on.onSelect([], undefined)}
        onNodeDoubleClick={on.onOpen}
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
        onConnect={({ source, target }: Connection) => on.onConnect(source, target)}
        isValidConnection={({ source, target }) => on.canConnect(source, target)}
        onConnectEnd={(event, { fromNode, toNode, fromHandle }) => {
          if (fromNode === null || toNode !== null || fromHandle?.type !== 'source') return;
          const point = 'changedTouches' in event ? event.changedTouches[0] : event;
          if (point === undefined) return;
          // A whole card is the target, not only its small handle.
          const below = window.document.elementFromPoint(point.clientX, point.clientY)?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
          if (below !== undefined) return on.onConnect(fromNode.id, below);
          const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
          on.onConnectToNothing(fromNode.id, [x, y - cardSize.height / 2]);
        }}
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
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={['Meta', 'Control']}
        panOnDrag={panButtons}
        panOnScroll
        zoomOnDoubleClick={false}
        connectionRadius={32}
        proOptions={noAttribution}
      >
        <Background variant={BackgroundVariant.Dots} gap={gridStep * 3} size={1.5} color={`color-mix(in srgb, ${color('controlBorder')} 45%, transparent)`} />
        {cards.length > 0 && <MiniMap pannable zoomable position="bottom-right" ariaLabel="Overview of the runbook" nodeColor={color('controlBorder')} nodeBorderRadius={8} />}
      </ReactFlow>
    </Box>
  );
}

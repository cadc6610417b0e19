import { Box, GlobalStyles } from '@mui/material';
import { ReactFlow, SelectionMode, useReactFlow, type EdgeTypes, type NodeChange, type NodeTypes, type Viewport } from '@xyflow/react';
import { useEffect, useReducer, useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import type { CommandId } from '../../../shared/commands/commands.ts';
import { gridSize, type Position } from '../../../shared/runbook/edits.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import type { OpenEditor, Selection } from '../../stores/editorHistory.ts';
import { ActivityCard } from './ActivityCard.tsx';
import { AlignmentLines } from './AlignmentLines.tsx';
import { CanvasGround } from './CanvasGround.tsx';
import { canvasCommand, isForField } from './canvasKeys.ts';
import { createCanvasCache, type CanvasNode, type LinkEdge } from './canvasNodes.ts';
import { canvasStyle } from './canvasStyle.ts';
import type { Card } from './cardModel.ts';
import { cardSheet } from './cardStyle.ts';
import { GroupFrame } from './GroupFrame.tsx';
import { LinkLine } from './LinkLine.tsx';
import { linkId, type LinkFacts } from './linkModel.ts';
import { noteId, subjectOf, type NodeSubject } from './markModel.ts';
import { NoteCard } from './NoteCard.tsx';
import { Overview } from './Overview.tsx';
import { cardAfterTab } from './tabOrder.ts';
import { focusCard } from './useCanvasKeys.ts';
import { useCanvasDrag } from './useCanvasDrag.ts';
import { useCanvasView } from './useCanvasView.ts';
import { useTidyUp } from './useTidyUp.ts';
import { useLinking, type LinkingActions } from './useLinking.ts';

const nodeTypes: NodeTypes = { activity: ActivityCard, note: NoteCard, frame: GroupFrame };
const edgeTypes: EdgeTypes = { link: LinkLine };
const grid: [number, number] = [gridSize, gridSize];
const panButtons = [1];
/** These keys add to the selection while they are held. */
const addingKeys = ['Meta', 'Control', 'Shift'];
/** A runbook with more activities than this has an overview; beside a smaller one it would only cover cards. */
const crowded = 10;
/** Of a runbook with more activities than this only those that are seen are drawn. */
const large = 150;
const noAttribution = { hideAttribution: true };
/** One element for all canvases: the sheet is worked out once. */
const cardLook = <GlobalStyles styles={cardSheet} />;

interface Props extends LinkingActions {
  readonly editor: Pick<OpenEditor, 'document' | 'selection' | 'readOnly' | 'viewport' | 'view' | 'prompt'>;
  /** In running order: the order of Tab. */
  readonly cards: readonly Card[];
  readonly links: readonly LinkFacts[];
  onSelect(selection: Partial<Selection>): void;
  /** Some nodes were added to the selection or taken from it. */
  onSelectChange(changes: readonly { readonly id: string; readonly selected: boolean }[]): void;
  /** Things were moved, by node id. */
  onMove(positions: Readonly<Record<string, Position>>): void;
  onOpen(): void;
  onRename(subject: NodeSubject): void;
  onDoubleClick(at: Position): void;
  onMenu(): void;
  /** The person pointed at a place of the canvas. */
  onPoint(at: Position): void;
  onKeyDown(event: KeyboardEvent): void;
  /** The menu bar's Cut, Copy and Paste come as events of the page. */
  onCommand(command: CommandId): void;
  onViewport(viewport: Viewport): void;
  /** The runbook was laid out anew, or a problem came up. */
  onTidied(problem: string | undefined): void;
}

const isSelected = ({ activities, notes, groups }: Selection, { kind, key }: NodeSubject): boolean => ({ activity: activities, note: notes, group: groups })[kind].includes(key);

const isDrawn = (within: Element, activity: string): boolean => [...within.querySelectorAll<HTMLElement>('.react-flow__node-activity')].some(({ dataset }) => dataset.id === activity);

/** The selection of one thing. */
function only({ kind, key }: NodeSubject): Partial<Selection> {
  if (kind === 'activity') return { activities: [key] };
  return kind === 'note' ? { notes: [key] } : { groups: [key] };
}

/** The canvas: a projection of the document. It holds nothing but the places of what is being dragged. */
export function Canvas({ editor, cards, links, ...on }: Props): ReactElement {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const { keyOf } = useCommands();
  const [cache] = useState(createCanvasCache);
  const pointing = useRef(false);
  const pointer = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const kept = useRef<readonly string[]>([]);
  const { selection, document, readOnly, viewport, prompt } = editor;
  const drag = useCanvasDrag(document, on.onMove);
  useTidyUp({ wanted: prompt?.kind === 'tidyUp', document, labels: Object.fromEntries(links.map((link) => [linkId(link), link.label])), show: drag.show, onMove: on.onMove, onDone: on.onTidied });
  const linking = useLinking(on);
  const { join, reveal, begin, moving } = useCanvasView(editor, cards, on.onViewport);
  const nodes = cache.nodes({ document, cards, selection, moving: drag.moving, editing: prompt?.kind === 'editNote' ? prompt.note : undefined });
  const [, drawAnew] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!cache.leaves()) return;
    cache.release();
    drawAnew();
  }, [cache, nodes]);

  const onNodesChange = (changes: NodeChange<CanvasNode>[]): void => {
    drag.onChanges(changes);
    // What was selected before a frame was drawn with a key held stays selected.
    const selects = changes.flatMap((change) => (change.type === 'select' && (change.selected || !kept.current.includes(change.id)) ? [change] : []));
    if (selects.length > 0) on.onSelectChange(selects);
  };
  const placeOf = (event: MouseEvent | globalThis.MouseEvent): Position => {
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return [x, y];
  };
  /** Tab to a card that is not drawn, because it is out of view: it comes into view and gets the focus. */
  const tabbed = (event: KeyboardEvent): boolean => {
    const { target } = event;
    if (event.key !== 'Tab' || !(target instanceof HTMLElement)) return false;
    const card = target.closest<HTMLElement>('.react-flow__node-activity')?.dataset.id;
    const next = card === undefined ? undefined : cardAfterTab(cards, { card, link: target.dataset.link }, event.shiftKey);
    if (next === undefined || isDrawn(event.currentTarget, next)) return false;
    event.preventDefault();
    on.onSelect({ activities: [next] });
    reveal(next);
    focusCard(event.currentTarget, next);
    return true;
  };
  /** What is pasted or added by key goes to the pointer, or to the middle of what is seen. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (tabbed(event)) return;
    const command = canvasCommand(event, keyOf);
    if (command === 'edit.paste' || command === 'runbook.addNote') {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
      const { x, y } = flow.screenToFlowPosition(pointer.current ?? { x: left + width / 2, y: top + height / 2 });
      on.onPoint([x, y]);
    }
    on.onKeyDown(event);
  };
  const fromMenu = (command: 'edit.cut' | 'edit.copy' | 'edit.paste') => (event: ClipboardEvent): void => {
    if (isForField(event.target)) return;
    event.preventDefault();
    on.onCommand(command);
  };
  const openMenu = (event: MouseEvent | globalThis.MouseEvent): void => {
    event.preventDefault();
    on.onPoint(placeOf(event));
    on.onMenu();
  };
  const onPointerDown = (event: MouseEvent): void => {
    pointing.current = true;
    const adding = event.shiftKey || event.ctrlKey || event.metaKey;
    const onPane = event.target instanceof Element && event.target.matches('.react-flow__pane');
    kept.current = adding && onPane ? [...selection.activities, ...selection.notes.map(noteId)] : [];
    if (onPane) on.onPoint(placeOf(event));
  };
  /** A card that gets the focus other than by pointer is selected and brought into view. */
  const onFocus = ({ target }: FocusEvent): void => {
    const id = target instanceof HTMLElement && target.matches('.react-flow__node') ? target.dataset.id : undefined;
    if (id === undefined || pointing.current) return;
    if (!isSelected(selection, subjectOf(id))) on.onSelect(only(subjectOf(id)));
    // In a small window its properties come to lie over the canvas by then.
    requestAnimationFrame(() => reveal(id));
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
      onPointerMove={({ clientX, clientY }) => (pointer.current = { x: clientX, y: clientY })}
      onPointerLeave={() => (pointer.current = undefined)}
      onKeyDown={onKeyDown}
      onCut={fromMenu('edit.cut')}
      onCopy={fromMenu('edit.copy')}
      onPaste={fromMenu('edit.paste')}
      onDoubleClick={(event) => (event.target instanceof Element && event.target.matches('.react-flow__pane') ? on.onDoubleClick(placeOf(event)) : undefined)}
      {...linking.drop}
      sx={canvasStyle}
    >
      {cardLook}
      <ReactFlow<CanvasNode, LinkEdge>
        nodes={nodes}
        edges={cache.edges(links, selection, linking.over, readOnly)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={drag.release}
        onSelectionDragStop={drag.release}
        onEdgeClick={(_event, edge) => on.onSelect({ link: { from: edge.source, to: edge.target } })}
        onPaneClick={(event) => (event.shiftKey || event.ctrlKey || event.metaKey ? undefined : on.onSelect({}))}
        onNodeDoubleClick={(_event, node) => on.onRename(subjectOf(node.id))}
        onNodeClick={(_event, node) => (node.type === 'frame' ? on.onSelect(only(subjectOf(node.id))) : undefined)}
        onEdgeDoubleClick={on.onOpen}
        onNodeContextMenu={(event, node) => {
          if (!isSelected(selection, subjectOf(node.id))) on.onSelect(only(subjectOf(node.id)));
          openMenu(event);
        }}
        onEdgeContextMenu={(event, edge) => {
          on.onSelect({ link: { from: edge.source, to: edge.target } });
          openMenu(event);
        }}
        onSelectionContextMenu={openMenu}
        onPaneContextMenu={(event) => {
          // The menu is that of the place, not of what is selected elsewhere.
          on.onSelect({});
          openMenu(event);
        }}
        {...linking.connect}
        {...(viewport === undefined ? {} : { defaultViewport: viewport })}
        onInit={begin}
        onMove={(_event, { zoom }) => moving(zoom)}
        onMoveEnd={(event, next) => {
          moving(undefined);
          if (event !== null) on.onViewport(next);
        }}
        // What leaves is not drawn any more when React Flow forgets it.
        onlyRenderVisibleElements={cache.leaves() || cards.length > large}
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
        elevateNodesOnSelect={false}
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
        <CanvasGround />
        <AlignmentLines guides={drag.guides} />
        {cards.length > crowded && <Overview nodes={nodes} />}
      </ReactFlow>
    </Box>
  );
}

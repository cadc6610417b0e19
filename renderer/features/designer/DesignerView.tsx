import { Box } from '@mui/material';
import { wholeOf } from '../../stores/testRun.ts';
import { ReactFlowProvider } from '@xyflow/react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { cardSize } from '../../../shared/runbook/arrange.ts';
import { useApi } from '../../api/useApi.ts';
import { useCommands } from '../../commands/commandCenter.ts';
import { below, showMenu } from '../../commands/contextMenu.ts';
import { editorCommands } from '../../commands/editorCommands.ts';
import { showFound } from '../../commands/findCommands.ts';
import { showInvokedBy } from '../../commands/invokedRuns.ts';
import { runCommands } from '../../commands/runCommands.ts';
import { toggleBreakpoint } from '../../commands/testerMarks.ts';
import { openDemo } from '../../commands/workspaceActions.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { useTestRun } from '../../stores/current.ts';
import { canvasArea } from '../../ui/canvasArea.ts';
import { windowSizes } from '../../ui/windowSizes.ts';
import { ActivityPalette } from './ActivityPalette.tsx';
import { Canvas } from './Canvas.tsx';
import { CanvasActionsContext, type CanvasActions } from './canvasActions.ts';
import { CanvasDialogs } from './CanvasDialogs.tsx';
import { canvasEdits } from './canvasEdits.ts';
import { canvasMenu } from './canvasMenu.ts';
import { leavesRoom } from './firstView.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FileBar } from './FileBar.tsx';
import { InvokedBar } from './InvokedBar.tsx';
import { FindBar } from './FindBar.tsx';
import { OutlineView } from './OutlineView.tsx';
import { RunQuestions } from './RunQuestions.tsx';
import { RunToolbar } from './RunToolbar.tsx';
import { MonitorBar } from './MonitorBar.tsx';
import { RunBanner, ToolbarFacts } from './RunState.tsx';
import { TidyProgress } from './TidyProgress.tsx';
import { useCanvasFacts } from './useCanvasFacts.ts';
import { colorOf, onlyNode, renaming, selectionAfter } from './selectedNodes.ts';
import { focusCard, useCanvasKeys } from './useCanvasKeys.ts';

/** The designer of a runbook that is read: palette, tool bar, canvas and what they ask. */
export const DesignerView = memo(function DesignerView({ editor }: { readonly editor: OpenEditor }): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const api = useApi();
  const center = useCommands();
  const { key, document, selection, prompt, readOnly } = editor;
  const run = useTestRun(key);
  const entries = useStore(stores.connections, (state) => state.entries);
  const { cards, links, found } = useCanvasFacts(editor);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const turnPalette = useCallback(() => setPaletteOpen((open) => !open), []);
  const root = useRef<HTMLDivElement>(null);
  const bindings = useMemo(() => ({ ...editorCommands(stores, registry), ...runCommands(stores, registry) }), [stores, registry]);
  const edits = useMemo(() => canvasEdits(stores.editor, key, registry, entries), [stores, key, registry, entries]);
  const { select, ask, reveal, pointAt, rememberViewport } = stores.editor.getState();
  const addHere = useCallback(
    (type: string): void => {
      const { activities = [], link } = stores.editor.getState().open[key]?.selection ?? {};
      edits.add(type, { after: activities.length === 1 ? activities[0] : undefined, into: link });
    },
    [stores, key, edits],
  );
  const node = onlyNode(selection);
  /** An empty runbook has no outline: it says how to begin. */
  const outlined = editor.outline && cards.length > 0;

  const openProperties = (): void => {
    stores.layout.getState().toggle('propertyPanelOpen', true);
    reveal(key, selection, undefined);
  };
  /** Shows the menu for what is selected by now: a click on a card selects it first. */
  const openMenu = (at?: ReturnType<typeof below>): void => {
    const open = stores.editor.getState().open[key];
    if (open === undefined) return;
    const actions = { readOnly, color: colorOf(open), onColor: edits.paint, onProperties: openProperties };
    void showMenu(api, center, canvasMenu(open.selection, actions), at);
  };
  const first = useRef(Object.values(document.layout));
  useLayoutEffect(() => {
    // Decided once: the list stands open where the runbook stays readable beside it.
    setPaletteOpen(leavesRoom(root.current?.clientWidth ?? 0, first.current, window.matchMedia(windowSizes.narrow).matches));
  }, []);
  useEffect(() => {
    // A runbook that was opened takes the keyboard, unless the person is somewhere else: in the tabs, or in a dialog.
    if (window.document.activeElement?.matches('body, [role="treeitem"], [role="treeitem"] *') === true) focusCard(root.current, undefined);
  }, []);
  const shown = useRef(outlined);
  useEffect(() => {
    // The canvas that had the focus is gone with it when the outline takes its place, and the other way round.
    if (shown.current !== outlined && window.document.activeElement?.matches('body') === true) focusCard(root.current, outlined ? undefined : node);
    shown.current = outlined;
  }, [outlined, node]);
  const asked = useRef(false);
  useEffect(() => {
    // A dialog that closes gives the focus to the card it was about.
    if (prompt === undefined && asked.current) focusCard(root.current, node);
    asked.current = prompt !== undefined;
  }, [prompt, node]);

  const onKeyDown = useCanvasKeys({
    editor,
    edits,
    onSelect: (activities) => {
      select(key, { activities });
      // What is out of view may not even be drawn.
      if (activities.length > 0) stores.editor.getState().show(key, 'selected');
    },
    onBranch: (activity, forward) => ask(key, { kind: 'follow', activity, forward }),
    onOpen: openProperties,
    onMenuKey: (target) => openMenu(below(target)),
  });
  const actions = useMemo<CanvasActions>(
    () => ({
      readOnly,
      addAfter: (activity) => ask(key, { kind: 'quickAdd', after: activity }),
      addInto: (into) => ask(key, { kind: 'quickAdd', into }),
      toggleBreakpoint: (activity) => toggleBreakpoint(stores, key, activity),
      selectLink: (link) => select(key, { link }),
      writeNote: (note, text) => {
        edits.write(note, text);
        ask(key, undefined);
      },
      sizeNote: edits.size,
      showInvoked: (activity) => void showInvokedBy(stores, key, activity),
      showProblems: (activity) => {
        select(key, { activities: [activity] });
        stores.layout.getState().showBottom('problems');
      },
    }),
    [stores, key, ask, select, edits, readOnly],
  );

  return (
    <Box ref={root} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <RunToolbar bindings={bindings} paused={run !== undefined && wholeOf(run).view.status === 'paused'} paletteOpen={paletteOpen} outline={editor.outline} onPalette={turnPalette}>
        <ToolbarFacts run={run} document={document} />
      </RunToolbar>
      <RunBanner run={run} />
      <MonitorBar run={run} bindings={bindings} />
      <InvokedBar run={run} bindings={bindings} />
      <FileBar runbookKey={key} readOnly={readOnly} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', position: 'relative', anchorName: canvasArea }}>
        {paletteOpen && <ActivityPalette disabled={readOnly} onAdd={addHere} />}
        {outlined && <OutlineView editor={editor} cards={cards} links={links} onSelect={(chosen) => select(key, chosen)} onKeyDown={onKeyDown} onRename={() => center.run('runbook.rename')} onMenu={openMenu} />}
        <CanvasActionsContext.Provider value={actions}>
          {!outlined && (
            <ReactFlowProvider>
              <Canvas
                editor={editor}
                cards={cards}
                links={links}
                onSelect={(chosen) => select(key, chosen)}
                onSelectChange={(changes) => select(key, selectionAfter(stores.editor.getState().open[key]?.selection ?? selection, changes))}
                onMove={edits.place}
                onConnect={edits.connect}
                canConnect={edits.canConnect}
                onReattach={edits.reattach}
                canReattach={edits.canReattach}
                onConnectToNothing={(after, at) => ask(key, { kind: 'quickAdd', after, at: [at[0], at[1]] })}
                onDropActivity={(type, at, into) => edits.add(type, { at, into })}
                onRename={(subject) => (readOnly ? undefined : ask(key, renaming(subject)))}
                onDoubleClick={([x, y]) => (readOnly ? undefined : ask(key, { kind: 'quickAdd', at: [x - cardSize.width / 2, y - cardSize.height / 2] }))}
                onOpen={openProperties}
                onMenu={() => openMenu()}
                onPoint={(at) => pointAt(key, [at[0], at[1]])}
                onCommand={(command) => center.run(command)}
                onKeyDown={onKeyDown}
                onTidied={(problem) => {
                  ask(key, undefined);
                  if (problem === undefined) stores.editor.getState().show(key, selection.activities.length > 0 ? 'selected' : 'whole');
                  else stores.app.getState().notify(`The runbook could not be laid out: ${problem}`);
                }}
                onViewport={(next) => rememberViewport(key, next)}
              />
            </ReactFlowProvider>
          )}
        </CanvasActionsContext.Provider>
        {editor.find?.open === true && (
          <FindBar
            find={editor.find}
            found={found}
            selection={selection}
            onQuery={(query) => stores.editor.getState().find(key, { query, open: true })}
            onStep={(direction) => showFound(stores, registry, key, direction)}
            onClose={() => {
              stores.editor.getState().find(key, { query: editor.find?.query ?? '', open: false });
              focusCard(root.current, node);
            }}
          />
        )}
        {prompt?.kind === 'tidyUp' && <TidyProgress onCancel={() => ask(key, undefined)} />}
        {cards.length === 0 && <EmptyCanvas beside={paletteOpen} readOnly={readOnly} onSample={(sample) => openDemo(stores, sample)} onAdd={() => ask(key, { kind: 'quickAdd' })} />}
      </Box>
      <CanvasDialogs prompt={prompt} outline={editor.outline} document={document} registry={registry} edits={edits} onSelect={(activity) => select(key, { activities: [activity] })} onClose={() => ask(key, undefined)} />
      <RunQuestions runbookKey={key} />
    </Box>
  );
});

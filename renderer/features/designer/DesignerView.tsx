import { Box } from '@mui/material';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { cardSize } from '../../../shared/runbook/arrange.ts';
import { editorCommands } from '../../commands/editorCommands.ts';
import { runCommands, toggleBreakpoint } from '../../commands/runCommands.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { useTestRun } from '../../stores/current.ts';
import { ActivityPalette } from './ActivityPalette.tsx';
import { Canvas, type MenuPlace } from './Canvas.tsx';
import { CanvasActionsContext, type CanvasActions } from './canvasActions.ts';
import { CanvasDialogs } from './CanvasDialogs.tsx';
import { canvasEdits } from './canvasEdits.ts';
import { CanvasMenu } from './CanvasMenu.tsx';
import { leavesRoom } from './firstView.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { RunQuestions } from './RunQuestions.tsx';
import { RunToolbar } from './RunToolbar.tsx';
import { RunBanner, ToolbarFacts } from './RunState.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import { useCanvasFacts } from './useCanvasFacts.ts';
import { focusCard, useCanvasKeys } from './useCanvasKeys.ts';

/** The designer of a runbook that is read: palette, tool bar, canvas and what they ask. */
export function DesignerView({ editor }: { readonly editor: OpenEditor }): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const { key, document, selection, prompt, readOnly } = editor;
  const run = useTestRun(key);
  const entries = useStore(stores.connections, (state) => state.entries);
  const { cards, links } = useCanvasFacts(editor);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [menu, setMenu] = useState<MenuPlace | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const bindings = useMemo(() => ({ ...editorCommands(stores, registry), ...runCommands(stores, registry) }), [stores, registry]);
  const edits = useMemo(() => canvasEdits(stores.editor, key, registry, entries), [stores, key, registry, entries]);
  const { select, ask, reveal, rememberViewport } = stores.editor.getState();
  const only = selection.activities.length === 1 ? selection.activities[0] : undefined;

  const openProperties = (): void => {
    stores.layout.getState().toggle('propertyPanelOpen', true);
    reveal(key, selection, undefined);
  };
  const first = useRef(Object.values(document.layout));
  useLayoutEffect(() => {
    // Decided once: the list stands open where the runbook stays readable beside it.
    setPaletteOpen(leavesRoom(root.current?.clientWidth ?? 0, first.current));
  }, []);
  useEffect(() => {
    // A runbook that was opened takes the keyboard, unless the person is somewhere else: in the tabs, or in a dialog.
    if (window.document.activeElement?.matches('body, [role="treeitem"], [role="treeitem"] *') === true) focusCard(root.current, undefined);
  }, []);
  const asked = useRef(false);
  useEffect(() => {
    // A dialog that closes gives the focus to the card it was about.
    if (prompt === undefined && asked.current) focusCard(root.current, only);
    asked.current = prompt !== undefined;
  }, [prompt, only]);

  const onKeyDown = useCanvasKeys({
    editor,
    edits,
    bindings,
    onSelect: (activities) => select(key, { activities }),
    onBranch: (activity, forward) => ask(key, { kind: 'follow', activity, forward }),
    onOpen: openProperties,
    onMenuKey: (target) => {
      const { left, bottom } = target.getBoundingClientRect();
      setMenu({ left: left + 16, top: bottom, at: [40, 40] });
    },
  });
  const actions = useMemo<CanvasActions>(
    () => ({
      readOnly,
      addAfter: (activity) => ask(key, { kind: 'quickAdd', after: activity }),
      addInto: (into) => ask(key, { kind: 'quickAdd', into }),
      toggleBreakpoint: (activity) => toggleBreakpoint(stores, key, activity),
      selectLink: (link) => select(key, { link }),
      showProblems: (activity) => {
        select(key, { activities: [activity] });
        stores.layout.getState().showBottom('problems');
      },
    }),
    [stores, key, ask, select, readOnly],
  );

  return (
    <Box ref={root} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <RunToolbar bindings={bindings} paused={run?.view.status === 'paused'} paletteOpen={paletteOpen} onPalette={() => setPaletteOpen(!paletteOpen)}>
        <ToolbarFacts run={run} document={document} />
      </RunToolbar>
      <RunBanner run={run} />
      <SaveProblem runbookKey={key} readOnly={readOnly} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', position: 'relative' }}>
        {paletteOpen && <ActivityPalette disabled={readOnly} onAdd={(type) => edits.add(type, { after: only, into: selection.link })} />}
        <CanvasActionsContext.Provider value={actions}>
          <Canvas
            editor={editor}
            cards={cards}
            links={links}
            onSelect={(activities, link) => select(key, { activities, link })}
            onSelectChange={(changes) => {
              const chosen = new Set(stores.editor.getState().open[key]?.selection.activities);
              for (const { id, selected } of changes) if (selected) chosen.add(id);
              for (const { id, selected } of changes) if (!selected) chosen.delete(id);
              select(key, { activities: [...chosen] });
            }}
            onMove={edits.place}
            onConnect={edits.connect}
            canConnect={edits.canConnect}
            onReattach={edits.reattach}
            canReattach={edits.canReattach}
            onConnectToNothing={(after, at) => ask(key, { kind: 'quickAdd', after, at: [at[0], at[1]] })}
            onDropActivity={(type, at, into) => edits.add(type, { at, into })}
            onRename={(activity) => (readOnly ? undefined : ask(key, { kind: 'rename', activity }))}
            onDoubleClick={([x, y]) => (readOnly ? undefined : ask(key, { kind: 'quickAdd', at: [x - cardSize.width / 2, y - cardSize.height / 2] }))}
            onOpen={openProperties}
            onMenu={setMenu}
            onKeyDown={onKeyDown}
            onViewport={(next) => rememberViewport(key, next)}
          />
        </CanvasActionsContext.Provider>
        {cards.length === 0 && <EmptyCanvas offset={paletteOpen} onAdd={() => ask(key, { kind: 'quickAdd' })} />}
      </Box>
      <CanvasMenu place={menu} somethingSelected={selection.activities.length > 0 || selection.link !== undefined} bindings={bindings} onProperties={openProperties} onClose={() => setMenu(undefined)} />
      <CanvasDialogs prompt={prompt} document={document} registry={registry} edits={edits} onSelect={(activity) => select(key, { activities: [activity] })} onClose={() => ask(key, undefined)} />
      <RunQuestions runbookKey={key} />
    </Box>
  );
}

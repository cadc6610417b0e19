import '@xyflow/react/dist/style.css';
import { ReactFlowProvider, type Viewport } from '@xyflow/react';
import { useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { noMarks } from '../../../shared/engine/testerMarks.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { orderOf } from '../../../shared/runbook/graph.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { Selection } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { Canvas } from './Canvas.tsx';
import { CanvasActionsContext, type CanvasActions } from './canvasActions.ts';
import { cardsOf } from './cardModel.ts';
import { linkFacts } from './linkModel.ts';
import { selectionAfter } from './selectedNodes.ts';

interface Props {
  /** The runbook as it was. */
  readonly document: Runbook;
  readonly view: RunView;
  readonly selection: Selection;
  onSelect(selection: Partial<Selection>): void;
  /** Shows the run that an activity invoked. */
  onInvoked(activity: string): void;
}

const nothing = (): void => undefined;
const never = (): boolean => false;

/** The canvas of a runbook that ran: it shows how every activity and link fared, and nothing on it can be changed. */
export function RunCanvas(props: Props): ReactElement {
  return (
    <ReactFlowProvider>
      <RunPicture {...props} />
    </ReactFlowProvider>
  );
}

function RunPicture({ document, view, selection, onSelect, onInvoked }: Props): ReactElement {
  const registry = useRegistry();
  const connections = useStore(useStores().connections, ({ entries }) => entries);
  const [viewport, setViewport] = useState<Viewport | undefined>(undefined);
  const order = useMemo(() => orderOf(document), [document]);
  const { cards, links } = useMemo(() => {
    const run = { document, view };
    const facts = linkFacts(document, run);
    const byKey = new Map(cardsOf({ document, registry, connections, problems: [], marks: noMarks, links: facts, run }).map((card) => [card.key, card]));
    return { links: facts, cards: order.flatMap((key) => byKey.get(key) ?? []) };
  }, [document, view, registry, connections, order]);
  const actions = useMemo<CanvasActions>(() => ({ readOnly: true, addAfter: nothing, addInto: nothing, toggleBreakpoint: nothing, selectLink: (link) => onSelect({ link }), showProblems: nothing, showInvoked: onInvoked, writeNote: nothing, sizeNote: nothing }), [onSelect, onInvoked]);
  return (
    <CanvasActionsContext.Provider value={actions}>
      <Canvas
        editor={{ document, selection, readOnly: true, viewport, view: undefined, prompt: undefined }}
        cards={cards}
        links={links}
        onSelect={onSelect}
        onSelectChange={(changes) => onSelect(selectionAfter(selection, changes))}
        onMove={nothing}
        onRename={nothing}
        onDoubleClick={nothing}
        onConnect={nothing}
        onReattach={nothing}
        canReattach={never}
        onDropActivity={nothing}
        canConnect={never}
        onConnectToNothing={nothing}
        onOpen={nothing}
        onMenu={nothing}
        onPoint={nothing}
        onCommand={nothing}
        onTidied={nothing}
        onKeyDown={nothing}
        onViewport={setViewport}
      />
    </CanvasActionsContext.Provider>
  );
}

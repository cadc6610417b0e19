import { useMemo } from 'react';
import { useStore } from 'zustand';
import { orderOf } from '../../../shared/runbook/graph.ts';
import { useProblems, useTestRun } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { cardsOf, type Card } from './cardModel.ts';
import { linkFacts, type LinkFacts } from './linkModel.ts';

/** What the canvas of a runbook shows: its cards in running order, and its links. */
export function useCanvasFacts(editor: OpenEditor): { readonly cards: readonly Card[]; readonly links: readonly LinkFacts[] } {
  const { connections: store } = useStores();
  const registry = useRegistry();
  const connections = useStore(store, ({ entries }) => entries);
  const problems = useProblems(editor.key);
  const run = useTestRun(editor.key);
  const { document, breakpoints } = editor;
  const order = useMemo(() => orderOf(document), [document]);
  return useMemo(() => {
    const links = linkFacts(document, run);
    const cards = new Map(cardsOf({ document, registry, connections, problems, breakpoints, links, run }).map((card) => [card.key, card]));
    return { links, cards: order.flatMap((key) => cards.get(key) ?? []) };
  }, [document, registry, connections, problems, breakpoints, run, order]);
}

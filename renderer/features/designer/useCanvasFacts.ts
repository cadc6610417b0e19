import { useMemo } from 'react';
import { useStore } from 'zustand';
import { findIn, subjectsOf, type FoundSubject } from '../../../shared/runbook/find.ts';
import { orderOf } from '../../../shared/runbook/graph.ts';
import { useMarks, useProblems, useTestRun } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { cardsOf, type Card } from './cardModel.ts';
import { linkFacts, linkId, type LinkFacts } from './linkModel.ts';

/** What the canvas or the outline of a runbook shows. */
export interface CanvasFacts {
  /** In running order. */
  readonly cards: readonly Card[];
  readonly links: readonly LinkFacts[];
  /** Where what is looked for was found, in running order. */
  readonly found: readonly FoundSubject[];
}

/** What the canvas of a runbook shows: its cards in running order, and its links. */
export function useCanvasFacts(editor: OpenEditor): CanvasFacts {
  const { connections: store } = useStores();
  const registry = useRegistry();
  const connections = useStore(store, ({ entries }) => entries);
  const problems = useProblems(editor.key);
  const run = useTestRun(editor.key);
  const marks = useMarks(editor.key);
  const { document } = editor;
  const query = editor.find?.open === true ? editor.find.query : '';
  const found = useMemo(() => subjectsOf(findIn(document, query, registry)), [document, query, registry]);
  const order = useMemo(() => orderOf(document), [document]);
  return useMemo(() => {
    // While something is looked for, everything else steps back.
    const foundIn = (kind: 'activity' | 'link'): ReadonlySet<string> | undefined =>
      query.trim() === '' ? undefined : new Set(found.flatMap((subject) => (subject.kind !== kind ? [] : subject.kind === 'link' ? [linkId(subject)] : [subject.key])));
    const links = linkFacts(document, run, foundIn('link'));
    const cards = new Map(cardsOf({ document, registry, connections, problems, marks, links, run, found: foundIn('activity') }).map((card) => [card.key, card]));
    return { links, found, cards: order.flatMap((key) => cards.get(key) ?? []) };
  }, [document, registry, connections, problems, marks, run, order, query, found]);
}

import { describe, expect, it } from 'vitest';
import { createCanvasCache } from '../../../renderer/features/designer/canvasNodes.ts';
import { cardsOf } from '../../../renderer/features/designer/cardModel.ts';
import { linkFacts } from '../../../renderer/features/designer/linkModel.ts';
import { nothingSelected } from '../../../renderer/stores/editorHistory.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { noMarks } from '../../../shared/engine/testerMarks.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../../../shared/engine/runView.ts';
import { moveActivities, removeActivities, renameActivity } from '../../../shared/runbook/edits.ts';
import { addGroup, addNote } from '../../../shared/runbook/marks.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

const marked = addNote(addGroup(mailRunbook, ['reply', 'move']).runbook, [0, 200], 'Ask Ana').runbook;

/** A canvas, and the ids of what it draws anew for each state of its runbook. */
function canvas(): (document: Runbook, run?: RunView, selected?: readonly string[]) => readonly string[] {
  const cache = createCanvasCache();
  let before: ReadonlySet<unknown> = new Set();
  return (document, view, selected = []) => {
    const run = view === undefined ? undefined : { document, view };
    const links = linkFacts(document, run);
    const cards = cardsOf({ document, registry: activities, connections: [], problems: [], marks: noMarks, links, run });
    const selection = { ...nothingSelected, activities: selected };
    const drawn = [
      ...cache.nodes({ document, cards, selection, moving: { places: {}, sizes: {} }, editing: undefined }),
      ...cache.edges(links, selection, undefined, false),
    ];
    const anew = drawn.filter((one) => !before.has(one)).map(({ id }) => id);
    before = new Set(drawn);
    return anew;
  };
}

describe('the canvas draws anew', () => {
  it('everything at first, and nothing when nothing changed', () => {
    const draw = canvas();
    expect(draw(marked)).toEqual(['group:group-1', 'start', 'find', 'reply', 'move', 'note:note-1', 'start>find', 'find>reply', 'reply>move']);
    expect(draw({ ...marked, description: 'Another' })).toEqual([]);
  });

  it('nothing: then the lists are the same, too', () => {
    const cache = createCanvasCache();
    const links = linkFacts(marked, undefined);
    const parts = { cards: cardsOf({ document: marked, registry: activities, connections: [], problems: [], marks: noMarks, links, run: undefined }), selection: nothingSelected, moving: { places: {}, sizes: {} }, editing: undefined };
    expect(cache.nodes({ ...parts, document: { ...marked, description: 'Another' } })).toBe(cache.nodes({ ...parts, document: marked }));
    expect(cache.edges(links, nothingSelected, undefined, false)).toBe(cache.edges(linkFacts(marked, undefined), nothingSelected, undefined, false));
    expect(cache.nodes({ ...parts, document: removeActivities(marked, ['move']), cards: parts.cards.slice(0, -1) })).not.toBe(cache.nodes({ ...parts, document: marked }));
  });

  it('what is gone once more, hidden, however often it is asked before it was drawn so', () => {
    const cache = createCanvasCache();
    const nodes = (document: Runbook): readonly (string | undefined)[] => {
      const cards = cardsOf({ document, registry: activities, connections: [], problems: [], marks: noMarks, links: [], run: undefined });
      return cache.nodes({ document, cards, selection: nothingSelected, moving: { places: {}, sizes: {} }, editing: undefined }).map(({ id, hidden }) => (hidden === true ? `(${id})` : id));
    };
    expect(nodes(mailRunbook)).toEqual(['start', 'find', 'reply', 'move']);
    expect(cache.leaves()).toBe(false);
    const fewer = removeActivities(mailRunbook, ['find', 'move']);
    expect(nodes(fewer)).toEqual(['start', 'reply', '(find)', '(move)']);
    expect(nodes(fewer)).toEqual(['start', 'reply', '(find)', '(move)']);
    expect(cache.leaves()).toBe(true);
    expect(nodes(removeActivities(mailRunbook, ['move']))).toEqual(['start', 'find', 'reply', '(move)']);
    cache.release();
    expect(nodes(removeActivities(mailRunbook, ['move']))).toEqual(['start', 'find', 'reply']);
    // React Flow is still to forget it.
    expect(cache.leaves()).toBe(true);
    cache.release();
    expect(cache.leaves()).toBe(false);
  });

  it('the card that was renamed and those whose links name it', () => {
    const draw = canvas();
    draw(marked);
    expect(draw(renameActivity(marked, 'move', 'File'))).toEqual(['reply', 'move', 'reply>move']);
  });

  it('what was moved or selected, and the frame that goes with it', () => {
    const draw = canvas();
    draw(marked);
    const moved = moveActivities(marked, { move: [720, 80] });
    expect(draw(moved)).toEqual(['group:group-1', 'move']);
    expect(draw(moved, undefined, ['find'])).toEqual(['find']);
  });

  it('the card that an event of a run is about', () => {
    const draw = canvas();
    const execution = { seq: 1, run: 'r', at: '2026-01-05T09:00:00.000Z', execution: 'e1', activity: 'find', item: 1, items: 1 } as const;
    const queued = foldRunEvent({ ...emptyRunView, run: 'r' }, { type: 'activityQueued', ...execution });
    draw(marked, queued);
    expect(draw(marked, foldRunEvent(queued, { type: 'activityStarted', ...execution }))).toEqual(['find']);
  });
});

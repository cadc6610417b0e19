import { expect, it } from 'vitest';
import { cardsOf } from '../../../renderer/features/designer/cardModel.ts';
import { linkFacts } from '../../../renderer/features/designer/linkModel.ts';
import { cardAfterTab } from '../../../renderer/features/designer/tabOrder.ts';
import { activities } from '../../../shared/activities/registry.ts';
import { noMarks } from '../../../shared/engine/testerMarks.ts';
import { mailRunbook } from '../../fixtures/runbooks.ts';

const cards = cardsOf({ document: mailRunbook, registry: activities, connections: [], problems: [], marks: noMarks, links: linkFacts(mailRunbook, undefined), run: undefined });

it.each([
  [{ card: 'start', link: undefined }, false, undefined],
  [{ card: 'start', link: 'start>find' }, false, 'find'],
  [{ card: 'move', link: undefined }, false, undefined],
  [{ card: 'find', link: undefined }, true, 'start'],
  [{ card: 'find', link: 'find>reply' }, true, undefined],
  [{ card: 'start', link: undefined }, true, undefined],
  [{ card: 'gone', link: undefined }, false, undefined],
] as const)('Tab from %j, backward %s, leads to the card %s', (stop, backward, card) => {
  expect(cardAfterTab(cards, stop, backward)).toBe(card);
});

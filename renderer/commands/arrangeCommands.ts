import { aligned, cardBox, distributed, type Alignment, type Axis, type Box } from '../../shared/runbook/arrange.ts';
import { moveActivities, type Position } from '../../shared/runbook/edits.ts';
import type { OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';

/** What the commands below Runbook > Arrange do to the selected activities. */
export function arrangeCommands(stores: Stores): CommandBindings {
  const { changing } = forCurrentEditor(stores);
  const moving = (least: 2 | 3, places: (boxes: Readonly<Record<string, Box>>) => Readonly<Record<string, Position>>): CommandBinding =>
    changing(
      ({ key, selection, document }) => {
        const boxes = Object.fromEntries(selection.activities.map((activity) => [activity, cardBox(document, activity)]));
        stores.editor.getState().edit(key, (before) => moveActivities(before, places(boxes)));
      },
      ({ selection }: OpenEditor) => selection.activities.length >= least,
      `Select ${least === 2 ? 'two' : 'three'} activities or more first.`,
    );
  const align = (alignment: Alignment): CommandBinding => moving(2, (boxes) => aligned(boxes, alignment));
  const distribute = (axis: Axis): CommandBinding => moving(3, (boxes) => distributed(boxes, axis));
  return {
    'runbook.tidyUp': changing(({ key }) => stores.editor.getState().ask(key, { kind: 'tidyUp' }), ({ document, prompt, outline }) => prompt === undefined && !outline && Object.keys(document.activities).length > 1, 'The canvas has to be shown, with two activities or more.'),
    'runbook.alignLeft': align('left'),
    'runbook.alignCenter': align('center'),
    'runbook.alignRight': align('right'),
    'runbook.alignTop': align('top'),
    'runbook.alignMiddle': align('middle'),
    'runbook.alignBottom': align('bottom'),
    'runbook.distributeHorizontally': distribute('horizontal'),
    'runbook.distributeVertically': distribute('vertical'),
  };
}

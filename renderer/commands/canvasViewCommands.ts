import type { CanvasView, OpenEditor } from '../stores/editorHistory.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBinding, CommandBindings } from './commandBindings.ts';
import { forCurrentEditor } from './currentEditor.ts';

/** What the commands below View > Canvas do: which part of the runbook in front is seen, and how large. */
export function canvasViewCommands(stores: Stores): CommandBindings {
  const { on } = forCurrentEditor(stores);
  const show = (view: CanvasView, possible?: (open: OpenEditor) => boolean, needs?: string): CommandBinding => on(({ key }) => stores.editor.getState().show(key, view), possible, needs);
  return {
    'view.outline': on(({ key, outline }) => stores.editor.getState().showOutline(key, !outline)),
    'view.actualSize': show('actualSize'),
    'view.fit': show('fit'),
    'view.zoomToSelection': show('selection', ({ selection }) => selection.activities.length > 0 || selection.link !== undefined, 'Select an activity or a link first.'),
    'view.zoomIn': show('zoomIn'),
    'view.zoomOut': show('zoomOut'),
  };
}

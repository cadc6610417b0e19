import type { MenuItem, OwnEntry, SubMenu } from '../../commands/contextMenu.ts';
import { markColors, type MarkColor } from '../../../shared/runbook/colors.ts';
import type { Selection } from '../../stores/editorHistory.ts';

/** What the context menu of the canvas needs beside commands. */
interface MenuActions {
  readonly readOnly: boolean;
  onProperties(): void;
  /** The color that all of what is selected has. */
  readonly color: MarkColor | undefined;
  onColor(color: MarkColor): void;
}

const arrange: SubMenu = {
  label: 'Arrange',
  items: ['runbook.alignLeft', 'runbook.alignCenter', 'runbook.alignRight', 'separator', 'runbook.alignTop', 'runbook.alignMiddle', 'runbook.alignBottom', 'separator', 'runbook.distributeHorizontally', 'runbook.distributeVertically', 'separator', 'runbook.tidyUp'],
};
const testing: SubMenu = {
  label: 'Test',
  items: ['run.fromHere', 'run.onlyThis', 'separator', 'run.showInvoked', 'separator', 'run.conditionalBreakpoint', 'separator', 'run.pin', 'run.editPin'],
};
const clipboard: readonly MenuItem[] = ['edit.cut', 'edit.copy', 'edit.paste'];
const onCanvas: readonly MenuItem[] = ['runbook.addActivity', 'runbook.addNote', 'separator', 'edit.paste', 'edit.selectAll', 'separator', 'runbook.tidyUp', 'view.fit', 'view.actualSize', 'separator', 'run.test', 'run.step', 'separator', 'edit.undo', 'edit.redo'];

const isMarkColor = (word: string): word is MarkColor => Object.hasOwn(markColors, word);

function colors({ readOnly, color, onColor }: MenuActions): SubMenu {
  const items = Object.keys(markColors).filter(isMarkColor).map((id): OwnEntry => ({ id: `color.${id}`, label: markColors[id], enabled: !readOnly, checked: id === color, run: () => onColor(id) }));
  return { label: 'Color', items };
}

/** The context menu of the canvas for what is selected: the same commands under the same names as in the menu bar. */
export function canvasMenu({ activities, notes, groups, link }: Selection, actions: MenuActions): readonly MenuItem[] {
  const properties: OwnEntry = { id: 'properties', label: 'Properties', run: actions.onProperties };
  if (link !== undefined) return [properties, 'separator', 'runbook.addActivity', 'runbook.attachSource', 'runbook.attachTarget', 'separator', colors(actions), 'runbook.toggleDisabled', 'separator', 'runbook.delete'];
  if (activities.length > 1) return [...clipboard, 'runbook.duplicate', 'separator', arrange, 'runbook.group', 'runbook.ungroup', 'view.zoomToSelection', 'separator', 'runbook.toggleDisabled', 'run.toggleBreakpoint', 'separator', 'runbook.delete'];
  if (activities.length === 1)
    return [properties, 'separator', 'runbook.addActivity', 'runbook.linkTo', 'separator', ...clipboard, 'runbook.duplicate', 'separator', 'runbook.rename', 'runbook.toggleDisabled', 'runbook.group', 'separator', 'run.toggleBreakpoint', testing, 'separator', 'runbook.delete'];
  if (groups.length > 0) return ['runbook.rename', colors(actions), 'separator', 'runbook.ungroup'];
  if (notes.length > 0) return ['runbook.rename', colors(actions), 'separator', ...clipboard, 'runbook.duplicate', 'separator', 'runbook.delete'];
  return onCanvas;
}

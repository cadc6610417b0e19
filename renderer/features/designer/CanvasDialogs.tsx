import { Button, Dialog, DialogContent, DialogTitle, OutlinedInput } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Registry } from '../../../shared/activities/registry.ts';
import { wouldCycle } from '../../../shared/runbook/graph.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { EditorPrompt } from '../../stores/editorHistory.ts';
import { effectWords } from '../../stores/words.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { OptionList, type Option } from '../../ui/OptionList.tsx';

interface Props {
  readonly prompt: EditorPrompt | undefined;
  readonly document: Runbook;
  readonly registry: Registry;
  onAdd(type: string): void;
  onLink(to: string): void;
  onRename(name: string): void;
  onClose(): void;
}

/** The question that the canvas asks: which activity to add, what to link to, or a new name. */
export function CanvasDialogs(props: Props): ReactElement | null {
  const { prompt } = props;
  if (prompt === undefined) return null;
  if (prompt.kind === 'quickAdd') return <QuickAdd {...props} after={prompt.after} />;
  if (prompt.kind === 'linkTo') return <LinkTo {...props} from={prompt.from} />;
  return <Rename {...props} activity={prompt.activity} />;
}

function ListDialog({ title, onClose, ...list }: { readonly title: string; readonly placeholder: string; readonly empty: string; readonly options: readonly Option[]; onChoose(id: string): void; onClose(): void }): ReactElement {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <OptionList label={title} {...list} height="min(264px, 50vh)" />
      </DialogContent>
    </Dialog>
  );
}

function QuickAdd({ document, registry, after, onAdd, onClose }: Props & { readonly after: string | undefined }): ReactElement {
  const name = after === undefined ? undefined : document.activities[after]?.name;
  const options = registry.all.map(({ type, title, category, icon, summary, effect }) => ({ id: type, label: title, group: category, help: summary, detail: effectWords[effect], icon: <ActivityIcon name={icon} /> }));
  return <ListDialog title={name === undefined ? 'Add activity' : `Add activity after ${name}`} placeholder="Search activities" empty="No activity matches." options={options} onChoose={onAdd} onClose={onClose} />;
}

function LinkTo({ document, registry, from, onLink, onClose }: Props & { readonly from: string }): ReactElement {
  const refusal = (key: string): string | undefined => {
    if (document.links.some((link) => link.from === from && link.to === key)) return 'Linked already';
    if (registry.get(document.activities[key]?.type ?? '')?.starts === true) return 'A monitor cannot be linked into';
    return wouldCycle(document, from, key) ? 'Would run in a circle' : undefined;
  };
  const options = Object.entries(document.activities).flatMap(([key, { name, type }]): Option[] => {
    if (key === from) return [];
    const definition = registry.get(type);
    const disabled = refusal(key);
    return [{ id: key, label: name, detail: disabled ?? definition?.title ?? type, icon: <ActivityIcon name={definition?.icon ?? ''} />, ...(disabled === undefined ? {} : { disabled }) }];
  });
  return <ListDialog title={`Link ${document.activities[from]?.name ?? from} to`} placeholder="Search activities of this runbook" empty="There is no other activity to link to." options={options} onChoose={onLink} onClose={onClose} />;
}

function Rename({ document, activity, onRename, onClose }: Props & { readonly activity: string }): ReactElement {
  const before = document.activities[activity]?.name ?? '';
  const [name, setName] = useState(before);
  const rename = (): void => (name.trim() === '' ? undefined : onRename(name.trim()));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Rename activity</DialogTitle>
      <DialogContent>
        <OutlinedInput
          autoFocus
          fullWidth
          value={name}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => (event.key === 'Enter' ? rename() : undefined)}
          slotProps={{ input: { 'aria-label': 'Name' } }}
        />
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" disabled={name.trim() === ''} onClick={rename}>Rename</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}

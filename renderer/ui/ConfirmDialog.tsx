import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';
import { DialogButtons } from './DialogButtons.tsx';

interface Props {
  /** A question that names the thing: "Delete connection contoso-online?" */
  readonly title: string;
  readonly children?: ReactNode;
  /** What the button does: "Delete 3 items". */
  readonly action: string;
  readonly destructive?: boolean;
  /** A third way out, for example "Discard changes". */
  readonly alternative?: { readonly label: string; run(): void };
  readonly busy?: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/** A question before something that cannot be taken back or goes outside. The safe answer has the focus. */
export function ConfirmDialog({ title, children, action, destructive = false, alternative, busy = false, onConfirm, onCancel }: Props): ReactElement {
  const id = useId();
  return (
    <Dialog open onClose={onCancel} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} maxWidth="xs" fullWidth>
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent>
        <Typography id={`${id}-text`} variant="body1" component="div" sx={{ overflowWrap: 'anywhere' }}>{children}</Typography>
      </DialogContent>
      <DialogButtons
        start={alternative !== undefined && <Button onClick={alternative.run}>{alternative.label}</Button>}
        accept={<Button variant="contained" color={destructive ? 'error' : 'primary'} loading={busy} onClick={onConfirm}>{action}</Button>}
        cancel={<Button autoFocus onClick={onCancel}>Cancel</Button>}
      />
    </Dialog>
  );
}

import { Box, Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';

interface Props {
  readonly keys: Readonly<Record<string, string>>;
  onKeys(keys: Readonly<Record<string, string>>): void;
}

/** Changed keys to and from a file, for another computer or a colleague, and back to how they began. */
export function KeyFile({ keys, onKeys }: Props): ReactElement {
  const api = useApi();
  const { app } = useStores();
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  const changed = Object.keys(keys).length;
  const tell = (text: string): void => app.getState().notify(text);
  const exportKeys = async (): Promise<void> => {
    const result = await api.settings.exportKeys({ keys: { ...keys } });
    setError(result.ok ? undefined : result.error);
    if (result.ok && result.value) tell(`${count(changed, 'changed key')} exported.`);
  };
  const importKeys = async (): Promise<void> => {
    const result = await api.settings.importKeys(undefined);
    setError(result.ok ? undefined : result.error);
    if (!result.ok || result.value === null) return;
    const before = keys;
    onKeys(result.value);
    app.getState().notify(`${count(Object.keys(result.value).length, 'key')} imported.`, () => onKeys(before));
  };
  const resetAll = (): void => {
    onKeys({});
    app.getState().notify('All keys are as they began.', () => onKeys(keys));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, paddingBottom: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => void importKeys()}>Import keys…</Button>
        <Button disabled={changed === 0} onClick={() => void exportKeys()}>Export keys…</Button>
        <Button disabled={changed === 0} onClick={resetAll}>Reset all keys</Button>
      </Box>
      {error !== undefined && <ErrorCard error={error} alert />}
    </Box>
  );
}

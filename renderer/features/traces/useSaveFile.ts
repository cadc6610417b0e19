import { useState } from 'react';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import type { FoldedFile } from '../../ui/foldedRuns.ts';

/** What no system takes in the name of a file, and what would lead to another folder. */
const unfit = /[\\/:*?"<>|\p{Cc}]/gu;

/** Saving a file that stands in a message. */
export interface SavingFile {
  /** Asks where to, writes it, and says where it is. */
  save(file: FoldedFile): Promise<void>;
  /** Why the last one was not written. */
  readonly error: AppErrorData | undefined;
  dismiss(): void;
}

/** Writes files that stand in a message to where the person wants them. */
export function useSaveFile(): SavingFile {
  const api = useApi();
  const { app } = useStores();
  const [error, setError] = useState<AppErrorData | undefined>(undefined);
  return {
    error,
    dismiss: () => setError(undefined),
    async save({ name = 'content.bin', base64 }) {
      const result = await api.files.saveText({ title: 'Save Attachment', name: name.replaceAll(unfit, '_'), text: base64, base64: true });
      setError(result.ok ? undefined : result.error);
      if (result.ok && result.value.file !== null) app.getState().notify(`Saved to ${result.value.file}.`);
    },
  };
}

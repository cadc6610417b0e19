import { useApi } from '../../api/useApi.ts';
import { useStores } from '../../stores/stores.ts';
import type { FoldedFile } from '../../ui/foldedRuns.ts';

/** What no system takes in the name of a file, and what would lead to another folder. */
const unfit = /[\\/:*?"<>|\p{Cc}]/gu;

/** Writes a file that stands in a message to where the person wants it, and says where. */
export function useSaveFile(): (file: FoldedFile) => Promise<void> {
  const api = useApi();
  const { app } = useStores();
  return async ({ name = 'content.bin', base64 }) => {
    const result = await api.files.saveText({ title: 'Save Attachment', name: name.replaceAll(unfit, '_'), text: base64, base64: true });
    if (!result.ok) app.getState().announce(result.error.what, true);
    else if (result.value.file !== null) app.getState().notify(`Saved to ${result.value.file}.`);
  };
}

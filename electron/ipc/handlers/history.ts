import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { History } from '../../runs/history.ts';
import { exportRun } from '../../runs/historyExport.ts';
import { watchHistory } from '../../runs/historyWatch.ts';
import type { Desktop } from '../desktop.ts';
import { aborted } from '../topic.ts';

/** Recorded runs. Those of the command line come and go while the app runs. */
export function historyHandlers({ history, desktop }: { readonly history: History; readonly desktop: Desktop }): AppHandlers['history'] {
  return {
    async watch(_input, sink) {
      await history.refresh();
      const stopFollowing = history.follow((change) => sink.emit(change));
      const stopWatching = watchHistory(history.folder, () => void history.refresh().catch(() => undefined));
      await aborted(sink.signal);
      stopFollowing();
      stopWatching();
    },
    open: ({ run }, sink) => history.open(run, sink),
    remove: ({ runs }) => history.remove(runs),
    restore: ({ runs }) => history.restore(runs),
    async export({ run, format, requests }) {
      const { summary } = history.fileOf(run);
      const name = `${summary.runbook} ${summary.startedAt.slice(0, 16).replace('T', ' ').replace(':', '-')}.${format}`;
      const target = await desktop.chooseSaveFile('Export the report of the run', name.replaceAll(/[\\/:*?"<>|]/g, '-'));
      if (target === undefined) return { file: null };
      await exportRun(history, run, { format, requests }, target);
      return { file: target };
    },
  };
}

import { AppError } from '../../shared/errors/appError.ts';
import type { WorkspaceView } from '../../shared/workspace/workspace.ts';
import type { WorkspaceFolder } from './folder.ts';
import { watchFolder, type Watch } from './watch.ts';

/** The workspace that is open in this process, and its changes on disk. */
export class OpenWorkspace {
  readonly #changed: (view: WorkspaceView) => void;
  readonly #failed: (thrown: unknown) => void;
  #folder: WorkspaceFolder | undefined;
  #watch: Watch | undefined;

  constructor(changed: (view: WorkspaceView) => void, failed: (thrown: unknown) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Undefined when none is open. */
  get current(): WorkspaceFolder | undefined {
    return this.#folder;
  }

  /** Throws AppError `workspace.notOpen`. */
  required(): WorkspaceFolder {
    if (this.#folder === undefined) throw new AppError('workspace.notOpen');
    return this.#folder;
  }

  /** Makes this the open workspace and follows it. */
  async use(folder: WorkspaceFolder): Promise<WorkspaceView> {
    this.close();
    this.#folder = folder;
    this.#watch = watchFolder(folder.path, () => void this.#tell(folder));
    return folder.view();
  }

  close(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    this.#folder = undefined;
  }

  async #tell(folder: WorkspaceFolder): Promise<void> {
    try {
      const view = await folder.view();
      if (this.#folder === folder) this.#changed(view);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }
}

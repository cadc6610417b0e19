import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Drafts } from '../../workspace/drafts.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** Drafts of the open workspace. */
export function draftHandlers({ workspace, drafts }: { readonly workspace: OpenWorkspace; readonly drafts: Drafts }): AppHandlers['drafts'] {
  return {
    list: () => drafts.list(workspace.required().id),
    keep: (draft) => drafts.keep(workspace.required().id, draft),
    drop: ({ key }) => drafts.drop(workspace.required().id, key),
  };
}

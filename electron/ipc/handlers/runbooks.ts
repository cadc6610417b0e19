import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** Runbook files of the open workspace. */
export function runbookHandlers({ workspace }: { readonly workspace: OpenWorkspace }): AppHandlers['runbooks'] {
  return {
    read: ({ key }) => workspace.required().runbooks.read(key),
    readText: ({ key }) => workspace.required().runbooks.readText(key),
    saveText: (text) => workspace.required().runbooks.saveText(text),
    create: ({ name, folder }) => workspace.required().runbooks.create(name, folder),
    save: (save) => workspace.required().runbooks.save(save),
    restore: ({ key, text }) => workspace.required().runbooks.restore(key, text),
    remove: ({ key }) => workspace.required().runbooks.remove(key),
    search: ({ query }, { emit, signal }) => workspace.required().runbooks.search(query, emit, signal),
  };
}

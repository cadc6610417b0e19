import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { ConnectionSecrets, SecretOwner } from '../../secrets/connectionSecrets.ts';
import type { OpenWorkspace } from '../../workspace/openWorkspace.ts';

/** Whether a password is there, and removing it. Reading one is impossible on purpose. */
export function secretHandlers(parts: { readonly workspace: OpenWorkspace; readonly secrets: ConnectionSecrets }): AppHandlers['secrets'] {
  async function ownerOf(key: string): Promise<SecretOwner> {
    const { id, connections } = parts.workspace.required();
    return { workspace: id, key, connection: await connections.read(key) };
  }
  return {
    state: async ({ key }) => parts.secrets.state(await ownerOf(key)),
    async clear({ key }) {
      const owner = await ownerOf(key);
      await parts.secrets.clear(owner);
      return parts.secrets.state(owner);
    },
  };
}

import { operation } from '../operation.ts';
import { inside } from '../soap.ts';
import { child, childText } from '../xmlReader.ts';
import { element } from '../xmlWriter.ts';

/** Looks a name or directory path up and answers its one `user@host` address. https://learn.microsoft.com/exchange/client-developer/web-service-reference/resolvenames-operation */
export const resolveNames = operation<string, string | undefined>({
  name: 'ResolveNames',
  safety: 'read',
  tolerates: ['ErrorNameResolutionNoResults'],
  payload: (entry) =>
    element('m:ResolveNames', { ReturnFullContactData: 'false', SearchScope: 'ActiveDirectory' }, [element('m:UnresolvedEntry', {}, [entry])]),
  parse: (message) => {
    const found = inside(message, 'ResolutionSet')?.children ?? [];
    const address = childText(child(found[0], 'Mailbox'), 'EmailAddress');
    return found.length === 1 ? address : undefined;
  },
});

import { clouds } from './clouds.ts';

/** Values for fields of a configuration, by field. */
type Places = Readonly<Record<string, string>>;

const mailAddress = /^[^\s@\\/]+@[^\s@\\/]+\.[^\s@\\/]+$/;
const accountName = /^([^\s@\\/:]+)\\([^\\/]+)$/;
const webAddress = /^https?:\/\/\S+$/i;

/** Fields in which nobody wants an address or an account of another field. Names and lists may hold anything. */
const strict = new Set(['serverAddress', 'username', 'domain', 'applicationId', 'tenantId', 'cloudInstanceUrl']);

function placesOfAddress(text: string): Places {
  const { origin, pathname } = new URL(text);
  if (!clouds.some(({ instance }) => instance === origin)) return { serverAddress: text };
  const [, tenantId = ''] = pathname.split('/');
  return { cloudInstanceUrl: origin, ...(tenantId === '' ? {} : { tenantId }) };
}

/** The fields a text belongs into: an address of a server or a cloud, an e-mail address, `DOMAIN\user`. Undefined where it may stand where it is. */
export function placesOfPasted(field: string, pasted: string): Places | undefined {
  const text = pasted.trim();
  if (!strict.has(field)) return undefined;
  const [, domain, username] = accountName.exec(text) ?? [];
  const places =
    domain !== undefined && username !== undefined
      ? { domain, username }
      : mailAddress.test(text)
        ? { username: text }
        : webAddress.test(text) && URL.canParse(text)
          ? placesOfAddress(text)
          : undefined;
  const stays = places === undefined || (Object.keys(places).length === 1 && places[field] !== undefined) || (field === 'cloudInstanceUrl' && webAddress.test(text));
  return stays ? undefined : places;
}

import { childrenOf, m } from '../xml/element.ts';
import { windowsZones } from '../zones/windowsZones.ts';
import { zoneNamed } from '../zones/zone.ts';
import { zoneDefinition } from '../zones/zoneDefinition.ts';
import type { Operation } from './operation.ts';

/** GetServerTimeZones (https://learn.microsoft.com/exchange/client-developer/web-service-reference/getservertimezones-operation). */
export const getServerTimeZones: Operation = {
  name: 'GetServerTimeZones',
  empty: [m('TimeZoneDefinitions')],
  work(request, { now }) {
    const asked = childrenOf(request, 'Ids').map((id) => id.text.trim());
    const full = !['false', '0'].includes(request.attributes['ReturnFullTimeZoneData']?.trim() ?? 'true');
    return [
      () => {
        const zones = (asked.length === 0 ? [...windowsZones.keys()] : asked).map(zoneNamed);
        return {
          content: [
            m(
              'TimeZoneDefinitions',
              zones.map((zone) => zoneDefinition(zone, full, now().getUTCFullYear())),
            ),
          ],
        };
      },
    ];
  },
};

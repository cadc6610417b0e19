import ExtensionIcon from '@mui/icons-material/ExtensionOutlined';
import MoveIcon from '@mui/icons-material/DriveFileMoveOutlined';
import StartIcon from '@mui/icons-material/TuneOutlined';
import ReplyIcon from '@mui/icons-material/ReplyOutlined';
import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import type { SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';

/** Icons by the name that definitions use. */
const icons: Readonly<Record<string, typeof SvgIcon>> = { send: SendIcon, search: SearchIcon, start: StartIcon, move: MoveIcon, reply: ReplyIcon };

/** The icon of an activity by the name its definition gives; a neutral one for a name that is not known. Decorative: the title stands beside it. */
export function ActivityIcon({ name, size = 18 }: { readonly name: string; readonly size?: number }): ReactElement {
  const Icon = (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? ExtensionIcon;
  return <Icon aria-hidden sx={{ fontSize: `${size / 16}rem` }} />;
}

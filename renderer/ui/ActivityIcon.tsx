import AppendLineIcon from '@mui/icons-material/PlaylistAddOutlined';
import CheckScheduleIcon from '@mui/icons-material/EventAvailableOutlined';
import CompareIcon from '@mui/icons-material/CompareArrowsOutlined';
import CounterIcon from '@mui/icons-material/PinOutlined';
import FormatDateIcon from '@mui/icons-material/CalendarMonthOutlined';
import MapIcon from '@mui/icons-material/TranslateOutlined';
import ModifyCounterIcon from '@mui/icons-material/ExposureOutlined';
import MonitorDateTimeIcon from '@mui/icons-material/AlarmOutlined';
import PlatformEventIcon from '@mui/icons-material/CampaignOutlined';
import RandomIcon from '@mui/icons-material/CasinoOutlined';
import ReadLineIcon from '@mui/icons-material/SubjectOutlined';
import WriteFileIcon from '@mui/icons-material/SaveOutlined';
import XmlIcon from '@mui/icons-material/CodeOutlined';
import CalendarIcon from '@mui/icons-material/EventOutlined';
import CreateIcon from '@mui/icons-material/NoteAddOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import ExtensionIcon from '@mui/icons-material/ExtensionOutlined';
import ForwardIcon from '@mui/icons-material/ForwardToInboxOutlined';
import MonitorIcon from '@mui/icons-material/SensorsOutlined';
import MoveIcon from '@mui/icons-material/DriveFileMoveOutlined';
import InvokeIcon from '@mui/icons-material/AccountTreeOutlined';
import JunctionIcon from '@mui/icons-material/CallMergeOutlined';
import ReturnIcon from '@mui/icons-material/KeyboardReturnOutlined';
import StartIcon from '@mui/icons-material/TuneOutlined';
import ReplyIcon from '@mui/icons-material/ReplyOutlined';
import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import SendDraftIcon from '@mui/icons-material/OutboxOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import type { SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';

/** Icons by the name that definitions use. */
const icons: Readonly<Record<string, typeof SvgIcon>> = {
  send: SendIcon,
  search: SearchIcon,
  start: StartIcon,
  move: MoveIcon,
  reply: ReplyIcon,
  forward: ForwardIcon,
  create: CreateIcon,
  edit: EditIcon,
  delete: DeleteIcon,
  sendDraft: SendDraftIcon,
  calendar: CalendarIcon,
  monitor: MonitorIcon,
  junction: JunctionIcon,
  invokeRunbook: InvokeIcon,
  returnData: ReturnIcon,
  compare: CompareIcon,
  map: MapIcon,
  formatDate: FormatDateIcon,
  random: RandomIcon,
  xml: XmlIcon,
  counter: CounterIcon,
  modifyCounter: ModifyCounterIcon,
  appendLine: AppendLineIcon,
  readLine: ReadLineIcon,
  writeFile: WriteFileIcon,
  checkSchedule: CheckScheduleIcon,
  monitorDateTime: MonitorDateTimeIcon,
  platformEvent: PlatformEventIcon,
};

/** The icon of an activity by the name its definition gives; a neutral one for a name that is not known. Decorative: the title stands beside it. */
export function ActivityIcon({ name, size = 18 }: { readonly name: string; readonly size?: number }): ReactElement {
  const Icon = (Object.hasOwn(icons, name) ? icons[name] : undefined) ?? ExtensionIcon;
  return <Icon aria-hidden style={{ fontSize: `${size / 16}rem` }} />;
}

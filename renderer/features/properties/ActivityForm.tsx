import { Box, Tab, Tabs } from '@mui/material';
import { memo, useState, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { shapeOf } from '../../../shared/activities/shape.ts';
import { surroundingsOf } from '../../../shared/runbook/targets.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useStores } from '../../stores/stores.ts';
import { effectWords } from '../../stores/words.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { color } from '../../ui/color.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FiltersTab } from './FiltersTab.tsx';
import { useFormFacts } from './formFacts.ts';
import { FormHeader } from './FormHeader.tsx';
import { GeneralTab } from './GeneralTab.tsx';
import { LastTestTab } from './LastTestTab.tsx';
import { LoopingTab } from './LoopingTab.tsx';
import { PropertiesTab } from './PropertiesTab.tsx';
import { RunBehaviorTab } from './RunBehaviorTab.tsx';

type TabName = 'general' | 'properties' | 'filters' | 'looping' | 'behavior' | 'lastTest';
const labels: Readonly<Record<TabName, string>> = { general: 'General', properties: 'Properties', filters: 'Filters', looping: 'Looping', behavior: 'Run behavior', lastTest: 'Last test' };

/** The tab that holds a field; without one, the properties. */
const tabOf = (field: string | undefined): TabName => (field === 'name' || field === 'description' ? 'general' : field?.startsWith('filters') === true ? 'filters' : field?.startsWith('loop') === true ? 'looping' : field === 'flatten' || field?.startsWith('report') === true ? 'behavior' : 'properties');

/** The form of one activity, generated from its definition. */
export function ActivityForm({ editor, activityKey, badge }: { readonly editor: OpenEditor; readonly activityKey: string; readonly badge?: ReactNode }): ReactElement | null {
  const facts = useFormFacts(editor, activityKey);
  const { runs } = useStores();
  const tested = useStore(runs, (state) => (state.runs[editor.key]?.view.activities[activityKey]?.executions.length ?? 0) > 0);
  const [chosen, setChosen] = useState<TabName>('properties');
  const [answered, setAnswered] = useState(editor.focus?.request);
  const activity = facts.document.activities[activityKey];
  const definition = activity === undefined ? undefined : facts.registry.get(activity.type);

  if (editor.focus !== undefined && editor.focus.request !== answered) {
    // Something asked for a field: its tab comes to the front, and the tab gives it the focus.
    setAnswered(editor.focus.request);
    setChosen(tabOf(editor.focus.field));
  }
  if (activity === undefined) return null;
  if (definition === undefined) {
    return <EmptyState title="Unknown activity" text={`This version of the app does not know the activity type ${activity.type}. It is kept as it is in the file.`} />;
  }
  const connection = facts.entries.find(({ key }) => key === activity.connection)?.connection;
  const shape = shapeOf(definition, activity, connection, surroundingsOf(facts.document, facts.runbooks));
  const hasFilters = Object.keys(shape.filters).length > 0 || activity.filters.length > 0;
  const tabs: readonly TabName[] = ['general', 'properties', ...(hasFilters ? ['filters' as const] : []), ...(definition.joins === true ? [] : ['looping' as const]), 'behavior', ...(tested ? ['lastTest' as const] : [])];
  const tab = tabs.includes(chosen) ? chosen : 'properties';
  const wrong = (name: TabName): number => facts.problems.filter(({ field }) => tabOf(field) === name).length;
  const form = { facts, activityKey, activity, definition, shape, focus: editor.focus };

  return (
    <>
      <ActivityHeader icon={definition.icon} title={activity.name} subtitle={[definition.title === activity.name ? '' : definition.title, effectWords[definition.effect]].filter((part) => part !== '').join(' · ')} badge={badge} />
      <FormTabs activityKey={activityKey} name={activity.name} tab={tab} shown={tabs.map((name) => ({ name, wrong: wrong(name) }))} onChoose={setChosen} />
      <Box id={`property-content-${activityKey}`} data-activity={definition.title} data-documentation={definition.reference} role="tabpanel" aria-labelledby={`property-tab-${activityKey}-${tab}`} key={activityKey} {...(tab === 'lastTest' ? { tabIndex: 0 } : {})} sx={{ position: 'relative', flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 14px 24px', scrollPadding: '24px' }}>
        {tab === 'general' && <GeneralTab {...form} />}
        {tab === 'properties' && <PropertiesTab {...form} />}
        {tab === 'filters' && <FiltersTab {...form} />}
        {tab === 'looping' && <LoopingTab {...form} />}
        {tab === 'behavior' && <RunBehaviorTab {...form} />}
        {tab === 'lastTest' && <LastTestTab {...form} />}
      </Box>
    </>
  );
}

/** As long as icon, names and badge are the same, typing in a field below leaves it as it is. */
const ActivityHeader = memo(function ActivityHeader({ icon, ...about }: { readonly icon: string; readonly title: string; readonly subtitle: string; readonly badge?: ReactNode }): ReactElement {
  return <FormHeader icon={<ActivityIcon name={icon} />} {...about} />;
});

/** A tab, and how many problems are on it. */
interface ShownTab {
  readonly name: TabName;
  readonly wrong: number;
}

interface FormTabsProps {
  readonly activityKey: string;
  readonly name: string;
  readonly tab: TabName;
  readonly shown: readonly ShownTab[];
  onChoose(tab: TabName): void;
}

const sameTabs = (a: FormTabsProps, b: FormTabsProps): boolean =>
  a.activityKey === b.activityKey && a.name === b.name && a.tab === b.tab && a.onChoose === b.onChoose &&
  a.shown.length === b.shown.length && a.shown.every(({ name, wrong }, index) => name === b.shown[index]?.name && wrong === b.shown[index].wrong);

/** The tabs of a form. They measure themselves whenever they are drawn, which typing in a field need not wait for. */
const FormTabs = memo(function FormTabs({ activityKey, name: activity, tab, shown, onChoose }: FormTabsProps): ReactElement {
  return (
    <Tabs value={tab} onChange={(_event, next: TabName) => onChoose(next)} variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile aria-label={`Properties of ${activity}`} sx={{ borderBottom: `1px solid ${color('border')}`, flexShrink: 0, paddingInline: 0.5, '& .MuiTab-root': { paddingInline: '4px', fontSize: '0.75rem' }, '& .MuiTabs-scrollButtons': { width: 20 } }}>
      {shown.map(({ name, wrong }) => (
        <Tab key={name} value={name} id={`property-tab-${activityKey}-${name}`} aria-controls={`property-content-${activityKey}`} label={wrong > 0 ? `${labels[name]} ⚠ ${wrong}` : labels[name]} />
      ))}
    </Tabs>
  );
}, sameTabs);

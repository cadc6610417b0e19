import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { schemaProblems } from '../schema/validate.ts';
import { call, envelope, every, first, post, startTestServer } from './rawClient.ts';
import { calendarView, createAppointment, getItems, set, updateItem } from './requests.ts';

const idOf = (answer: string) => first(answer, /ItemId Id="([^"]+)"/);
const context = (id: string) => `<t:RequestServerVersion Version="Exchange2013_SP1"/><t:TimeZoneContext><t:TimeZoneDefinition Id="${id}"/></t:TimeZoneContext>`;
const berlin = '<t:StartTimeZone Id="W. Europe Standard Time"/><t:EndTimeZone Id="W. Europe Standard Time"/>';
const series = (pattern: string, range: string, times = '<t:Start>2027-03-26T09:00:00</t:Start><t:End>2027-03-26T10:00:00</t:End>', zone = berlin) =>
  createAppointment(`<t:Subject>Watch</t:Subject>${times}<t:Recurrence>${pattern}${range}</t:Recurrence>${zone}`);
const daily = '<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>';
const numbered = (count: number, start = '2027-03-26') =>
  `<t:NumberedRecurrence><t:StartDate>${start}</t:StartDate><t:NumberOfOccurrences>${count}</t:NumberOfOccurrences></t:NumberedRecurrence>`;

describe('time zones', () => {
  let server: DemoServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  const read = async (created: string) => call(server, getItems([idOf(created)]));
  const callIn = async (zone: string, operation: string) => {
    const { text } = await post(server, envelope(operation, context(zone)));
    expect(schemaProblems(text)).toEqual([]);
    return text;
  };
  const starts = async (from: string, to: string) => every(await call(server, calendarView(from, to)), /Watch.*?<t:Start>([^<]+)/g);

  it.each([
    [
      'the zone of the item',
      createAppointment(`<t:Start>2027-07-01T09:00:00</t:Start><t:End>2027-07-01T10:00:00</t:End>${berlin}`),
      'UTC',
      '2027-07-01T07:00:00Z',
    ],
    [
      'the zone of the request',
      createAppointment('<t:Start>2027-01-01T09:00:00</t:Start><t:End>2027-01-01T10:00:00</t:End>'),
      'W. Europe Standard Time',
      '2027-01-01T08:00:00Z',
    ],
    [
      'UTC, where nothing else is said',
      createAppointment('<t:Start>2027-07-01T09:00:00</t:Start><t:End>2027-07-01T10:00:00</t:End>'),
      'UTC',
      '2027-07-01T09:00:00Z',
    ],
    [
      'their own offset',
      createAppointment(`<t:Start>2027-07-01T09:00:00-04:00</t:Start><t:End>2027-07-01T10:00:00-04:00</t:End>${berlin}`),
      'Tokyo Standard Time',
      '2027-07-01T13:00:00Z',
    ],
  ])('reads times in %s', async (_what, request, zone, start) => {
    expect(await read(await callIn(zone, request))).toContain(`<t:Start>${start}</t:Start>`);
  });

  it('keeps the zone of the item, or else that of the request, and names it', async () => {
    const item = await read(await callIn('Pacific Standard Time', createAppointment('<t:Start>2027-01-01T09:00:00Z</t:Start>')));
    expect(item).toContain('<t:StartTimeZone Name="(UTC-08:00) Pacific" Id="Pacific Standard Time"/>');
    expect(item).toContain('<t:TimeZone>(UTC-08:00) Pacific</t:TimeZone>');
  });

  it('refuses zones that Windows does not have', async () => {
    expect(await call(server, createAppointment('<t:Start>2027-01-01T09:00:00</t:Start><t:StartTimeZone Id="Europe/Berlin"/>'))).toContain('ErrorTimeZone');
    const { status, text } = await post(server, envelope(getItems(['x']), context('Middle Earth Standard Time')));
    expect([status, text.includes('ErrorTimeZone')]).toEqual([500, true]);
  });

  it('cuts all-day events at the midnights of their zone', async () => {
    const item = await read(
      await call(
        server,
        createAppointment(`<t:Start>2027-03-28T09:00:00Z</t:Start><t:End>2027-03-28T10:00:00Z</t:End><t:IsAllDayEvent>true</t:IsAllDayEvent>${berlin}`),
      ),
    );
    expect(item).toContain('<t:Start>2027-03-27T23:00:00Z</t:Start>');
    expect(item).toContain('<t:End>2027-03-28T22:00:00Z</t:End>');
    expect(item).toContain('<t:Duration>PT23H</t:Duration>');
  });

  it('lets a series follow summer time', async () => {
    await call(server, series(daily, numbered(4)));
    expect(await starts('2027-03-25T00:00:00Z', '2027-04-02T00:00:00Z')).toEqual([
      '2027-03-26T08:00:00Z',
      '2027-03-27T08:00:00Z',
      '2027-03-28T07:00:00Z',
      '2027-03-29T07:00:00Z',
    ]);
  });

  it.each([
    [
      'every second week on two days',
      '<t:WeeklyRecurrence><t:Interval>2</t:Interval><t:DaysOfWeek>Monday Friday</t:DaysOfWeek><t:FirstDayOfWeek>Monday</t:FirstDayOfWeek></t:WeeklyRecurrence>',
      ['03-26', '04-05', '04-09', '04-19'],
    ],
    [
      'the last day of a month',
      '<t:AbsoluteMonthlyRecurrence><t:Interval>1</t:Interval><t:DayOfMonth>31</t:DayOfMonth></t:AbsoluteMonthlyRecurrence>',
      ['03-31', '04-30', '05-31', '06-30'],
    ],
    [
      'the last weekday of a month',
      '<t:RelativeMonthlyRecurrence><t:Interval>2</t:Interval><t:DaysOfWeek>Weekday</t:DaysOfWeek><t:DayOfWeekIndex>Last</t:DayOfWeekIndex></t:RelativeMonthlyRecurrence>',
      ['03-31', '05-31', '07-30', '09-30'],
    ],
    [
      'the first Monday of April',
      '<t:RelativeYearlyRecurrence><t:DaysOfWeek>Monday</t:DaysOfWeek><t:DayOfWeekIndex>First</t:DayOfWeekIndex><t:Month>April</t:Month></t:RelativeYearlyRecurrence>',
      ['04-05', '04-03', '04-02', '04-01'],
    ],
    [
      'a day of a month of each year',
      '<t:AbsoluteYearlyRecurrence><t:DayOfMonth>29</t:DayOfMonth><t:Month>February</t:Month></t:AbsoluteYearlyRecurrence>',
      ['02-29', '02-28', '02-28', '02-28'],
    ],
  ])('repeats on %s', async (_what, pattern, days) => {
    const created = await call(server, series(pattern, numbered(4)));
    const found = [];
    for (const index of [1, 2, 3, 4]) {
      const one = await call(
        server,
        `<m:GetItem><m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape><m:ItemIds><t:OccurrenceItemId RecurringMasterId="${idOf(created)}" InstanceIndex="${index}"/></m:ItemIds></m:GetItem>`,
      );
      found.push(first(one, /<t:Start>\d{4}-(\d{2}-\d{2})/));
    }
    expect(found).toEqual(days);
    expect(await read(created)).toContain('<t:CalendarItemType>RecurringMaster</t:CalendarItemType>');
  });

  it('ends a series on its last day, and puts its start on the first occurrence', async () => {
    const mondays = '<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday</t:DaysOfWeek></t:WeeklyRecurrence>';
    const master = await read(
      await call(server, series(mondays, '<t:EndDateRecurrence><t:StartDate>2027-03-26</t:StartDate><t:EndDate>2027-04-12</t:EndDate></t:EndDateRecurrence>')),
    );
    expect(master).toContain('<t:Start>2027-03-29T07:00:00Z</t:Start>');
    expect(first(master, /<t:LastOccurrence>.*?<t:Start>([^<]+)/)).toBe('2027-04-12T07:00:00Z');
  });

  it.each([
    [
      'ErrorRecurrenceHasNoOccurrence',
      daily,
      '<t:EndDateRecurrence><t:StartDate>2027-03-26</t:StartDate><t:EndDate>2027-03-25</t:EndDate></t:EndDateRecurrence>',
    ],
    ['ErrorCalendarOutOfRange', '<t:DailyRecurrence><t:Interval>0</t:Interval></t:DailyRecurrence>', numbered(3)],
    [
      'ErrorCalendarOutOfRange',
      '<t:AbsoluteMonthlyRecurrence><t:Interval>1</t:Interval><t:DayOfMonth>32</t:DayOfMonth></t:AbsoluteMonthlyRecurrence>',
      numbered(3),
    ],
  ])('answers %s', async (code, pattern, range) => {
    expect(await call(server, series(pattern, range))).toContain(code);
  });

  it('refuses appointments of more than five years', async () => {
    expect(await call(server, createAppointment('<t:Start>2027-01-01T00:00:00Z</t:Start><t:End>2033-01-01T00:00:00Z</t:End>'))).toContain(
      'ErrorCalendarDurationIsTooLong',
    );
  });

  it('changes one occurrence, lists it on its series, and forgets it when the pattern changes', async () => {
    const created = idOf(await call(server, series(daily, numbered(4))));
    const range = ['2027-03-25T00:00:00Z', '2027-04-02T00:00:00Z'] as const;
    const ids = every(await call(server, calendarView(...range)), /ItemId Id="([^"]+)"[^>]*\/><t:Subject>Watch/g);
    const moved =
      set('calendar:Start', 'CalendarItem', '<t:Start>2027-03-27T15:00:00Z</t:Start>') +
      set('calendar:End', 'CalendarItem', '<t:End>2027-03-27T16:00:00Z</t:End>') +
      set('item:Subject', 'CalendarItem', '<t:Subject>Watch, late</t:Subject>');
    expect(await call(server, updateItem(ids[1] ?? '', moved))).toContain('NoError');
    const exception = await call(server, getItems([ids[1] ?? '']));
    for (const part of [
      'CalendarItemType>Exception',
      'OriginalStart>2027-03-27T08:00:00Z',
      'Start>2027-03-27T15:00:00Z',
      'Subject>Watch, late',
      'IsRecurring>true',
    ])
      expect(exception).toContain(part);
    expect(
      await call(server, updateItem(ids[1] ?? '', set('calendar:Recurrence', 'CalendarItem', `<t:Recurrence>${daily}${numbered(2)}</t:Recurrence>`))),
    ).toContain('ErrorInvalidPropertySet');
    await call(
      server,
      `<m:DeleteItem DeleteType="HardDelete" SendMeetingCancellations="SendToNone"><m:ItemIds><t:ItemId Id="${ids[2] ?? ''}"/></m:ItemIds></m:DeleteItem>`,
    );
    const master = await call(server, getItems([created]));
    expect(master).toMatch(/<t:ModifiedOccurrences>.*<t:OriginalStart>2027-03-27T08:00:00Z.*<t:DeletedOccurrence><t:Start>2027-03-28T07:00:00Z/);
    const back = await call(
      server,
      `<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:ItemIds><t:RecurringMasterItemId OccurrenceId="${ids[1] ?? ''}"/></m:ItemIds></m:GetItem>`,
    );
    expect(idOf(back)).toBe(created);
    expect(
      await call(
        server,
        `<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id="calendar"/></m:ToFolderId><m:ItemIds><t:ItemId Id="${ids[1] ?? ''}"/></m:ItemIds></m:MoveItem>`,
      ),
    ).toContain('ErrorCalendarCannotMoveOrCopyOccurrence');
    await call(server, updateItem(created, set('calendar:Recurrence', 'CalendarItem', `<t:Recurrence>${daily}${numbered(3)}</t:Recurrence>`)));
    expect(await starts(...range)).toEqual(['2027-03-26T08:00:00Z', '2027-03-27T08:00:00Z', '2027-03-28T07:00:00Z']);
    expect(await call(server, getItems([ids[1] ?? '']))).toContain('ErrorItemNotFound');
  });

  it('counts what clashes with an appointment and what lies beside it', async () => {
    const at = (start: string, end: string) => createAppointment(`<t:Start>2027-02-01T${start}:00Z</t:Start><t:End>2027-02-01T${end}:00Z</t:End>`);
    const id = idOf(await call(server, at('09:00', '10:00')));
    for (const [start, end] of [
      ['08:00', '09:00'],
      ['09:30', '11:00'],
      ['12:00', '13:00'],
    ] as const)
      await call(server, at(start, end));
    expect(await call(server, getItems([id]))).toContain(
      '<t:ConflictingMeetingCount>1</t:ConflictingMeetingCount><t:AdjacentMeetingCount>1</t:AdjacentMeetingCount>',
    );
  });

  it('tells the zones with their rules', async () => {
    const one = await call(
      server,
      '<m:GetServerTimeZones ReturnFullTimeZoneData="true"><m:Ids><t:Id>W. Europe Standard Time</t:Id></m:Ids></m:GetServerTimeZones>',
    );
    expect(one).toContain('<t:Period Bias="-PT1H" Name="Standard"');
    expect(one).toMatch(/2026-Daylight<\/t:To><t:TimeOffset>PT2H<\/t:TimeOffset><t:Month>3<\/t:Month><t:DayOfWeek>Sunday<\/t:DayOfWeek><t:Occurrence>-1</);
    const all = await call(server, '<m:GetServerTimeZones ReturnFullTimeZoneData="false"/>');
    expect(every(all, /TimeZoneDefinition Id="([^"]+)"/g).length).toBeGreaterThan(130);
    expect(await call(server, '<m:GetServerTimeZones><m:Ids><t:Id>Nowhere</t:Id></m:Ids></m:GetServerTimeZones>')).toContain('ErrorTimeZone');
    expect(await call(server, '<m:GetServerTimeZones/>')).toContain('NoError');
  });
});

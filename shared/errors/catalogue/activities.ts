import { catalogueOf } from './entry.ts';

/** Failures of activities that work with texts, times, files and XML instead of a mailbox. */
export const activityErrors = catalogueOf({
  'activity.mapRule': {
    kind: 'user',
    texts: (d) => ({ what: `The map of ${d.output ?? 'an output'} has a line that is no rule: "${d.line ?? ''}".`, fix: ['Write each rule on a line of its own as: pattern => text.'] }),
  },
  'activity.dateCode': {
    kind: 'user',
    texts: (d) => ({ what: `The code ${d.code ?? ''} cannot be used in an input format.`, fix: ['MMMM and dddd are for output only. Use MMM, MM or M, and ddd or leave the weekday out.'] }),
  },
  'activity.dateUnread': {
    kind: 'user',
    texts: (d) => ({
      what: `"${d.input ?? ''}" cannot be read as a date and time in the format ${d.format ?? ''}.`,
      why: 'The text differs from the format, or it names a day or time that does not exist.',
      fix: ['Compare the text with Input Format; capitals matter: MM is the month, mm the minute.', 'For published data of other activities leave Input Format empty.'],
    }),
  },
  'activity.noCharacters': {
    kind: 'user',
    texts: () => ({ what: 'No kind of character is allowed, so there is nothing to choose from.', fix: ['Use at least one of letters, numbers and symbols.'] }),
  },
  'activity.minimumsTooLarge': {
    kind: 'user',
    texts: (d) => ({ what: `The minimums ask for ${d.sum ?? 'more'} characters, and the text has ${d.length ?? 'fewer'}.`, fix: ['Lower a minimum, or raise Text Length.'] }),
  },
  'activity.lineNumbers': {
    kind: 'user',
    texts: (d) => ({ what: `Line Numbers cannot be read: ${d.problem ?? d.lines ?? ''}`, fix: ['Write numbers and ranges such as 1-END, 5 or 1,3-5.'] }),
  },
  'activity.timeOfDay': {
    kind: 'user',
    texts: (d) => ({ what: `"${d.value ?? ''}" is no time of day.`, fix: ['Write hours and minutes, such as 08:00 or 17:30.'] }),
  },
  'activity.noInterval': {
    kind: 'user',
    texts: () => ({ what: 'Days, hours and minutes are all 0, so there is no time between two starts.', fix: ['Enter at least one minute, or choose Every n seconds.'] }),
  },
  'activity.timeSlices': {
    kind: 'user',
    texts: (d) => ({ what: 'Time slices need a number of minutes that divides the hour, without days and hours.', fix: [`Set Minutes to one of ${d.slices ?? 'the offered values'}, and Days and Hours to 0.`] }),
  },
  'files.path': {
    kind: 'user',
    texts: (d) => ({
      what: `The path "${d.path ?? ''}" cannot be used: ${d.problem ?? 'it is no whole path.'}`,
      why: 'A path often holds published data. Only a whole path without .. is sure to lead where it seems to.',
      fix: ['Write the path from the drive or the root on, for example C:\\Mail\\report.txt.', 'Take characters such as : ? * / \\ out of published data with Map Published Data, or use another item.'],
    }),
  },
  'files.exists': {
    kind: 'user',
    texts: (d) => ({ what: `There is already a file ${d.path ?? ''}.`, fix: ['Choose Overwrite, Append or Number the new one under If the File Exists, or another path.'] }),
  },
  'files.unreadable': {
    kind: 'operational',
    texts: (d) => ({ what: `The file ${d.path ?? ''} cannot be read.`, why: d.problem ?? 'The system gave no reason.', fix: ['Check the path, and that the account of the app may read the file.'] }),
  },
  'files.unwritable': {
    kind: 'operational',
    texts: (d) => ({ what: `The file ${d.path ?? ''} cannot be written.`, why: d.problem ?? 'The system gave no reason.', fix: ['Check the path, free space, and that the account of the app may write there.', 'Close the file in other programs.'] }),
  },
  'files.tooLarge': {
    kind: 'user',
    texts: (d) => ({ what: `The file ${d.path ?? ''} has ${d.size ?? 'too many bytes'}; ${d.limit ?? 'less'} are read at most.`, fix: ['Split the file, or work on a smaller one.'] }),
  },
  'files.encoding': {
    kind: 'user',
    texts: (d) => ({ what: `${d.encoding ?? 'The encoding'} has no character for "${d.character ?? ''}", so the text would be changed.`, fix: ['Choose UTF-8 under File Encoding.'] }),
  },
  'xml.broken': {
    kind: 'user',
    texts: (d) => ({ what: 'The document is not well-formed XML.', why: d.problem ?? 'It cannot be parsed.', fix: ['Look at the text that was given, in the inputs of the activity.'] }),
  },
  'xml.dtd': {
    kind: 'user',
    texts: () => ({
      what: 'The document has a DTD, and was refused.',
      why: 'A DTD can read other files of this computer or fill its memory.',
      fix: ['Remove <!DOCTYPE …> from the document, or have its maker leave it out.'],
    }),
  },
  'xml.query': {
    kind: 'user',
    texts: (d) => ({ what: `The XPath expression cannot be used: ${d.query ?? ''}`, why: d.problem ?? 'It is not XPath 1.0.', fix: ['Check quotes and brackets.', 'For elements in a namespace use *[local-name()="name"].'] }),
  },
});

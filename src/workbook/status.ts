import { languages, messages, type Language } from '../i18n';

/** Statuses of an action in the order of the list on 配置: not started, in progress, done, postponed, cancelled; and how people also write them. */
const alsoWritten: readonly (readonly string[])[] = [
  ['待开始', '没开始', '未启动', '待办', '待处理', 'todo', 'to do', 'open'],
  ['进行', '推进中', '处理中', '跟进中', '开始了', 'doing', 'ongoing', 'started'],
  ['完成', '已办结', '办结', '已解决', '做完了', '已做完', 'finished', 'complete', 'completed', 'closed'],
  ['已延期', '延后', '推迟', '顺延', 'delayed', 'deferred'],
  ['已取消', '不做了', '作废', 'canceled', 'dropped'],
];

const normal = (status: string): string => status.normalize('NFKC').trim().toLowerCase();

const meanings: ReadonlyMap<string, number> = new Map([
  ...languages.flatMap((language) => messages[language].workbook.lists.lstStatus.map((word, index): [string, number] => [normal(word), index])),
  ...alsoWritten.flatMap((words, index) => words.map((word): [string, number] => [word, index])),
]);

/** A status in the words of the workbook: what means the same in another language or is another word for it; anything else as it is. */
export function statusIn(language: Language, status: string): string {
  const meaning = meanings.get(normal(status));
  return meaning === undefined ? status : (messages[language].workbook.lists.lstStatus[meaning] ?? status);
}

/** The words of the list in every language: a status one of them means is understood whatever the language of the workbook. */
export const listedStatuses: readonly string[] = languages.flatMap((language) => messages[language].workbook.lists.lstStatus);

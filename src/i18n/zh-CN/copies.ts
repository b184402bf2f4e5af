import type { CopyNoteCode, DifferenceKind } from '../../retro/returned-copy';

const n = (value: number): string => value.toLocaleString('zh-CN');
type Values = Readonly<Record<string, string | number>>;
const text = (values: Values, key: string): string => String(values[key] ?? '');

/** What is known of a file that cannot be taken back; `mine` and `theirs` are events. */
export type CopyProblemCode = 'not-xlsx' | 'old-xls' | 'locked' | 'broken' | 'bomb' | 'no-tables' | 'other-retro' | 'unreadable';

const problems: Readonly<Record<CopyProblemCode, (values: Values) => string>> = {
  'not-xlsx': () => '这不是 Excel 工作簿（.xlsx）。请选同事发回的那个 .xlsx 文件。',
  'old-xls': () => '这是旧版 .xls。请同事在 Excel 里另存为 .xlsx，再发一次。',
  locked: () => '这个文件加了密码。请在 Excel 里去掉密码，另存后再选。',
  broken: () => '这个文件打不开，可能没下载完整。请重新下载，或用 Excel 打开后另存一份。',
  bomb: (values) => `这个文件解压后大得不正常（${text(values, 'megabytes')} MB），没有打开。请同事在 Excel 里打开后另存一份。`,
  'no-tables': () => '这个工作簿里没有复盘的表。请选从这份复盘另存、由同事填好的副本。有些软件另存时会丢掉“表格”，请用 Excel 或 WPS 保存。',
  'other-retro': (values) => `这是另一份复盘的副本：它是“${text(values, 'theirs')}”，现在打开的是“${text(values, 'mine')}”。请打开对应的工作簿再收。`,
  unreadable: () => '没能读这个文件，它可能被移走、改名，或正被别的程序占着。请重新选一次。',
};

/** Marks of what is not simply new. */
const kinds: Readonly<Record<Exclude<DifferenceKind, 'theirs'>, string>> = { conflict: '两边都改过', unknown: '两边不同', emptied: '副本里是空的' };

const notes: Readonly<Record<CopyNoteCode, (values: Values) => string>> = {
  'column-gone': (values) => `副本里没有“${text(values, 'column')}”这一列（可能改了列名），这一列没比。`,
  'column-gone-here': (values) => `我的表里没有“${text(values, 'column')}”这一列，副本里的没比。`,
  'own-column': (values) => `副本里多了一列“${text(values, 'column')}”，不会收进来，需要的话请自己复制。`,
  'double-id-mine': (values) => `我的表里编号 ${text(values, 'id')} 出现了两次，分不清是哪一行，没比。回“行动”点“检查一下”，或再生成一次，会给重复的换新编号。`,
  'double-id-copy': (values) => `副本里编号 ${text(values, 'id')} 出现了两次：内容更像的那行算原来的，另一行当新行。`,
  'rows-without-id': (values) => `我的表里有 ${text(values, 'count')} 行还没有编号，没比。到“数据”再生成一次，会补上编号。`,
  'no-ids': () => '我的表里找不到“编号”这一列，对不上行，没比。请把列名改回来。',
  'table-gone-here': (values) => `副本里有这张表（${text(values, 'count')} 行），我的工作簿里没有。到“数据”再生成一次，会补上，然后再收。`,
  'derived-rows': (values) => `副本里多出 ${text(values, 'count')} 个指标的对比行，它们跟着数据走：请贴同一份数据再生成。`,
};

/** Texts of taking back copies that colleagues filled. */
export const copies = {
  entry: '收回同事的副本',
  title: '收回同事填好的副本',
  lead: '先比对，不动表；勾上的才写进来。',
  pick: '选择副本（.xlsx）',
  pickMore: '再选一份',
  reading: '正在读…',
  hint: '把这份工作簿另存发给同事，填好收回来，在这里选。可以一次选几份，一份一份地收。',
  drop: '松手就开始比对',
  comparing: (file: string) => `正在比对“${file}”…`,
  file: (file: string, index: number, count: number) => (count === 1 ? file : `${file}（第 ${n(index)} 份，共 ${n(count)} 份）`),
  problems,
  notUsed: '这份没法收',
  same: '没有要收的',
  sameText: '这份副本和现在的工作簿没有差别，或者差别都已经收过了。',
  found: (all: number, suggested: number) => (suggested === all ? `${n(all)} 处不同，都建议收。` : suggested === 0 ? `${n(all)} 处不同，都要你来定。` : `${n(all)} 处不同，建议收 ${n(suggested)} 处，其余你来定。`),
  onlyNotes: '没有可收的差别，但有几点要知道：',
  from: '来自谁（可不填）',
  fromHint: '写进变更记录。不填就写文件名。',
  chosen: (count: number, all: number) => `已选 ${n(count)} / ${n(all)}`,
  all: '全选',
  none: '全不选',
  suggested: '只选建议的',
  group: (sheet: string, count: number) => `${sheet} · ${n(count)} 处`,
  row: (id: string, label: string) => [id, label].filter((part) => part !== '').join(' '),
  goTo: '到表里看',
  goToRow: (id: string) => `到表里看 ${id}`,
  mine: '我的',
  theirs: '副本',
  before: '发出去时',
  empty: '（空）',
  kinds,
  emptied: (count: number) => `副本里空着、我这边有内容的 ${n(count)} 处（不建议收）`,
  added: '新的一行',
  deleted: '这一行在我这边删掉了',
  newId: (id: string) => `编号 ${id} 在我这边已是别的行，收进来会换个新编号`,
  gone: (count: number) => `副本里没有这 ${n(count)} 行，我这边不会删：`,
  goneRow: (id: string, label: string) => (label === '' ? id : `${id} ${label}`),
  notes,
  note: (sheet: string, note: string) => `${sheet}：${note}`,
  columns: (headers: readonly string[]) => headers.join('、'),
  more: (count: number) => `再看 ${n(count)} 行`,
  take: (count: number) => (count === 0 ? '还没有选' : `收进 ${n(count)} 处`),
  taking: '正在写进表里…',
  skip: '这份不收',
  next: '看下一份',
  back: '返回行动',
  taken: (count: number) => `已收进 ${n(count)} 处`,
  takenNothing: '没有收进什么',
  takenText: '负责人、截止日期和状态的改动已记入变更记录。',
  takenRow: (id: string, label: string) => `${id} ${label}`,
  skipped: { changed: (what: string) => `${what}：比对之后我这边又改过，没有动。`, gone: (what: string) => `${what}：这一行或这一列已经不在了。` },
  skippedTitle: (count: number) => `${n(count)} 处没有收`,
  left: (count: number) => `这份里还有 ${n(count)} 处没收`,
  again: '再看这份',
  openLog: '打开变更记录',
  waiting: (count: number) => `后面还有 ${n(count)} 份。`,
};

/** Why a workbook is not opened: what happened, and what to do. The codes are those of the file reader. */
interface CannotOpen {
  readonly code: 'missing' | 'unreadable' | 'not-xlsx' | 'encrypted' | 'old-xls' | 'no-workbook' | 'damaged' | 'too-large' | 'not-retro';
  readonly part?: string;
  readonly megabytes?: number;
  readonly reason?: string;
}

const reasons: Readonly<Record<CannotOpen['code'], (problem: CannotOpen) => string>> = {
  missing: () => '没有这个文件。请核对路径。',
  unreadable: ({ reason = '' }) => `读不了这个文件（${reason}）。请核对权限，或先关掉占用它的程序。`,
  'not-xlsx': () => '这不是 .xlsx 文件。请给复盘工作簿（.xlsx）。',
  encrypted: () => '这个工作簿设了打开密码，读不了。请在 Excel 里去掉密码（文件 → 信息 → 保护工作簿），另存后再试。',
  'old-xls': () => '这是 Excel 97–2003 的 .xls。请在 Excel 里另存为 .xlsx 再试。',
  'no-workbook': () => '这个文件里没有 Excel 工作簿（可能是别的文档，或 .xlsb）。请在 Excel 里另存为 .xlsx 再试。',
  damaged: ({ part = '' }) => `文件损坏，读到 ${part} 时读不下去。请用备份，或在 Excel 里打开修复后另存。`,
  'too-large': ({ megabytes = 0 }) => `解开后有 ${megabytes} MB，不像正常的工作簿，没有打开。请核对文件。`,
  'not-retro': () => '这不是复盘工作簿：里面没有复盘的表格。请给由大促复盘生成的文件。',
};

const systemCodes: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。请腾出空间再试。',
  EDQUOT: '磁盘配额用完了。请腾出空间再试。',
  EACCES: '没有写入权限。请换一个位置，或核对权限。',
  EPERM: '没有写入权限，或文件正被占用。请先在 Excel 里关掉它。',
  EBUSY: '文件正被占用。请先在 Excel 里关掉它再试。',
  EROFS: '这个位置是只读的。请换一个位置。',
  ENOENT: '文件夹不存在。请先建好，或换一个位置。',
  EISDIR: '这是一个文件夹，不是文件。请写上文件名。',
};

/** Words of the command line. */
export const cli = {
  file: (file: string, kind: string, used: number, rows: number) => `${file}：${kind}，用了 ${used}/${rows} 行`,
  cannotOpen: (file: string, problem: CannotOpen) => `打不开 ${file}：${reasons[problem.code](problem)}`,
  /** gaps in the chain of evidence; `what` is the metric, lesson or action, or the id that no row has */
  orphans: {
    'missed-without-cause': (what: string) => ({ text: `“${what}”未达，还没写原因。`, suggestion: '在“4 原因分析”里写直接原因、根本原因或主管结论。' }),
    'lesson-without-evidence': (what: string) => ({ text: `规律“${what}”没有依据。`, suggestion: '在“5 提炼规律”的“依据编号”里写指标、原因或案例的编号。' }),
    'action-without-source': (what: string) => ({ text: `行动“${what}”没写来源。`, suggestion: '在“6 行动计划”的“来源”里写指标、原因或案例的编号。' }),
    'unknown-evidence': (what: string) => ({ text: `写到的编号 ${what} 不存在。`, suggestion: '核对编号；被引用的行可能已删除。' }),
  },
  /** source of a figure in 备注 */
  fromEarlier: (column: string, file: string) => `${column}取自 ${file}`,
  earlier: (file: string, event: string, column: string | undefined, filled: number) =>
    column === undefined ? `${file}（${event || '没写活动名称'}）：没有用上，已有更合适的一份，或活动不在本次之前` : `${file}（${event || '没写活动名称'}）：补了 ${filled} 个“${column}”`,
  cannotWrite: (file: string, code: string, message: string) => `写不了 ${file}：${systemCodes[code] ?? message}原来的文件没有改动。`,
  dropped: (file: string) => `${file} 里下面这些内容保存时带不走，写出的文件里不会有（其余都在）：`,
  lost: {
    'array-formula': '数组公式', 'what-if-table': '模拟运算表', 'gradient-fill': '渐变填充', 'pattern-fill': '图案填充', 'diagonal-border': '斜线边框', 'text-rotation': '文字旋转', 'font-position': '上标或下标',
    'hidden-formula': '隐藏公式的设置', 'rich-text': '单元格内的部分文字格式', 'conditional-format': '条件格式', 'input-message': '任意值的输入提示', 'split-window': '拆分窗口', zoom: '显示比例', 'print-scale': '打印缩放比例',
    'paper-size': '纸张大小', 'other-headers': '首页或偶数页的页眉页脚', 'table-without-header': '没有标题行的表格（内容还在）', 'table-damaged': '列数对不上的表格（内容还在）', 'table-sort': '表格记住的排序方式', 'table-query': '表格的数据查询',
    'filter-criterion': '筛选条件（改成按现在显示的值筛选）', 'chart-format': '图表的细节格式（图表还在）', 'chart-sheet': '图表工作表', macros: '宏', 'local-name': '只属于一张表的名称', 'print-name': '打印区域或打印标题列', 'document-property': '文档属性', 'sheet-element': '工作表设置', part: '文件部件',
  },
  written: (file: string, sheets: number) => `已写出 ${file}（${sheets} 张表）`,
};

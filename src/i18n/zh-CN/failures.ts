import type { FailureCode } from '../../excel/failures';

/** What the pane says when Excel cannot do something: what happened, why and the way on; `action` is the label of the button. */
export interface FailureText {
  readonly title: string;
  /** `sheet` is the sheet that is in the way, where the failure names one */
  readonly text: (sheet: string | undefined) => string;
  readonly action: string;
}

const named = (sheet: string | undefined): string => (sheet === undefined ? '有一张工作表' : `工作表“${sheet}”`);

export const failures: Readonly<Record<FailureCode, FailureText>> = {
  'cell-edit': { title: '有单元格正在编辑', text: () => '请到表格里按 Enter（或 Esc）结束编辑，再点“继续”。粘贴的数据都还在。', action: '继续' },
  'read-only': { title: '这个工作簿是只读的', text: () => '现在写不进去。请点 Excel 上方的“启用编辑”，或另存一份后再打开，然后重试。', action: '重试' },
  protected: { title: '工作表受保护', text: (sheet) => `${named(sheet)}受保护，写不进去。请在“审阅”里撤销工作表保护，再点“继续”，会接着写完。`, action: '继续' },
  filtered: { title: '表格正在筛选', text: (sheet) => `${named(sheet)}正在筛选，有些行被藏起来了，现在写会写错行。请清除筛选，再点“继续”。`, action: '继续' },
  'too-old': { title: 'Excel 版本太旧', text: () => '需要 Excel 2021、Microsoft 365 或网页版 Excel。请更新 Excel，或用网页版打开这个文件。做好的复盘表在旧版 Excel 和 WPS 里照样能看。', action: '重新检查' },
  'no-answer': { title: '连不上 Excel', text: () => '等了一会儿，Excel 没有回应。多半是下面几种情况：', action: '再试一次' },
  'not-in-excel': { title: '请在 Excel 里打开', text: () => '这个页面要在 Excel 的任务窗格里用，单独用浏览器打开不起作用。打开 Excel，在“开始”选项卡点“大促复盘”。', action: '重新检查' },
  inactive: { title: '当前在另一个工作簿', text: () => '请先点一下要做复盘的那个工作簿，再点“继续”。', action: '继续' },
  busy: { title: 'Excel 正忙', text: () => '试了几次都没有写成。稍等几秒再点“继续”，会接着写完，不会重复。', action: '继续' },
  session: { title: '与 Excel 的连接断了', text: () => '常见于电脑睡眠之后。请刷新整个 Excel 页面再打开本窗格。写进表格的内容都在；粘贴过的内容刷新后会自动恢复。', action: '刷新窗格' },
  'too-large': { title: '一次写入的内容太大', text: () => '已经拆小重试，还是太大。请先移除最大的一份数据，或分两次生成。', action: '回去调整' },
  'disk-full': { title: '磁盘满了', text: () => '没有地方写了，这一步没有写完。请清出空间，或把工作簿另存到别处，再点“继续”：会接着写完，不会重复，粘贴的数据都还在。', action: '继续' },
  'newer-version': { title: '这份复盘是新版插件做的', text: () => '为了不弄坏它，旧版插件不改写。请刷新窗格以取得新版本，或请管理员更新插件。', action: '刷新窗格' },
  'nothing-selected': { title: '选中的地方没有数据', text: () => '请到表格里选中要用的区域，连表头一起选；或者点“用整张工作表”。', action: '知道了' },
  'many-areas': { title: '选了好几块区域', text: () => '一次只能用连在一起的一块。请重新选一块，再点“用选中的区域”。', action: '知道了' },
  'row-gone': { title: '这条行动不在表里了', text: (sheet) => `${named(sheet)}里找不到它，可能有人删了这一行，或改了编号、列名。已重新核对，请再看一眼列表。`, action: '重新核对' },
  'not-a-date': { title: '不是具体的一天', text: () => '没有写进表格。请填日期，例如 2025-11-30，或“3天内”“下周五”“月底前”。', action: '回去修改' },
  unfinished: { title: '上一次生成没有写完', text: () => '为了不记错，先不改。请到“数据”再点一次生成，写完后再改。', action: '重新核对' },
  'sheet-gone': { title: '没找到这张表', text: () => '它可能被删掉了。再生成一次，插件会把缺的表补上，填过的内容不受影响。', action: '重新生成' },
  cancelled: { title: '已取消', text: () => '已经写好的部分留在工作簿里，粘贴的数据也都在。再生成一次会接着补全，不会重复。', action: '重新生成' },
  unexpected: { title: '没有完成', text: () => '出了一个没料到的问题。粘贴的数据都还在，可以直接重试；还不行，请复制诊断信息发给支持人员（不含你的业务数据）。', action: '重试' },
};

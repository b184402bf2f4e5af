import type { ChangeOrigin, LoggedField } from '../../retro/tracking';

const fields: Readonly<Record<LoggedField, string>> = { owner: '负责人', deadline: '截止日期', status: '状态', row: '整条行动' };
const origins: Readonly<Record<ChangeOrigin, string>> = { here: '在窗格里改', 'found-on-open': '打开时发现', 'found-while-open': '打开期间发现', data: '新数据带来', copy: '来自同事的副本' };

/** Words of 变更记录; they are read back, in either language. */
export const tracking = { fields, origins, present: '在表中', removed: '已删除' };

import { failures } from './failures';
import { pane } from './pane';
import { problems } from './problems';
import { workbook } from './workbook';

export const zhCN = { failures, pane, problems, workbook };

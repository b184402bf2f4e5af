import type { Messages } from '../index';
import { failures } from './failures';
import { flags } from './flags';
import { pane } from './pane';
import { problems } from './problems';
import { workbook } from './workbook';

export const enUS: Messages = { failures, flags, pane, problems, workbook };

import type { Messages } from '../index';
import { actions } from './actions';
import { cli } from './cli';
import { copies } from './copies';
import { failures } from './failures';
import { flags } from './flags';
import { pane } from './pane';
import { problems } from './problems';
import { reading } from './reading';
import { steps } from './steps';
import { tracking } from './tracking';
import { workbook } from './workbook';

export const enUS: Messages = { actions, cli, copies, failures, flags, pane, problems, reading, steps, tracking, workbook };

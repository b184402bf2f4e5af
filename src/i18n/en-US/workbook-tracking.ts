import type { Messages } from '../index';

export const tracking: Messages['workbook']['tracking'] = {
  fields: { owner: 'Owner', deadline: 'Deadline', status: 'Status', row: 'Whole action' },
  origins: { here: 'Made in the pane', 'found-on-open': 'Found on opening', 'found-while-open': 'Found while open', data: 'From new data', copy: 'From a colleague’s copy' },
  present: 'In the table',
  removed: 'Deleted',
};

import type { Messages } from '../index';

export const cli: Messages['cli'] = {
  file: (file, kind, used, rows) => `${file}: ${kind}, ${used} of ${rows} rows used`,
  written: (file, sheets) => `wrote ${file} (${sheets} sheets)`,
};

/** The page's side of the task pane: puts the workbook behind the Office client of each pane that loads. */
import type { Host } from '../../host';
import { installDesktop } from '../../host/transports/desktop';
import { DARK_COLORS, LIGHT_COLORS } from '../../host/transports/office-context';
import type { OfficeColors } from '../../host/transports/office-context';
import type { Settings } from '../settings/settings';

declare global {
  interface Window {
    /** Called by connect.ts in the pane's page before office.js loads there. */
    connectPane?: (pane: Window) => void;
  }
}

export function acceptPanes(host: Host, settings: () => Settings): void {
  let disconnect: (() => void) | undefined;
  window.connectPane = (pane) => {
    // One pane at a time: the one before was closed or loaded anew.
    disconnect?.();
    disconnect = installDesktop(pane, host, { locale: settings().excelLanguage, colors: () => colorsOf(settings()) });
  };
}

function colorsOf({ officeTheme }: Settings): OfficeColors {
  const dark = officeTheme === 'dark' || (officeTheme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? DARK_COLORS : LIGHT_COLORS;
}

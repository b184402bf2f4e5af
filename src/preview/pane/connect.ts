/**
 * Runs in the task pane's page before office.js: asks the page around it to put the workbook of the preview behind the client.
 * Opened alone in a browser nothing happens, and office.js finds no Excel, as anywhere else.
 */
if (window.parent !== window) (window.parent as Window & { connectPane?: (pane: Window) => void }).connectPane?.(window);

export {};

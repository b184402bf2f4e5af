/**
 * Runs in the task pane's page before office.js: asks the page around it to put the workbook of the preview behind the client.
 * Without such a page (opened alone in a browser) office.js finds no Excel, as anywhere else.
 */
const page: { readonly connectPane?: (pane: Window) => void } = window.parent === window ? {} : (window.parent as Window & { connectPane?: (pane: Window) => void });
page.connectPane?.(window);
export {};

/**
 * True where a link in the pane can hand over a file: Excel on the web. The webviews of desktop Excel mostly ignore `a[download]`
 * (always on a Mac and an iPad), so elsewhere the text itself is offered.
 */
export function mayDownload(): boolean {
  const context = typeof Office === 'undefined' ? undefined : (Office.context as Office.Context | undefined);
  return context !== undefined && String(context.platform) === 'OfficeOnline';
}

/** The value of a setting that was loaded with `getItemOrNullObject(key).load('value')`; undefined when the workbook has none. */
export function settingValue(setting: Excel.Setting): unknown {
  return setting.isNullObject ? undefined : (setting.value as unknown);
}

/** Queues the writing of a setting: plain JSON, kept in the file, not seen on any sheet. Excel holds about 2 MB of them. */
export function storeSetting(context: Excel.RequestContext, key: string, value: unknown): void {
  context.workbook.settings.add(key, value);
}

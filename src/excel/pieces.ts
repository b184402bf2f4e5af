type Grid = (string | number | boolean)[][];

/** Rows asked for in one round trip: Excel on the web refuses answers over 5 MB. */
const ROWS_AT_ONCE = 6000;

/** Whole tables, in as many round trips as their size asks for. */
export async function readBodies<Name extends string>(context: Excel.RequestContext, tables: readonly { readonly name: Name; readonly table: Excel.Table; readonly rowCount: number }[]): Promise<Map<Name, Grid>> {
  const found = new Map<Name, Grid>(tables.map(({ name }) => [name, []]));
  let asked: { readonly name: Name; readonly range: Excel.Range }[] = [];
  let pending = 0;
  const fetch = async (): Promise<void> => {
    await context.sync();
    for (const { name, range } of asked) for (const row of range.values as Grid) found.get(name)?.push(row);
    asked = [];
    pending = 0;
  };
  for (const { name, table, rowCount } of tables) {
    for (let from = 0; from < rowCount; ) {
      const count = Math.min(rowCount - from, ROWS_AT_ONCE - pending);
      const body = table.getDataBodyRange();
      asked.push({ name, range: body.getRow(from).getBoundingRect(body.getRow(from + count - 1)).load('values') });
      from += count;
      pending += count;
      if (pending >= ROWS_AT_ONCE) await fetch();
    }
  }
  if (asked.length > 0) await fetch();
  return found;
}

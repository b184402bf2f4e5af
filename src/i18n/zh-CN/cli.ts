/** Words of the command line. */
export const cli = {
  file: (file: string, kind: string, used: number, rows: number) => `${file}：${kind}，用了 ${used}/${rows} 行`,
  written: (file: string, sheets: number) => `已写出 ${file}（${sheets} 张表）`,
};

/** What the office.js routes tell an add-in about the Excel it runs in. */

/** Requirement sets, name → highest version. */
export type RequirementSets = Readonly<Record<string, string>>;

/** Colours Office tells an add-in, as 0xRRGGBB. */
export interface OfficeColors {
  readonly bodyBackgroundColor: number;
  readonly bodyForegroundColor: number;
  readonly controlBackgroundColor: number;
  readonly controlForegroundColor: number;
}

export interface OfficeContextOptions {
  /** id of this client on the host, default `main` */
  readonly client?: string;
  /** display and content language, default `zh-CN` */
  readonly locale?: string;
  /** colours of Office's theme, asked again when the client looks; default the white theme. Desktop only: the web tells none. */
  readonly colors?: () => OfficeColors;
  /** default {@link REQUIREMENT_SETS} */
  readonly sets?: RequirementSets;
  /** how office.js's answers are scheduled; default a timer of 0 ms */
  readonly schedule?: (task: () => void) => void;
}

/** A current Excel. */
export const REQUIREMENT_SETS: RequirementSets = { ExcelApi: '1.17', DialogApi: '1.2', SharedRuntime: '1.1', DelayForCellEdit: '1.1' };

/** The colours of the white theme. */
export const LIGHT_COLORS: OfficeColors = { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424, controlBackgroundColor: 0xf5f5f5, controlForegroundColor: 0x242424 };
/** The colours of the black theme. */
export const DARK_COLORS: OfficeColors = { bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x1f1f1f, controlForegroundColor: 0xffffff };

/** Ids of Office's methods on the wire. */
export const DISPATCH = { loadSettings: 75, saveSettings: 76, documentFilePath: 86, richApiRequest: 93, closeContainer: 97 } as const;
/** Ids of Office's events on the wire. */
export const EVENT = { settingsChanged: 1, selectionChanged: 2, richApiMessage: 33 } as const;

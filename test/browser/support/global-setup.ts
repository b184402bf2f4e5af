/** Once before all browser suites: the preview is built and served beside the other tests. Suites find it by the environment. */
import { needsFont } from '../../support/browser';
import { startPreviewSite } from '../../support/preview-site';
import type { PreviewSite } from '../../support/preview-site';

export const SITE_VARIABLE = 'RETRO_PREVIEW_URL';

declare global {
  /** of the process that runs the suites */
  var retroPreviewSite: PreviewSite | undefined;
}

export default async function setUp(): Promise<void> {
  globalThis.retroPreviewSite = await startPreviewSite(needsFont());
  process.env[SITE_VARIABLE] = globalThis.retroPreviewSite.url;
}

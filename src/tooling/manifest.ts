/** What the manifest has to do with addresses and icons: shared by the build, the checks and the drawing of icons. */

/** Where `manifest.xml` in the repository points: the development server. */
export const developmentBaseUrl = 'https://localhost:3000';

/** Pixel sizes of the icons in `assets/`. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;

/**
 * The manifest for a hosted build.
 * @param xml     the manifest of the repository
 * @param baseUrl where the built files are served, e.g. `https://retro.example.com/addin`; a trailing slash is dropped
 * @throws Error when the address is not https, is the development server or cannot be parsed, or when `localhost` would remain
 */
export function productionManifest(xml: string, baseUrl: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new Error(`ADDIN_BASE_URL is not an address: ${baseUrl}`);
  }
  if (url.protocol !== 'https:') throw new Error(`ADDIN_BASE_URL must begin with https: Excel loads nothing else (${baseUrl})`);
  if (url.search !== '' || url.hash !== '') throw new Error(`ADDIN_BASE_URL must be a folder, without ? and # (${baseUrl})`);
  const base = url.href.replace(/\/+$/, '');
  const result = xml.replaceAll(developmentBaseUrl, base);
  if (/localhost|127\.0\.0\.1/i.test(result)) throw new Error('localhost is left in the manifest: ADDIN_BASE_URL must be where the add-in is hosted');
  return result;
}

import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '@fluentui/react-components';
import { darkTheme, isDark, lightTheme } from '../shared/theme';
import type { HostTheme } from '../shared/theme';

const query = '(prefers-color-scheme: dark)';

/** Excel does not say when its theme changes, so it is looked at again when the person comes back to the pane. */
function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  window.addEventListener('focus', listener);
  return () => {
    media.removeEventListener('change', listener);
    window.removeEventListener('focus', listener);
  };
}

/** Office's theme when it tells one (it does not on the web), else the system's. */
export function useTheme(hostTheme: () => HostTheme | undefined): Theme {
  const dark = useSyncExternalStore(subscribe, () => isDark(hostTheme(), window.matchMedia(query).matches));
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  return dark ? darkTheme : lightTheme;
}

import { createContext, useContext } from 'react';
import type { Texts } from './index';
import { texts } from './index';

export const TextsContext = createContext<Texts>(texts['zh-CN']);
export const useTexts = (): Texts => useContext(TextsContext);

/**
 * Widths of text without touching the page's layout: every character is measured once per font on a canvas and remembered.
 * Kerning is ignored, which is less than a pixel in a cell.
 */
export interface TextMeasure {
  /** CSS pixels of one line of text */
  width(text: string, font: string): number;
  /** Number of lines when text is wrapped as the grid's cells wrap it; at least 1. */
  lines(text: string, font: string, available: number): number;
}

/** Characters a line may break after or before without a space, as browsers do for Chinese. */
const BREAKS_ANYWHERE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** @param measureCharacter pixels of one character in a CSS font; the browser's canvas outside tests */
export function createTextMeasure(measureCharacter: (character: string, font: string) => number): TextMeasure {
  const fonts = new Map<string, Map<string, number>>();

  function characterWidth(character: string, font: string): number {
    let widths = fonts.get(font);
    if (widths === undefined) fonts.set(font, (widths = new Map()));
    let width = widths.get(character);
    if (width === undefined) widths.set(character, (width = measureCharacter(character, font)));
    return width;
  }

  function width(text: string, font: string): number {
    let sum = 0;
    for (const character of text) sum += characterWidth(character, font);
    return sum;
  }

  function wrapParagraph(paragraph: string, font: string, available: number): number {
    let lines = 1;
    let used = 0;
    for (const word of words(paragraph)) {
      const wordWidth = width(word.trimEnd(), font);
      const fullWidth = width(word, font);
      if (wordWidth === 0 || used + wordWidth <= available) {
        used += fullWidth;
        continue;
      }
      if (used > 0) {
        lines++;
        used = 0;
      }
      if (wordWidth <= available) {
        used = fullWidth;
        continue;
      }
      for (const character of word) {
        const characters = characterWidth(character, font);
        if (used + characters > available && used > 0) {
          lines++;
          used = 0;
        }
        used += characters;
      }
    }
    return lines;
  }

  return {
    width,
    lines: (text, font, available) => text.split('\n').reduce((sum, paragraph) => sum + wrapParagraph(paragraph, font, Math.max(available, 1)), 0),
  };
}

/** Pieces that stay on one line: a Latin word with the spaces after it, or a single Chinese character. */
function words(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (BREAKS_ANYWHERE.test(character)) {
      if (piece !== '') pieces.push(piece);
      pieces.push(character);
      piece = '';
    } else {
      piece += character;
      if (character === ' ') {
        pieces.push(piece);
        piece = '';
      }
    }
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/** Measures with the browser's canvas. */
export function canvasTextMeasure(): TextMeasure {
  const context = document.createElement('canvas').getContext('2d');
  return createTextMeasure((character, font) => {
    if (context === null) return 8;
    if (context.font !== font) context.font = font;
    return context.measureText(character).width;
  });
}

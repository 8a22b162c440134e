/** The sentence that the page answers with, as it is printed: it is written by the page alone. */
export const answerOn = (page: Document): string | null => page.querySelector('.answer')?.textContent?.trim() || null;

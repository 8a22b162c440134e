import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { answerOn } from '#web/records/briefing/answer-on.ts';
import { Preview, type Print } from '#web/records/briefing/preview.tsx';

const addressOf = (body: string, type = 'text/html') => URL.createObjectURL(new Blob([body], { type }));
const PAGES = {
  en: addressOf('<title>x</title><h1>Eastbank</h1><p class="answer">More cars were broken into.</p>'),
  es: addressOf('<title>x</title><h1>Eastbank</h1><p class="answer">Hubo más robos en carros.</p>'),
};

function Shown({ pages }: { pages: Record<Print['language'], string> }) {
  const [print, setPrint] = useState<Print>({ language: 'en', paper: 'letter' });
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <div style={{ height: 700, display: 'grid' }}>
      <output>{answer}</output>
      <Preview
        pathOf={({ language }) => pages[language]}
        print={print}
        onPrint={setPrint}
        onDrawn={(drawn) => setAnswer(answerOn(drawn))}
      />
    </div>
  );
}

test('the page is drawn as it is printed, wholly in sight, in each language, and its answer is read from it', async () => {
  const host = await show(<Shown pages={PAGES} />, 600);
  await expect.element(page.getByText('More cars were broken into.')).toBeVisible();
  const paper = host.querySelector('iframe');
  expect(paper?.style.width).toBe('816px');
  expect(paper?.getBoundingClientRect().height).toBeLessThan(700);
  await userEvent.click(page.getByText('Spanish'));
  await expect.element(page.getByText('Hubo más robos en carros.')).toBeVisible();
  await userEvent.click(page.getByText('A4'));
  await expect.poll(() => host.querySelector('iframe')?.style.width).toBe('794px');
  const whole = host.querySelector('iframe')?.getBoundingClientRect().width ?? 0;
  await userEvent.click(page.getByText('Close up'));
  await expect.poll(() => host.querySelector('iframe')?.getBoundingClientRect().width).toBeGreaterThan(whole);
});

test('what is no page says why in the server’s own words', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'Eastbank has no boundary.' }, { status: 422 }));
  const refusal = addressOf('{}', 'text/plain');
  await show(<Shown pages={{ en: refusal, es: refusal }} />, 600);
  await expect.element(page.getByText('The page could not be drawn')).toBeVisible();
  await expect.element(page.getByText('Eastbank has no boundary.')).toBeVisible();
  vi.unstubAllGlobals();
});

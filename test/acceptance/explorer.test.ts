import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

import { buildExplorerWhenStale } from '../../scripts/build-explorer.js';
import { CHROMIUM } from '../support/browser.js';
import { stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;

beforeAll(async () => {
  await buildExplorerWhenStale();
  place = await smallRegion();
});

afterAll(async () => {
  await place.close();
});

describe('the explorer', () => {
  it('is served with everything it needs, and may ask no other server', async () => {
    const answer = await fetch(place.address);
    const page = await answer.text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');

    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const served = await fetch(new URL(file, place.address));
      expect([served.status, (await served.arrayBuffer()).byteLength]).toEqual([200, expect.any(Number)]);
    }
    expect(files.filter((file) => new URL(file, place.address).origin !== place.address)).toEqual([]);
  });
});

(CHROMIUM === null ? describe.skip : describe)('the explorer in a browser', () => {
  let browser: Browser;
  let page: Page;
  const strangers: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(place.address))
        strangers.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${place.address}/#token=${await place.tokenFor(stewardOf('north-pd'))}`);
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each([
    { width: 1300, height: 850 },
    { width: 900, height: 500 },
  ])('fits a window of $width by $height without a scrollbar of its own', async (size) => {
    await page.setViewportSize(size);
    await page.getByText('Questions are asked with this token.').waitFor();
    await page.locator('.graphiql-query-editor').getByText('CompareWithPatrol').first().waitFor();
    const found = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.scrollHeight]');
    expect(found).toEqual([size.width, size.height]);
  });

  it('answers an example question with a token, and asks no other server for anything', async () => {
    await page.getByText('Questions are asked with this token.').waitFor();
    await page.locator('.graphiql-query-editor').getByText('CompareWithPatrol').first().waitFor();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.locator('.graphiql-response').getByText('"data"').first().waitFor();

    expect(page.url()).toBe(`${place.address}/`);
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
  });
});

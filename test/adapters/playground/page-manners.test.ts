import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './stub/browser.ts';
import { grade2, ot } from './stub/seats.ts';
import { type Stub, startStub } from './stub/start.ts';

let browser: Browser;
let stub: Stub;
let opened: Visit;
let page: Page;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stub = await startStub();
  opened = await visit(browser, stub.url, 1280);
  page = opened.page;
});
afterEach(async () => {
  await page.close();
  await stub.stop();
  expect([...opened.trouble, ...stub.faults]).toEqual([]);
});

const windowOf = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} on`) });
const box = (name: string) => windowOf(name).getByRole('textbox', { name: new RegExp(name) });
const focusedLabel = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('typing', () => {
  test('Shift+Enter begins a new line, Enter sends both', async () => {
    await box('Ms. Rivera').pressSequentially('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await windowOf('Ms. Rivera').getByText('A question about Tuesday').waitFor();
    expect(stub.received.map((got) => got['text'])).toContain('one\ntwo');
    expect(await box('Ms. Rivera').inputValue()).toBe('');
  });

  test('a suggestion fills in the words and waits for Enter', async () => {
    await windowOf('Dana Whitfield').getByRole('button', { name: '/pushin schedule' }).click();
    expect(await box('Dana Whitfield').inputValue()).toBe('/pushin schedule');
    expect(await focusedLabel()).toContain('Dana Whitfield');
    expect(stub.received.filter((got) => got['command'])).toEqual([]);
  });

  test('whatever is typed stays text', async () => {
    const nasty = '<b>bold</b> *stars* <!channel> ![x](https://a.example/x.png)';
    await box('Dana Whitfield').fill(nasty);
    await box('Dana Whitfield').press('Enter');
    await windowOf('Dana Whitfield').getByText('You said:').first().waitFor();
    await box('Ms. Rivera').fill(nasty);
    await box('Ms. Rivera').press('Enter');
    await windowOf('Ms. Rivera').getByText(nasty).waitFor();
    expect(await page.locator('.thread :is(b, img, script)').count()).toBe(0);
  });

  test('a draft waits while somebody else sits there', async () => {
    await box('Dana Whitfield').fill('half a sent');
    const place = page.getByRole('group', { name: /place 1/ });
    await place.getByRole('button', { name: /Ms. Okafor/ }).click();
    await windowOf('Ms. Okafor').waitFor();
    await place.getByRole('button', { name: /Dana Whitfield/ }).click();
    expect(await box('Dana Whitfield').inputValue()).toBe('half a sent');
  });
});

describe('sitting down', () => {
  test('two people of one platform side by side', async () => {
    await page
      .getByRole('group', { name: /place 2/ })
      .getByRole('button', { name: /Ms. Okafor/ })
      .click();
    await windowOf('Ms. Okafor').waitFor();
    expect(await page.locator('.window.slack').count()).toBe(2);
  });

  test('choosing who already sits in the other place changes places', async () => {
    await page
      .getByRole('group', { name: /place 1/ })
      .getByRole('button', { name: /Ms. Rivera/ })
      .click();
    await page
      .locator('.column')
      .first()
      .getByRole('region', { name: /^Ms. Rivera on/ })
      .waitFor();
    await page
      .locator('.column')
      .last()
      .getByRole('region', { name: /^Dana Whitfield on/ })
      .waitFor();
  });

  test('on Teams, sitting down installs the app', async () => {
    await page
      .getByRole('group', { name: /place 1/ })
      .getByRole('button', { name: /Joel Tan/ })
      .click();
    await windowOf('Joel Tan').waitFor();
    await box('Joel Tan').fill('hi');
    await box('Joel Tan').press('Enter');
    await windowOf('Joel Tan').getByText('A question about Tuesday').waitFor();
    const types = stub.received
      .filter(({ from }) => (from as { name?: string })?.name === 'Joel Tan')
      .map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['installationUpdate', 'conversationUpdate']));
  });
});

describe('what a screen reader and a keyboard get', () => {
  test('a message that arrives by itself is announced with its notification line', async () => {
    await stub.slack('chat.postMessage', { channel: ot.id, text: 'A quick question' });
    await page
      .locator('[aria-live=polite]', { hasText: 'PushIn to Dana Whitfield: A quick question' })
      .waitFor({ state: 'attached' });
  });

  test('Escape leaves a form on Slack and brings the focus back to where it was', async () => {
    await box('Dana Whitfield').fill('/pushin pair');
    await box('Dana Whitfield').press('Enter');
    const form = page.getByRole('dialog', { name: 'Pair with a teacher' });
    await form.waitFor();
    expect(await form.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await focusedLabel()).toContain('Dana Whitfield');
  });

  test('when a form follows on a waiting dialog, its first field has the focus, and typing survives another update', async () => {
    await box('Dana Whitfield').fill('/pushin help');
    await box('Dana Whitfield').press('Enter');
    const asked = () => stub.received.find((got) => got['text'] === 'help');
    while (asked() === undefined) await page.evaluate(() => new Promise(requestAnimationFrame));
    const label = (text: string) => ({ type: 'plain_text', text });
    const waiting = {
      type: 'modal',
      title: label('A moment'),
      blocks: [{ type: 'section', text: label('One moment…') }],
    };
    const shown = await stub.slack('views.open', { trigger_id: asked()?.['trigger_id'], view: waiting });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One moment…').waitFor();
    const note = {
      type: 'input',
      block_id: 'note',
      label: label('Note'),
      element: { type: 'plain_text_input', action_id: 'v' },
    };
    const form = { type: 'modal', title: label('A form'), submit: label('Save'), blocks: [note] };
    const update = (view: object) =>
      stub.slack('views.update', { view_id: (shown['view'] as { id: string }).id, view });
    await update(form);
    await dialog.getByLabel('Note').waitFor();
    await page.keyboard.type('typed');
    await update({ ...form, blocks: [{ type: 'section', text: label('Please look again.') }, note] });
    await dialog.getByText('Please look again.').waitFor();
    expect(await dialog.getByLabel('Note').inputValue()).toBe('typed');
  });

  test('after a tap the focus stays with the card that changed', async () => {
    await stub.act('say', { seat: grade2.id, text: 'hi' });
    const centers = windowOf('Ms. Rivera').getByRole('button', { name: 'Centers', exact: true });
    await centers.focus();
    await page.keyboard.press('Enter');
    await windowOf('Ms. Rivera').getByText('Thank you.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Thank you.');
  });
});

describe('when something is not there', () => {
  test('a lost server is told, and all is well when it is back', async () => {
    await page.context().setOffline(true);
    stub.playground.close();
    await page.getByRole('alert').getByText('PushIn is not running.').waitFor();
    await stub.slack('chat.postMessage', { channel: ot.id, text: 'While you were away' });
    await page.context().setOffline(false);
    await windowOf('Dana Whitfield').getByText('While you were away').waitFor();
    expect(await page.getByText('PushIn is not running.').count()).toBe(0);
    opened.trouble.length = 0;
  });

  test('a clock that cannot be moved says so', async () => {
    await page.route('**/api/clock', (route) => route.fulfill({ status: 409, json: { ok: false } }));
    await page.getByRole('button', { name: 'Next morning' }).click();
    await page.getByRole('alert').getByText('The clock could not be moved.').waitFor();
    expect(opened.trouble.splice(0)).toEqual([expect.stringContaining('409')]);
  });
});

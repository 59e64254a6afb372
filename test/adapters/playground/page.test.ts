import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, picture, tabTo, type Visit, visit } from './stub/browser.ts';
import { type Stub, startStub } from './stub/start.ts';

let browser: Browser;
let stub: Stub;
let open: Visit[];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stub = await startStub();
  open = [];
});
afterEach(async () => {
  const trouble = open.flatMap((one) => one.trouble);
  await Promise.all(open.map(({ page }) => page.close()));
  await stub.stop();
  expect([...trouble, ...stub.faults]).toEqual([]);
});

const sitDown = async (width: number, dark = false): Promise<Page> => {
  const opened = await visit(browser, stub.url, width, dark);
  open.push(opened);
  return opened.page;
};
const windowOf = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} on`) });
const say = async (page: Page, name: string, text: string) => {
  const box = windowOf(page, name).getByRole('textbox', { name: new RegExp(name) });
  await box.fill(text);
  await box.press('Enter');
};

describe('side by side, on a desk', () => {
  test('a therapist on Slack sees times drawn right, taps one, and the message changes in place', async () => {
    const page = await sitDown(1280);
    await say(page, 'Dana Whitfield', '/pushin schedule');
    const slack = windowOf(page, 'Dana Whitfield');
    await slack.getByText('Tue 10:00-10:30 · Writing').waitFor();
    await slack.getByText('Asked at 7:40-7:45, before the children came').waitFor();
    await slack.getByText('@Ms. Okafor').waitFor();
    await slack.getByText('*Plain* <@U0GRADE1> at 9:00-9:40 &amp; inert').waitFor();
    await slack.getByText('Centers 10:00-10:45').waitFor();
    const bold = slack.getByText('Thursday:');
    expect(await bold.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
    await slack.getByText('Three times fit & wait').waitFor();
    await picture(page, 'desk-slack');
    await slack.getByRole('button', { name: 'Pick Tuesday' }).click();
    await slack.getByText('Picked:').waitFor();
    expect(await slack.getByRole('button', { name: 'Pick Tuesday' }).count()).toBe(0);
  });

  test('a teacher on Teams answers a card with one tap', async () => {
    const page = await sitDown(1280);
    await say(page, 'Ms. Rivera', 'hello');
    const teams = windowOf(page, 'Ms. Rivera');
    await teams.getByText('A question about Tuesday').waitFor();
    await picture(page, 'desk-teams');
    await teams.getByRole('button', { name: 'Writing', exact: true }).click();
    await teams.getByText('Thank you.').waitFor();
    expect(await teams.getByRole('button', { name: 'Centers', exact: true }).count()).toBe(0);
  });

  test('a form on Slack keeps what was typed while the bot complains, and closes when all is well', async () => {
    const page = await sitDown(1280);
    await say(page, 'Dana Whitfield', '/pushin pair');
    const form = page.getByRole('dialog', { name: 'Pair with a teacher' });
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    await form.getByLabel('Teacher').selectOption({ label: 'Ms. Rivera' });
    await form.getByLabel('Fine motor').check();
    await form.getByLabel('Students').fill('Karla Meyer');
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('That looks like a full name.').waitFor();
    await picture(page, 'desk-form');
    expect(await form.getByLabel('Teacher').inputValue()).toBe('rivera');
    await form.getByLabel('Students').fill('K.');
    await form.getByRole('button', { name: 'Invite' }).click();
    await windowOf(page, 'Dana Whitfield').getByText('Invited, with K.').waitFor();
    expect(await form.count()).toBe(0);
  });

  test('a dialog on Teams asks for what is missing, then passes everything on', async () => {
    const page = await sitDown(1280);
    await say(page, 'Ms. Rivera', 'hello');
    await windowOf(page, 'Ms. Rivera').getByRole('button', { name: 'Something else' }).click();
    const dialog = page.getByRole('dialog', { name: 'Something else' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Please say what.').waitFor();
    await dialog.getByLabel('What will it be?').fill('Music');
    await dialog.getByLabel('Until').fill('10:40');
    await dialog.getByLabel('Thursday').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByText('Noted: Music on thu').waitFor();
    expect(stub.received.at(-1)).toMatchObject({
      value: { data: { words: 'Music', end: '10:40', days: 'thu' } },
    });
  });

  test('the clock moves, and a message that arrives meanwhile is counted for whoever is away', async () => {
    const page = await sitDown(1280);
    await page
      .getByRole('group', { name: /place 1/ })
      .getByRole('button', { name: /Joel Tan/ })
      .click();
    await windowOf(page, 'Joel Tan').waitFor();
    await page.getByRole('button', { name: 'A week' }).click();
    await page.getByText('Monday, November 23').first().waitFor();
    const away = page
      .getByRole('group', { name: /place 1/ })
      .getByRole('button', { name: /Dana Whitfield.*1 unread/ });
    await away.click();
    await windowOf(page, 'Dana Whitfield').getByText('The clock moved: week').waitFor();
    expect(await page.getByRole('button', { name: /unread/ }).count()).toBe(0);
  });

  test('the home page is asked for and drawn', async () => {
    const page = await sitDown(1280);
    const slack = windowOf(page, 'Dana Whitfield');
    await slack.getByRole('button', { name: 'Home' }).click();
    await slack.getByRole('heading', { name: 'Your week' }).waitFor();
    await slack.getByText('10:00-10:30 in Room 12').waitFor();
  });

  test('a command that fails is told where it was typed', async () => {
    const page = await sitDown(1280);
    stub.refuse('/slack/events');
    await say(page, 'Dana Whitfield', '/pushin week');
    await windowOf(page, 'Dana Whitfield')
      .getByRole('alert')
      .getByText(/dispatch_failed/)
      .waitFor();
  });

  test('a step of the guide sits the right person down and fills in the words', async () => {
    const page = await sitDown(1280, true);
    await page
      .getByRole('group', { name: /place 2/ })
      .getByRole('button', { name: /Joel Tan/ })
      .click();
    await page.getByRole('button', { name: /Tell your week once/ }).click();
    const box = windowOf(page, 'Ms. Rivera').getByRole('textbox', { name: /Ms. Rivera/ });
    await expect(box.inputValue()).resolves.toMatch(/^routine centers Tue/);
    await picture(page, 'desk-dark');
  });
});

describe('on a phone, without a mouse', () => {
  test('one window at a time, nothing wider than the screen', async () => {
    const page = await sitDown(375);
    expect(
      await page
        .getByRole('main')
        .getByRole('region', { name: /talking with PushIn/ })
        .count(),
    ).toBe(1);
    await say(page, 'Dana Whitfield', '/pushin schedule');
    await page.getByRole('button', { name: 'Pick Tuesday' }).waitFor();
    await picture(page, 'phone-slack');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });

  test('somebody at the keyboard alone changes person, asks, fills in and leaves a form', async () => {
    const page = await sitDown(375);
    await tabTo(page, /Message PushIn/);
    await page.keyboard.type('/pushin pair');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.waitFor();
    await tabTo(page, /^Teacher/);
    await page.keyboard.type('Ms. R');
    await tabTo(page, 'Attention');
    await page.keyboard.press('Space');
    await tabTo(page, /^Students/);
    await page.keyboard.type('Otter');
    await picture(page, 'phone-form');
    await page.keyboard.press('Enter');
    await windowOf(page, 'Dana Whitfield').getByText('Invited, with Otter').waitFor();

    await tabTo(page, /^Ms. Rivera, Grade 2/);
    await page.keyboard.press('Enter');
    await windowOf(page, 'Ms. Rivera').waitFor();
    await tabTo(page, /Type a message/);
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Something else' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, 'Something else');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await picture(page, 'phone-dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo(page, 'Writing');
    await page.keyboard.press('Enter');
    await windowOf(page, 'Ms. Rivera').getByText('Thank you.').waitFor();
    await picture(page, 'phone-teams');
  });
});

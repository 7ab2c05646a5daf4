// What stands around the views: navigation, titles, focus, keys, links of earlier versions, and how much is loaded.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { auditThemes } from "./axe.mjs";
import { drawn, opened, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };
/** Gzipped, for the first view. */
const MOST_SCRIPT = 350_000;

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const views = (page) => page.getByRole("navigation", { name: "Views" }).getByRole("link");

/** What has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());

test("every view opens from the navigation, takes the focus, and names the window", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    const labels = (await views(page).locator(".long").allTextContents()).map((l) => l.trim());
    assert.ok(labels.length >= 3);
    for (const label of [...labels.slice(1), ...labels.slice(0, 1)]) {
      const link = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: label, exact: true });
      await link.click();
      await page.getByRole("heading", { level: 1, name: label, exact: true }).waitFor();
      await page.waitForFunction((l) => document.activeElement?.textContent?.trim() === l, label);
      assert.equal(await link.getAttribute("aria-current"), "page");
      assert.equal(await page.locator("nav [aria-current]").count(), 1);
      assert.match(await page.title(), new RegExp(`${label} · Mandate$`));
    }
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: labels.at(-1) ?? "", exact: true }).waitFor();
  });
});

test("a link of the navigation opens its view in a window of its own", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    const href = await views(page).filter({ hasText: "Read" }).getAttribute("href");
    assert.ok(href);
    await page.goto(h.url + href);
    await page.getByTestId("reader").waitFor();
  });
});

test("a view that is left and opened again is as it was", async () => {
  await h.visit({ path: "/?layout=force&hide=stance" }, async (page) => {
    await drawn(page);
    await page.keyboard.press("r");
    await page.getByTestId("reader").waitFor();
    assert.doesNotMatch(page.url(), /hide=/);
    await page.keyboard.press("e");
    await drawn(page);
    assert.match(page.url(), /layout=force&hide=stance$/);
    await page.getByRole("link", { name: "Mandate: show everything" }).click();
    await page.waitForURL((url) => url.search === "");
  });
});

for (const [old, now, shows] of /** @type {const} */ ([
  ["/?view=graph&hide=stance", "?hide=stance", "graph"],
  ["/?view=table", "?as=table", "links"],
  ["/?view=read", "?view=read", "reader"],
  ["/?view=nonsense", "?view=nonsense", "graph"],
])) {
  test(`an earlier link still works: ${old}`, async () => {
    await h.visit({ path: old }, async (page) => {
      await page.getByTestId(shows).first().waitFor();
      assert.equal(new URL(page.url()).search, now);
    });
  });
}

test("the sheet lists the keys of the page and of the view; single keys can be switched off", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard and help" });
    for (const group of ["Everywhere", "Views", "In Explore"]) await sheet.getByRole("heading", { name: group }).waitFor();
    await sheet.getByText("Fit to view").waitFor();
    await sheet.getByRole("checkbox", { name: "Single keys are shortcuts" }).uncheck();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await page.keyboard.press("d");
    await page.keyboard.press("?");
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(new URL(page.url()).search, "");
    await page.reload();
    await drawn(page);
    await page.keyboard.press("d");
    assert.equal(new URL(page.url()).search, "", "the choice is kept");
    await page.getByRole("button", { name: "Keyboard and help" }).click();
    await sheet.getByRole("checkbox").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await opened(page, "documents");
    await page.getByRole("button", { name: "Keyboard and help" }).click();
    assert.equal(await sheet.getByRole("heading", { name: "In Explore" }).count(), 0, "a view that is left takes its keys along");
  });
});

test("the keyboard skips the header", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to the view");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Explore");
  });
});

test("the script of the first view is small, and other views come when they are opened", async () => {
  /** @type {Map<string, number>} */ const scripts = new Map();
  const before = async (/** @type {Page} */ page) =>
    page.on("response", async (r) => {
      if (r.request().resourceType() === "script") scripts.set(r.url(), gzipSync(await r.body()).length);
    });
  await h.visit({ before }, async (page) => {
    await drawn(page);
    await page.waitForLoadState("networkidle");
    const first = scripts.size;
    assert.ok(first > 0);
    const bytes = [...scripts.values()].reduce((a, b) => a + b, 0);
    assert.ok(bytes <= MOST_SCRIPT, `${bytes} bytes of script, gzipped, for the first view`);
    await page.keyboard.press("r");
    await page.getByTestId("reader").waitFor();
    assert.ok(scripts.size > first, "Read is loaded when it is opened");
  });
});

test("a view whose script does not come is explained, and comes when asked again", async () => {
  let failing = true;
  const before = (/** @type {Page} */ page) =>
    page.route("**/assets/Read-*.js", (route) => (failing ? route.abort("connectionreset") : route.continue()));
  await h.visit({ before, forgive: /ERR_CONNECTION_RESET/ }, async (page) => {
    await drawn(page);
    await page.keyboard.press("r");
    await page.getByText("This view could not be loaded.", { exact: false }).waitFor();
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByTestId("reader").waitFor();
  });
});

test("on a phone the views stand in a bar at the foot, and nothing sticks out", async () => {
  await h.visit({ ...PHONE, reducedMotion: "reduce" }, async (page) => {
    await drawn(page);
    const places = await views(page).evaluateAll((links) => links.map((l) => l.getBoundingClientRect().toJSON()));
    assert.ok(places.length >= 3);
    for (const { top, bottom, left, right, height } of places) {
      assert.ok(top > 700 && bottom <= 844 && left >= 0 && right <= 390, "in the bar");
      assert.ok(height >= 44, "large enough for a thumb");
    }
    for (const id of ["documents", "read", "explore"]) {
      await page.getByRole("navigation", { name: "Views" }).locator(`a[href*="view=${id}"], a:not([href*="view="])`).first().click();
      await page.waitForTimeout(50);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "nothing sticks out sideways");
    }
    await page.goto(`${h.url}/?view=documents`);
    await opened(page, "documents");
    await auditThemes(page, "phone-documents");
  });
});

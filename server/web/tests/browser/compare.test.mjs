// Compare: what changed from one document to another, side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { drawn, opened, picture, saved, statements, table, useHarness } from "./harness.mjs";
import { addEditions } from "./texts.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };
const [A, B] = ["lagoon-plan-2020", "lagoon-plan-2025"];
const PATH = `/?view=compare&a=${A}&b=${B}`;

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const differences = (page) => page.getByTestId("difference");
/** @param {Page} page @param {string} change */
const kind = (page, change) => page.locator(`[data-testid=difference][data-change=${change}]`);

test("with one document there is nothing to compare, and the view says what to do", async () => {
  await h.visit({ path: "/?view=compare" }, async (page) => {
    await page.getByTestId("few").getByRole("heading", { name: "Two documents are needed" }).waitFor();
    await page.getByTestId("few").getByRole("button", { name: "Add a text" }).click();
    await page.getByRole("dialog", { name: "Add a text" }).waitFor();
  });
});

test("two documents are picked; what changed is counted, marked word by word, and filtered", async () => {
  await addEditions(h.url);
  const truth = await h.api(`/compare?a=${A}&b=${B}`);
  for (const change of ["reversed", "moved", "strengthened", "softened", "only-b", "both"]) assert.ok(truth.counts[change] > 0, `the editions have ${change}`);
  await h.visit({ path: "/?view=compare" }, async (page) => {
    await page.getByTestId("pick").waitFor();
    await page.getByLabel("Earlier document").selectOption({ label: "Lagoon Plan 2020" });
    await page.getByLabel("Later document").selectOption({ label: "Lagoon Plan 2025" });
    await differences(page).first().waitFor();
    await page.waitForURL(new RegExp(`a=${A}&b=${B}`));
    assert.equal(await differences(page).count(), truth.total);
    const classes = page.getByTestId("classes");
    for (const [name, change] of [["Reversed", "reversed"], ["Moved", "moved"], ["Strengthened", "strengthened"], ["Softened", "softened"], ["Only in later", "only-b"], ["In both", "both"]]) {
      assert.match((await classes.getByRole("button", { name }).textContent()) ?? "", new RegExp(`${truth.counts[change ?? ""]}$`));
    }
    const stronger = kind(page, "strengthened").first();
    assert.deepEqual(await stronger.locator("del").allTextContents(), ["should", "month"]);
    assert.deepEqual(await stronger.locator("ins").allTextContents(), ["shall", "week"]);
    await kind(page, "only-b").getByText("Not in the earlier document").first().waitFor();
    await picture(page, "compare");

    await classes.getByRole("button", { name: "Moved" }).click();
    await page.waitForURL(/change=moved/);
    await kind(page, "softened").first().waitFor({ state: "hidden" });
    assert.equal(await differences(page).count(), truth.counts.moved);
    await classes.getByRole("button", { name: /^All/ }).click();
    await page.getByLabel("Force", { exact: true }).selectOption("permission");
    await page.waitForURL(/force=permission/);
    await kind(page, "moved").first().waitFor({ state: "hidden" });
    const permitted = await h.api(`/compare?a=${A}&b=${B}&force=permission`);
    assert.equal(await differences(page).count(), permitted.total);
    await page.reload();
    await differences(page).first().waitFor();
    assert.equal(await differences(page).count(), permitted.total);
    await page.getByRole("button", { name: "Clear filters" }).click();
    const actor = truth.items.find((/** @type {any} */ d) => d.a && d.change === "softened").a.actor;
    await page.getByLabel("Actor", { exact: true }).selectOption(`actor:${actor.id}`);
    const ofActor = await h.api(`/compare?a=${A}&b=${B}&actor=actor:${actor.id}`);
    await page.getByText(new RegExp(`^${ofActor.total} statements? (and|or) pairs?$`)).waitFor();
    await page.goto(`${h.url}${PATH}&change=both&force=prohibition`);
    await page.getByTestId("filtered").getByRole("button", { name: "Clear filters" }).click();
    await differences(page).nth(truth.total - 1).waitFor();
  });
});

test("the swap turns what was strengthened into what was softened; back turns it again", async () => {
  const truth = await h.api(`/compare?a=${B}&b=${A}`);
  await h.visit({ path: PATH }, async (page) => {
    await differences(page).first().waitFor();
    await page.getByRole("button", { name: "Swap the two documents" }).click();
    await page.waitForURL(new RegExp(`a=${B}&b=${A}`));
    await page.getByText("Not in the later document").first().waitFor();
    const softened = page.getByTestId("classes").getByRole("button", { name: "Softened" });
    assert.match((await softened.textContent()) ?? "", new RegExp(`${truth.counts.softened}$`));
    await page.goBack();
    await page.getByText("Not in the earlier document").first().waitFor();
  });
});

test("an actor opens its statements, a source its text", async () => {
  await h.visit({ path: `${PATH}&change=moved` }, async (page) => {
    await differences(page).first().locator(".b .actor").click();
    await statements(page).first().waitFor();
    await page.keyboard.press("Escape");
    await differences(page).first().locator(".b .source a").click();
    await page.getByTestId("reader").locator(".lit").first().waitFor();
    assert.match(page.url(), new RegExp(`doc=${B}`));
  });
});

test("the keyboard alone compares, turns through the kinds of change, and swaps", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("c");
    await opened(page, "compare");
    await page.getByLabel("Earlier document").focus();
    await page.keyboard.type("Lagoon Plan 2020");
    await page.getByLabel("Later document").focus();
    await page.keyboard.type("Lagoon Plan 2025");
    await differences(page).first().waitFor();
    await page.getByRole("heading", { level: 1, name: "Compare" }).focus();
    await page.keyboard.press("j");
    await page.waitForURL(/change=reversed/);
    await page.keyboard.press("k");
    await page.waitForURL((url) => !url.searchParams.has("change"));
    await page.keyboard.press("s");
    await page.waitForURL(new RegExp(`a=${B}&b=${A}`));
    await page.getByRole("button", { name: "Export" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Differences as CSV");
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("button", { name: "Differences as CSV" }).count(), 0);
  });
});

test("all differences are exported, with the filters that are set", async () => {
  const truth = await h.api(`/compare?a=${A}&b=${B}`);
  await h.visit({ path: PATH }, async (page) => {
    await differences(page).first().waitFor();
    const csv = await saved(page, "Export", "Differences as CSV");
    assert.equal(csv.name, `comparison-${A}-${B}.csv`);
    const rows = table(csv.text);
    assert.deepEqual(rows[0]?.slice(0, 4), ["change", "likeness", "a_actor", "a_force"]);
    assert.equal(rows.length, truth.total + 1);
    assert.equal(rows[1]?.[rows[0]?.indexOf("b_sentence") ?? -1], truth.items[0].b.sentence);
    await page.getByTestId("classes").getByRole("button", { name: "In both" }).click();
    await kind(page, "moved").first().waitFor({ state: "hidden" });
    const json = JSON.parse((await saved(page, "Export", "Differences as JSON")).text);
    assert.deepEqual([json.a, json.b, json.items.length], [A, B, truth.counts.both]);
  });
});

test("a server that fails is quoted and asked again", async () => {
  let failing = true;
  const before = (/** @type {Page} */ page) =>
    page.route("**/api/v1/compare*", (route) =>
      failing ? route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail: "The store is busy." }) }) : route.continue(),
    );
  await h.visit({ path: PATH, before, forgive: /503/ }, async (page) => {
    await page.getByText("The store is busy.").waitFor();
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await differences(page).first().waitFor();
  });
});

test("axe finds nothing grave, wide or as on a phone", async () => {
  for (const [size, context] of /** @type {const} */ ([["", {}], ["phone-", PHONE]])) {
    await h.visit({ ...context, path: PATH, reducedMotion: "reduce" }, async (page) => {
      await differences(page).first().waitFor();
      await auditThemes(page, `${size}compare`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nothing sticks out");
    });
  }
});

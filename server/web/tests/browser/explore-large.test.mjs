// A store of 10,000 nodes and 30,000 links: the server narrows, the page says so, and never stops answering.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, nodeAt, panel, picture, statements, useHarness } from "./harness.mjs";
import { madeQuads } from "./made.mjs";

const SIZE = { actors: 6000, goals: 4000, links: 30_000 };
const h = useHarness({ quads: () => madeQuads(SIZE) });
/** @typedef {import("playwright-core").Page} Page */

/**
 * Milliseconds that a task of the page may take. What is counted is the time that a processor works on it: a machine
 * that others want too, and one that has to draw without a graphics card, would make everything else of it.
 */
const MOST = 200;
const TRACED = ["__metadata", "toplevel", "disabled-by-default-devtools.timeline"];

/** Uses the page while its tasks are watched, and fails where one of them was long. @param {Page} page @param {string} what @param {() => Promise<void>} use */
async function answering(page, what, use) {
  await h.browser.startTracing(page, { categories: TRACED });
  await use();
  const { traceEvents } = JSON.parse((await h.browser.stopTracing()).toString());
  const named = traceEvents.filter((/** @type {any} */ e) => e.name === "thread_name" && e.args.name === "CrRendererMain");
  const main = new Set(named.map((/** @type {any} */ e) => `${e.pid} ${e.tid}`));
  const tasks = traceEvents.filter((/** @type {any} */ e) => /RunTask$/.test(e.name) && e.tdur !== undefined && main.has(`${e.pid} ${e.tid}`));
  assert.ok(tasks.length > 10, "tasks were watched");
  const longest = Math.max(...tasks.map((/** @type {any} */ e) => e.tdur)) / 1000;
  console.log(`${what}: the longest of ${tasks.length} tasks took ${Math.round(longest)} ms`);
  assert.ok(longest <= MOST, `${what}: a task of ${Math.round(longest)} ms`);
}

test("10,000 nodes and 30,000 links: narrowed by relevance, told so, usable", async () => {
  const whole = await h.api("/graph");
  assert.ok(whole.total_nodes >= 10_000 && whole.total_edges >= 30_000, `${whole.total_nodes} nodes, ${whole.total_edges} links`);
  assert.equal(whole.nodes.length, 150);
  const actor = whole.nodes.find((/** @type {any} */ n) => n.group === "actor" && n.more);
  assert.ok(actor, "an actor with neighbours that are not shown");
  await h.visit({ path: "/?view=documents" }, async (page) => {
    await answering(page, "opening", async () => {
      await page.goto(h.url);
      await drawn(page);
      await page.getByText(/^150 of 10,000 nodes shown, those with most statements first\.$/).waitFor();
    });
    await picture(page, "large");
    await answering(page, "pointing", async () => {
      const box = await page.getByTestId("graph").boundingBox();
      assert.ok(box);
      for (let i = 0; i < 10; i++) await page.mouse.move(box.x + 250 + i * 25, box.y + 150 + i * 30);
      await page.waitForTimeout(200);
    });
    await answering(page, "selecting, expanding, filtering", async () => {
      const at = await nodeAt(page, actor.id);
      assert.ok(at);
      await page.getByTestId("graph").click({ position: at });
      await statements(page).first().waitFor();
      const quote = (await statements(page).first().locator("blockquote").textContent()) ?? "";
      assert.ok(quote.includes(actor.label), "the sentence names the actor");
      await panel(page).getByRole("button", { name: "Bring in neighbours" }).click();
      await page.waitForFunction(() => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.nodes) > 150);
      await page.getByRole("region", { name: "Topics" }).getByRole("checkbox").first().check();
      await page.waitForURL(/topic=/);
      await page.locator('main[aria-busy="false"]').waitFor();
    });
  });
});

for (const layout of ["layered", "force", "circle"]) {
  test(`as much as the page draws at once, in the layout ${layout}`, async () => {
    await h.visit({ path: "/?view=documents" }, async (page) => {
      await answering(page, `800 nodes, ${layout}`, async () => {
        await page.goto(`${h.url}/?limit=9999&layout=${layout}`);
        await drawn(page);
        await page.getByText("800 of 10,000 nodes shown", { exact: false }).waitFor();
        await page.waitForTimeout(300);
      });
      assert.equal(Number(await page.getByTestId("graph").getAttribute("data-nodes")), 800);
      await page.getByText("This is as much as the page draws at once", { exact: false }).waitFor();
      await picture(page, `large-${layout}`);
    });
  });
}

test("what the server did not tell is found by typing", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    const goals = page.getByRole("region", { name: "Principles and goals" });
    await goals.getByRole("searchbox").fill("Outcome 3999");
    await goals.getByRole("checkbox", { name: "Outcome 3999 of the plan" }).check();
    await page.waitForURL(/serves=goal:outcome-3999-of-the-plan/);
    await page.getByTestId("links").getByText("Outcome 3999 of the plan").first().waitFor();
  });
});

// A store of 10,000 nodes and 30,000 links: the server narrows, the page says so, and never stops answering.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { drawn, nodeAt, panel, picture, statements, useHarness } from "./harness.mjs";
import { madeQuads } from "./made.mjs";

const SIZE = { actors: 6000, goals: 4000, links: 30_000 };
const h = useHarness({ quads: () => madeQuads(SIZE) });
/** @typedef {import("playwright-core").Page} Page */

/** Milliseconds for which a task may keep the page from answering, on a machine that does nothing else. */
const MOST = 200;

/** Notes how long each task of the page takes that takes long. @param {Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    const noted = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { longTasks: noted });
    new PerformanceObserver((list) => list.getEntries().forEach((e) => noted.push(e.duration))).observe({ type: "longtask", buffered: true });
  });

/** A fixed piece of work; text, as the page has to do it as well. */
const WORK = "let sum = 0; for (let i = 0; i < 4e7; i++) sum = (sum * 31 + i) % 1000003; sum";

/**
 * How much longer work takes in the page than it needs where nothing else wants the machine: the time that it takes
 * there to the time that a processor spends on it here.
 * @param {Page} page
 */
async function slowness(page) {
  const session = await page.context().newCDPSession(page);
  const times = [];
  for (let n = 0; n < 3; n++) {
    const start = performance.now();
    await session.send("Runtime.evaluate", { expression: `{${WORK}}` });
    times.push(performance.now() - start);
  }
  await session.detach();
  runInThisContext(`{${WORK}}`);
  const before = process.cpuUsage();
  runInThisContext(`{${WORK}}`);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, Math.max(...times) / ((user + system) / 1000));
}

/** Fails where a task since the last look kept the page from answering. @param {Page} page @param {string} what */
async function answered(page, what) {
  const slow = await slowness(page);
  const tasks = await page.evaluate(() => /** @type {any} */ (globalThis).longTasks.splice(0));
  // The work that measured the slowness is among them.
  const longest = Math.max(0, ...tasks.slice(0, -3));
  console.log(`${what}: longest task ${Math.round(longest)} ms, where things take ${slow.toFixed(1)} times as long as they need`);
  assert.ok(longest <= MOST * slow, `${what}: ${Math.round(longest)} ms, ${(longest / slow).toFixed(0)} ms on an idle machine`);
}

test("10,000 nodes and 30,000 links: narrowed by relevance, told so, usable", async () => {
  const whole = await h.api("/graph");
  assert.ok(whole.total_nodes >= 10_000 && whole.total_edges >= 30_000, `${whole.total_nodes} nodes, ${whole.total_edges} links`);
  assert.equal(whole.nodes.length, 150);
  await h.visit({ before: watch }, async (page) => {
    await drawn(page);
    await page.getByText(/^150 of 10,000 nodes shown, those with most statements first\.$/).waitFor();
    await answered(page, "opening");
    await picture(page, "large");
    const box = await page.getByTestId("graph").boundingBox();
    assert.ok(box);
    for (let i = 0; i < 10; i++) await page.mouse.move(box.x + 250 + i * 25, box.y + 150 + i * 30);
    await answered(page, "pointing");
    const actor = whole.nodes.find((/** @type {any} */ n) => n.group === "actor");
    const at = await nodeAt(page, actor.id);
    assert.ok(at);
    await page.getByTestId("graph").click({ position: at });
    await statements(page).first().waitFor();
    const quote = (await statements(page).first().locator("blockquote").textContent()) ?? "";
    assert.ok(quote.includes(actor.label), "the sentence names the actor");
    await panel(page).getByRole("button", { name: "Bring in neighbours" }).click();
    await page.waitForFunction(() => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.nodes) > 150);
    await answered(page, "selecting and expanding");
    const topic = page.getByRole("region", { name: "Topics" }).getByRole("checkbox").first();
    await topic.check();
    await page.waitForURL(/topic=/);
    await page.locator('main[aria-busy="false"]').waitFor();
    await answered(page, "filtering");
  });
});

for (const layout of ["layered", "force", "circle"]) {
  test(`as much as the page draws at once, in the layout ${layout}`, async () => {
    await h.visit({ path: `/?limit=9999&layout=${layout}`, before: watch }, async (page) => {
      await drawn(page);
      assert.equal(Number(await page.getByTestId("graph").getAttribute("data-nodes")), 2000);
      await page.getByText("2,000 of 10,000 nodes shown", { exact: false }).waitFor();
      await page.getByText("This is as much as the page draws at once", { exact: false }).waitFor();
      await answered(page, `2,000 nodes, ${layout}`);
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
    await page.waitForURL(/serves=goal:goal-3999/);
    await page.getByTestId("links").getByText("Outcome 3999 of the plan").first().waitFor();
  });
});

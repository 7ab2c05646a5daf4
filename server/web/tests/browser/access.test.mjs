// Accessibility: axe on every view in both themes, the keyboard alone, narrow screens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { drawn, panel, statements, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };

async function someActor() {
  const graph = await h.graph();
  const [actor] = graph.nodes.filter((n) => n.group === "actor").sort((a, b) => b.statements - a.statements);
  assert.ok(actor);
  return actor;
}

test("axe finds nothing grave in any view, light or dark", async () => {
  const actor = await someActor();
  await h.visit({ reducedMotion: "reduce" }, async (page) => {
    await drawn(page);
    await auditThemes(page, "graph");

    await page.keyboard.press("/");
    await page.keyboard.type(actor.label);
    await page.getByRole("option", { name: new RegExp(`^${actor.label}`) }).first().waitFor();
    await auditThemes(page, "search");
    await page.keyboard.press("Enter");
    await statements(page).first().waitFor();
    await auditThemes(page, "node");

    await page.keyboard.press("r");
    await page.getByTestId("reader").waitFor();
    await auditThemes(page, "text");
    await page.keyboard.press("Escape");

    await page.keyboard.press("d");
    await page.getByTestId("documents").waitFor();
    await auditThemes(page, "documents");

    await page.keyboard.press("e");
    await drawn(page);
    await page.keyboard.press("t");
    await page.getByTestId("links").waitFor();
    await auditThemes(page, "table");

    for (const [key, name] of /** @type {const} */ ([["n", "Add a text"], ["?", "Keyboard and help"]])) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      await auditThemes(page, name.split(" ")[0]?.toLowerCase() ?? "");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
  });
});

test("a phone shows graph, legend and sentences, and nothing sticks out", async () => {
  const actor = await someActor();
  await h.visit({ ...PHONE, reducedMotion: "reduce", path: `/?node=${actor.id}` }, async (page) => {
    await drawn(page);
    await statements(page).first().waitFor();
    await auditThemes(page, "phone-node");
    await page.getByRole("button", { name: "Close details" }).click();
    await panel(page).waitFor({ state: "hidden" });
    await auditThemes(page, "phone");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("checkbox").first().waitFor();
    await auditThemes(page, "phone-legend");
    await page.keyboard.press("Escape");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, "nothing sticks out sideways");
  });
});

test("the keyboard alone reaches a sentence and comes back", async () => {
  await h.visit({}, async (page) => {
    const graph = await drawn(page);
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await statements(page).first().waitFor();
    const first = await panel(page).getByRole("heading", { level: 2 }).textContent();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/node=(goal|principle|section|topic):/);
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/node=actor:/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const focused = await page.evaluate(() => document.activeElement?.id);
    assert.equal(focused, "panel-title");
    assert.ok(first);
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    const back = await page.evaluate(() => /** @type {any} */ (document.activeElement)?.dataset.testid);
    assert.equal(back, "graph");
  });
});

test("search works by keyboard alone", async () => {
  const actor = await someActor();
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("/");
    await page.keyboard.type(actor.label);
    await page.getByRole("option", { name: new RegExp(`^${actor.label}`) }).first().waitFor();
    const marked = await page.getByRole("combobox").getAttribute("aria-activedescendant");
    assert.ok(marked && (await page.locator(`[id="${marked}"]`).getAttribute("aria-selected")) === "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/node=/);
    await statements(page).first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "panel-title");
  });
});

test("who types faster than the suggestions come gets what was named all the same", async () => {
  const actor = await someActor();
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("/");
    await page.keyboard.insertText(actor.label);
    await page.keyboard.press("Enter");
    await panel(page).getByRole("heading", { name: actor.label, exact: true }).waitFor();
    assert.match(page.url(), /node=/);
  });
});

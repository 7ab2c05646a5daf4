// Exploring: the graph, its sentences, search, filters, and addresses that reproduce a view.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clickNode, drawn, panel, picture, statements, useHarness } from "./harness.mjs";

const h = useHarness();

/** The actor with most links. @param {import("./harness.mjs").Graph} graph */
function busiest(graph) {
  const links = (/** @type {string} */ id) => graph.edges.filter((e) => e.source === id).length;
  const [first] = graph.nodes.filter((n) => n.group === "actor").sort((a, b) => links(b.id) - links(a.id));
  assert.ok(first, "the sample has an actor");
  return first;
}

/** The link with most statements. @param {import("./harness.mjs").Graph} graph */
function thickest(graph) {
  const [first] = [...graph.edges].sort((a, b) => b.count - a.count);
  assert.ok(first, "the sample has a link");
  return first;
}

test("the graph shows the sample's actors, goals and principles", async () => {
  const graph = await h.graph();
  const kinds = new Set(graph.nodes.map((n) => n.kind));
  assert.ok(graph.nodes.filter((n) => n.group === "actor").length >= 5, "five actors or more");
  assert.ok(kinds.has("Goal") && kinds.has("Principle"), "goals and principles");
  await h.visit({}, async (page) => {
    const element = await drawn(page);
    assert.equal(Number(await element.getAttribute("data-nodes")), graph.nodes.length);
    assert.equal(await element.getAttribute("data-layout"), "layered");
    const legend = page.getByRole("complementary", { name: "Legend and filters" });
    for (const name of ["Goals", "Principles", "Obligation"]) await legend.getByText(name, { exact: true }).waitFor();
    const painted = await element.screenshot();
    assert.ok(painted.length > 20_000, "something is painted");
    await picture(page, "light");
  });
});

test("a click on a node shows its sentences, exactly as the document has them", async () => {
  const actor = busiest(await h.graph());
  await h.visit({}, async (page) => {
    await clickNode(page, actor.id);
    await panel(page).getByRole("heading", { name: actor.label, exact: true }).waitFor();
    await statements(page).first().waitFor();
    const { items, total } = await h.api(`/statements?actor=${encodeURIComponent(actor.id)}&limit=50`);
    assert.ok(total > 0);
    assert.equal(await statements(page).count(), items.length);
    const quotes = await statements(page).locator("blockquote").allTextContents();
    assert.deepEqual(quotes.map((q) => q.trim()), items.map((/** @type {any} */ s) => s.sentence.trim()));
    const { text } = await h.api(`/documents/${items[0].doc}`);
    assert.ok(text.includes(items[0].sentence), "the quoted sentence stands in the document");
    assert.match(page.url(), /node=actor:/);
    await picture(page, "node");
  });
});

test("a link chosen in the table shows the sentences behind it and is drawn forward", async () => {
  const graph = await h.graph();
  const link = thickest(graph);
  const label = (/** @type {string} */ id) => graph.nodes.find((n) => n.id === id)?.label ?? "";
  await h.visit({}, async (page) => {
    await drawn(page);
    const name = new RegExp(`^Sentences that link ${escaped(label(link.source))} to ${escaped(label(link.target))}`);
    await page.getByTestId("links").getByRole("button", { name }).first().click();
    await statements(page).first().waitFor();
    assert.equal(await statements(page).count(), link.count);
    assert.match(page.url(), /link=actor:/);
    await picture(page, "link");
  });
});

test("search finds by name, and choosing selects and centres", async () => {
  const actor = busiest(await h.graph());
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("/");
    await page.keyboard.type(actor.label.slice(0, Math.max(3, actor.label.length - 1)));
    const option = page.getByRole("option", { name: new RegExp(`^${escaped(actor.label)}`) });
    await option.first().waitFor();
    await picture(page, "search");
    await option.first().click();
    await panel(page).getByRole("heading", { name: actor.label, exact: true }).waitFor();
    await statements(page).first().waitFor();
  });
});

test("“who is responsible for …” lists statements with their sentences", async () => {
  const { items } = await h.api("/topics");
  assert.ok(items.length > 0, "the sample has topics");
  const topic = items[0].label;
  const expected = (await h.api(`/who?topic=${encodeURIComponent(topic)}`)).items.length;
  assert.ok(expected > 0, `someone is responsible for ${topic}`);
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.getByRole("combobox").fill(topic);
    await page.getByRole("option", { name: `Who is responsible for “${topic}”?` }).click();
    await statements(page).first().waitFor();
    assert.equal(await statements(page).count(), expected);
    assert.match(page.url(), /who=/);
    await picture(page, "who");
  });
});

test("a question about nothing known is answered so", async () => {
  await h.visit({ path: "/?who=zeppelin+moorings" }, async (page) => {
    await panel(page).getByText("No statement found about “zeppelin moorings”", { exact: false }).waitFor();
    assert.equal(await statements(page).count(), 0);
  });
});

test("the legend filters graph and table alike", async () => {
  const graph = await h.graph();
  const force = thickest(graph).force;
  const without = graph.edges.filter((e) => e.force !== force);
  await h.visit({}, async (page) => {
    const element = await drawn(page);
    const all = Number(await element.getAttribute("data-links"));
    await page.getByRole("checkbox", { name: new RegExp(`^${force} \\d`, "i") }).uncheck();
    await page.waitForFunction(
      ([all]) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]'))?.dataset.links) < all,
      [all],
    );
    const left = Number(await element.getAttribute("data-links"));
    assert.equal(left, new Set(without.map((e) => [e.source, e.force, e.target].join())).size);
    assert.equal(await page.getByTestId("links").locator("tbody tr").count(), Math.min(left, 200));
    assert.match(page.url(), new RegExp(`hide=${force}`));
  });
});

test("an address reproduces the view; back and forward walk through it", async () => {
  const graph = await h.graph();
  const [first, second] = graph.nodes.filter((n) => n.group === "actor" && n.statements > 0);
  assert.ok(first && second);
  await h.visit({ path: `/?node=${first.id}&layout=force&hide=stance` }, async (page) => {
    const heading = (/** @type {string} */ name) => panel(page).getByRole("heading", { name, exact: true });
    await heading(first.label).waitFor();
    const element = await drawn(page);
    assert.equal(await element.getAttribute("data-layout"), "force");
    await picture(page, "clusters");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.layout === "layered");
    await clickNode(page, second.id);
    await heading(second.label).waitFor();
    await page.goBack();
    await heading(first.label).waitFor();
    await page.goForward();
    await heading(second.label).waitFor();
  });
});

test("focus narrows the graph to what is near, and says so", async () => {
  const graph = await h.graph();
  const actor = busiest(graph);
  await h.visit({ path: `/?node=${actor.id}` }, async (page) => {
    await drawn(page);
    await page.getByRole("button", { name: "Focus on this" }).click();
    await page.getByText(`Only what is near ${actor.label}`).waitFor();
    await page.waitForFunction(
      (n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]'))?.dataset.nodes) < n,
      graph.nodes.length,
    );
    await page.getByRole("main").getByRole("button", { name: "Show everything" }).click();
    await page.waitForFunction(
      (n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]'))?.dataset.nodes) === n,
      graph.nodes.length,
    );
  });
});

/** @param {string} words */
function escaped(words) {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

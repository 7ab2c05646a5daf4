// What readers do in Explore, from start to end: expanding, hiding, pinning, selecting together, filtering, ways,
// layouts, saving. Each leaves an address that shows the same again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { clickNode, drawn, nodeAt, panel, picture, useHarness } from "./harness.mjs";

const h = useHarness();
/** @typedef {import("playwright-core").Page} Page */

/** How many nodes the graph has. @param {Page} page @param {number} n */
const hasNodes = (page, n) =>
  page.waitForFunction((n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]'))?.dataset.nodes) === n, n);

/** @param {Page} page @param {"nodes" | "links"} what */
const counted = async (page, what) => Number(await page.getByTestId("graph").getAttribute(`data-${what}`));

/** The actor that most is linked to, and the whole graph. */
async function sample() {
  const graph = await h.api("/graph?limit=500&facets=true");
  const links = (/** @type {string} */ id) => new Set(graph.edges.filter((/** @type {any} */ e) => e.source === id).map((/** @type {any} */ e) => e.target)).size;
  const actors = graph.nodes.filter((/** @type {any} */ n) => n.group === "actor").sort((/** @type {any} */ a, /** @type {any} */ b) => links(b.id) - links(a.id));
  assert.ok(actors.length > 5 && links(actors[0].id) > 2);
  return { ...graph, busiest: actors[0], actors };
}

/** Opens the same address anew and compares what is drawn. @param {Page} page @param {string[]} iris */
async function reproduces(page, iris) {
  const seen = async () => ({
    nodes: await counted(page, "nodes"),
    links: await counted(page, "links"),
    places: await Promise.all(iris.map((iri) => nodeAt(page, iri))),
  });
  const before = await seen();
  await page.reload();
  await drawn(page);
  await hasNodes(page, before.nodes);
  await page.waitForTimeout(600);
  const after = await seen();
  assert.deepEqual([after.nodes, after.links], [before.nodes, before.links]);
  after.places.forEach((at, i) => {
    const was = before.places[i];
    assert.ok(at && was && Math.hypot(at.x - was.x, at.y - was.y) < 3, `${iris[i]} stands where it stood`);
  });
}

test("a double click brings in neighbours, tells what is beyond by type, and can be undone", async () => {
  const { busiest } = await sample();
  const near = await h.api(`/graph?center=${busiest.id}&hops=1`);
  const hub = near.nodes.filter((/** @type {any} */ n) => n.id !== busiest.id).sort((/** @type {any} */ a, /** @type {any} */ b) => total(b.more) - total(a.more))[0];
  assert.ok(total(hub.more) > 10, "a node with more neighbours than one step brings in");
  await h.visit({ path: `/?center=${busiest.id}` }, async (page) => {
    await hasNodes(page, near.nodes.length);
    const at = await nodeAt(page, hub.id);
    assert.ok(at);
    await page.getByTestId("graph").dblclick({ position: at });
    await hasNodes(page, near.nodes.length + 10);
    assert.match(page.url(), new RegExp(`open=${hub.id}`));
    await panel(page).getByText(`${total(hub.more) - 10} more not shown`).waitFor();
    await picture(page, "expanded");
    const kind = panel(page).getByTestId("beyond").getByRole("button").first();
    const adds = Math.min(10, Number(/(\d+)/.exec((await kind.textContent()) ?? "")?.[1]));
    await kind.click();
    await hasNodes(page, near.nodes.length + 10 + adds);
    await page.keyboard.press("Control+z");
    await hasNodes(page, near.nodes.length + 10);
    await page.keyboard.press("Control+z");
    await hasNodes(page, near.nodes.length);
    await page.keyboard.press("Control+Shift+z");
    await hasNodes(page, near.nodes.length + 10);
    await page.getByRole("button", { name: "Undo" }).click();
    await hasNodes(page, near.nodes.length);
    await page.goBack();
    await hasNodes(page, near.nodes.length + 10);
    await reproduces(page, [hub.id]);
  });
});

test("a node that is dragged stays there, in a link and in every layout, until it is let go", async () => {
  const { busiest, actors } = await sample();
  await h.visit({}, async (page) => {
    await drawn(page);
    const from = await nodeAt(page, busiest.id);
    const box = await page.getByTestId("graph").boundingBox();
    assert.ok(from && box);
    await page.mouse.move(box.x + from.x, box.y + from.y);
    await page.mouse.down();
    await page.mouse.move(box.x + from.x + 60, box.y + from.y + 30, { steps: 4 });
    await page.mouse.move(box.x + from.x + 120, box.y + from.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/pin=/);
    assert.doesNotMatch(page.url(), /node=/, "a drag is no click");
    const to = await nodeAt(page, busiest.id);
    assert.ok(to && Math.abs(to.x - from.x - 120) < 4 && Math.abs(to.y - from.y - 40) < 4, "it went along");
    await picture(page, "pinned");
    await reproduces(page, [busiest.id, actors[3].id]);
    await page.getByRole("button", { name: "Circle", exact: true }).click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.layout === "circle");
    await page.waitForTimeout(300);
    const still = await nodeAt(page, busiest.id);
    assert.ok(still && Math.hypot(still.x - to.x, still.y - to.y) < 4, "pinned in the circle, too");
    await clickNode(page, busiest.id);
    await panel(page).getByRole("button", { name: "Let it move" }).click();
    await page.waitForURL((url) => !url.search.includes("pin="));
    await page.keyboard.press("Control+z");
    await page.waitForURL(/pin=/);
  });
});

test("hiding takes nodes out, tells so, and what is hidden comes back", async () => {
  const { busiest, nodes } = await sample();
  await h.visit({}, async (page) => {
    await clickNode(page, busiest.id);
    await panel(page).getByRole("button", { name: "Hide" }).click();
    await hasNodes(page, nodes.length - 1);
    assert.doesNotMatch(page.url(), /node=/, "what is hidden is no longer selected");
    await page.getByTestId("active").getByText("1 node hidden").waitFor();
    await page.getByTestId("active").getByRole("button", { name: "Remove the filter: 1 node hidden" }).click();
    await hasNodes(page, nodes.length);
  });
});

test("a line around nodes selects them; the selection is kept, hidden, pinned", async () => {
  const { actors, nodes } = await sample();
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.getByRole("button", { name: "Select an area" }).click();
    const box = await page.getByTestId("graph").boundingBox();
    const wanted = await nodeAt(page, actors[0].id);
    assert.ok(box && wanted);
    const [x, y] = [box.x + wanted.x, box.y + wanted.y];
    await page.mouse.move(x - 20, y - 45);
    await page.mouse.down();
    for (const [dx, dy] of /** @type {const} */ ([[20, -45], [24, 45], [-24, 45], [-20, -45]])) await page.mouse.move(x + dx, y + dy, { steps: 3 });
    await page.mouse.up();
    const bar = page.getByTestId("picked");
    const said = await bar.locator("strong").textContent();
    const n = Number(/\d+/.exec(said ?? "")?.[0]);
    assert.ok(n > 1 && n < 12, `${n} nodes in the line`);
    const set = new URL(page.url()).searchParams.get("set")?.split(",") ?? [];
    assert.ok(set.length === n && set.includes(actors[0].id));
    assert.equal(await page.getByTestId("lasso").count(), 0, "one line, one selection");
    await picture(page, "lasso");
    await bar.getByRole("button", { name: "Pin" }).click();
    await page.waitForURL(/pin=/);
    await reproduces(page, set);
    await bar.getByRole("button", { name: "Keep only these" }).click();
    await hasNodes(page, n);
    await page.keyboard.press("Control+z");
    await hasNodes(page, nodes.length);
    await bar.getByRole("button", { name: "Hide" }).click();
    await hasNodes(page, nodes.length - n);
    await bar.waitFor({ state: "hidden" });
  });
});

test("each filter narrows graph and table to what its count says", async () => {
  const { facets } = await sample();
  const topic = facets.topics[0];
  const goal = facets.served[0];
  const told = facets.evidence.find((/** @type {any} */ e) => e.statements > 1);
  await h.visit({}, async (page) => {
    await drawn(page);
    const legend = page.getByRole("complementary", { name: "Legend and filters" });
    /** Statements behind what is shown, by what the server has for the address. @param {string} query */
    const agrees = async (query) => {
      const { nodes, edges } = await h.api(`/graph?limit=500&${query}`);
      await hasNodes(page, nodes.length);
      const links = new Set(edges.map((/** @type {any} */ e) => [e.source, e.force, e.target].join())).size;
      assert.equal(await counted(page, "links"), links);
      assert.equal(await page.getByTestId("links").locator("tbody tr").count(), Math.min(200, links));
      return new Set(edges.flatMap((/** @type {any} */ e) => e.statements)).size;
    };
    for (const { section, choice, query } of [
      { section: "Topics", choice: topic, query: `topic=${topic.iri}` },
      { section: "Principles and goals", choice: goal, query: `serves=${goal.iri}` },
    ]) {
      const row = legend.getByRole("region", { name: section }).getByRole("checkbox", { name: `${choice.label} ${choice.count}`, exact: true });
      await row.check();
      assert.equal(await agrees(query), choice.count, "as many statements as its count said");
      await page.getByTestId("active").getByRole("button", { name: `Remove the filter: ${choice.label}` }).click();
      await agrees("");
    }
    const [kind = "", nodes] = Object.entries(facets.kinds)[0] ?? [];
    const before = await counted(page, "nodes");
    await legend.getByRole("checkbox", { name: new RegExp(` ${nodes}$`) }).first().uncheck();
    await page.waitForURL(/hide=/);
    await page.waitForFunction((n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.nodes) < n, before);
    await agrees(`not_kind=${new URL(page.url()).searchParams.get("hide")}`);
    assert.ok(kind);
    await page.keyboard.press("Control+z");
    await agrees("");
    const slider = legend.getByRole("slider", { name: "Fewest statements behind a link" });
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(new RegExp(`evidence=${told.statements}`));
    await agrees(`evidence=${told.statements}`);
    await picture(page, "evidence");
    await legend.getByRole("button", { name: "Take all filters off" }).click();
    await legend.getByRole("checkbox", { name: "Links between actors" }).check();
    await agrees("between=true");
    await reproduces(page, []);
  });
});

test("a choice that is not among the first is found by typing", async () => {
  const { facets } = await sample();
  const last = facets.topics.at(-1);
  await h.visit({}, async (page) => {
    await drawn(page);
    const topics = page.getByRole("region", { name: "Topics" });
    assert.equal(await topics.getByRole("checkbox", { name: last.label, exact: false }).count(), 0);
    await topics.getByRole("searchbox").fill(last.label);
    await topics.getByRole("checkbox", { name: last.label }).first().check();
    await page.waitForURL(/topic=/);
    await topics.getByRole("searchbox").fill("zeppelin");
    await topics.getByText("None found").waitFor();
  });
});

test("the shortest ways between two nodes are shown with their sentences, and lit", async () => {
  const { actors } = await sample();
  const [a, b] = [actors[0], actors[1]];
  const { paths } = await h.api(`/paths?from=${a.id}&to=${b.id}&k=9`);
  assert.ok(paths.length > 1, "there are ways");
  await h.visit({}, async (page) => {
    await clickNode(page, a.id);
    await panel(page).getByRole("button", { name: "Ways from here" }).click();
    const ways = page.getByTestId("ways");
    await ways.getByText("Pick the other end").waitFor();
    await clickNode(page, b.id);
    await ways.getByText(/The \d shortest ways/).waitFor();
    const quotes = await ways.locator("blockquote").allTextContents();
    const proof = new Set(paths.flatMap((/** @type {any} */ p) => p.hops.flatMap((/** @type {any} */ hop) => hop.statements.map((/** @type {any} */ s) => s.sentence))));
    assert.ok(quotes.length > 0);
    for (const quote of quotes) assert.ok(proof.has(quote), quote);
    const titles = await ways.locator(".route").allTextContents();
    assert.equal(new Set(titles).size, titles.length, "no way twice");
    await picture(page, "ways");
    await ways.getByRole("button", { name: /^Way ?2/ }).click();
    await page.waitForURL(/way=2/);
    assert.equal(await ways.getByRole("button", { name: /^Way ?2/ }).getAttribute("aria-expanded"), "true");
    await page.reload();
    await ways.getByRole("button", { name: /^Way ?2/, expanded: true }).waitFor();
    await ways.getByRole("button", { name: "Swap the ends" }).click();
    await page.waitForURL(new RegExp(`from=${b.id}&to=${a.id}`));
    await ways.getByRole("link").first().click();
    await page.getByTestId("reader").waitFor();
    await page.goBack();
    await ways.waitFor();
    await ways.getByRole("button", { name: "Close the ways" }).click();
    await page.waitForURL((url) => !url.search.includes("from="));
  });
});

test("all of it by keyboard alone", async () => {
  const { nodes } = await sample();
  await h.visit({}, async (page) => {
    await drawn(page);
    const graph = page.getByTestId("graph");
    for (let i = 0; i < 80 && !(await graph.evaluate((e) => e === document.activeElement)); i++) await page.keyboard.press("Tab");
    assert.ok(await graph.evaluate((e) => e === document.activeElement), "the graph is reached by Tab");
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/node=/);
    const first = new URL(page.url()).searchParams.get("node") ?? "";
    await page.keyboard.press("w");
    await page.waitForURL(new RegExp(`from=${first}`));
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("w");
    await page.getByTestId("ways").getByText(/shortest way/).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.search.includes("from="));
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByTestId("picked").getByText("2 selected").waitFor();
    await page.keyboard.press("p");
    await page.waitForURL(/pin=/);
    await graph.focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Delete");
    await hasNodes(page, nodes.length - 2);
    await page.keyboard.press("Control+z");
    await hasNodes(page, nodes.length);
    await graph.focus();
    await page.keyboard.press("Control+a");
    await page.getByTestId("picked").getByText(`${nodes.length} selected`).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("picked").waitFor({ state: "hidden" });
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("f");
    await page.waitForURL(/center=/);
    await page.waitForFunction((n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.nodes) < n, nodes.length);
    await graph.focus();
    const near = await counted(page, "nodes");
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(100);
    await page.keyboard.press("Shift+Enter");
    await page.waitForFunction((n) => Number(/** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.nodes) > n, near);
    await page.keyboard.press("y");
    await page.waitForURL(/layout=force/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save the picture or its data" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), /\.png$/);
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard and help" });
    for (const key of ["Expand: bring in its neighbours", "Hide the node", "Ways from this node", "Undo, redo", "Next layout", "Draw a line around nodes"]) {
      await sheet.getByText(key, { exact: false }).first().waitFor();
    }
  });
});

test("names and aliases are suggested, and what is found is selected", async () => {
  const { items } = await h.api("/actors");
  const known = items.find((/** @type {any} */ a) => a.aliases?.length > 0);
  assert.ok(known, "the sample has an actor of several names");
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("/");
    await page.keyboard.type(known.aliases[0]);
    await page.getByRole("option", { name: new RegExp(known.label) }).first().waitFor();
    await page.keyboard.press("Enter");
    await panel(page).getByRole("heading", { name: known.label, exact: true }).waitFor();
  });
});

test("links of the same pair and links of a node to itself are drawn apart, each a way to its sentences", async () => {
  const forces = ["obligation", "commitment", "permission"];
  const nodes = [
    { id: "actor:a", label: "Alpha", kind: "State", group: "actor", statements: 3 },
    { id: "actor:b", label: "Beta", kind: "State", group: "actor", statements: 3 },
    { id: "goal:g", label: "Goal", kind: "Goal", group: "target", statements: 3 },
  ];
  const edge = (/** @type {string} */ source, /** @type {string} */ force, /** @type {string} */ target) => ({ id: `${source} ${force} ${target}`, source, target, predicate: "x", force, count: 2, statements: ["1", "2"] });
  const edges = [
    ...forces.map((f) => edge("actor:a", f, "goal:g")),
    ...forces.slice(0, 2).map((f) => edge("actor:b", f, "actor:b")),
    edge("actor:a", "obligation", "actor:b"),
    edge("actor:b", "obligation", "actor:a"),
  ];
  const before = (/** @type {Page} */ page) =>
    page.route("**/api/v1/graph*", (route) => route.fulfill({ json: { nodes, edges, total_nodes: 3, total_edges: edges.length, narrowed: false } }));
  for (const layout of ["layered", "circle", "force"]) {
    // The made nodes are not in the store, which says so when their sentences are asked for.
    await h.visit({ before, path: `/?layout=${layout}`, forgive: /404/ }, async (page) => {
      const graph = await drawn(page);
      await page.waitForFunction((l) => /** @type {any} */ (document.querySelector('[data-testid="graph"]')).dataset.layout === l, layout);
      assert.equal(await counted(page, "links"), edges.length);
      const keys = edges.map((e) => [e.source, e.force, e.target].join(","));
      const middles = await graph.evaluate((e, keys) => keys.map((k) => /** @type {any} */ (e).linkPosition(k)), keys);
      middles.forEach((m, i) =>
        middles.slice(i + 1).forEach((n) => assert.ok(Math.hypot(m.x - n.x, m.y - n.y) > 2, `${layout}: ${keys[i]} lies on another link`)),
      );
      await picture(page, `twins-${layout}`);
      if (layout === "circle") return; // where links between the two actors run through the loops
      const own = keys.findIndex((k) => k.startsWith("actor:b,") && k.endsWith(",actor:b"));
      await graph.click({ position: middles[own] });
      await page.waitForURL(/link=actor:b,\w+,actor:b/);
    });
  }
});

test("what is shown is saved as pictures and as data that other programs read", async () => {
  const { nodes, edges } = await sample();
  const links = new Set(edges.map((/** @type {any} */ e) => [e.source, e.force, e.target].join())).size;
  await h.visit({}, async (page) => {
    await drawn(page);
    /** @param {string} name @returns {Promise<Buffer>} */
    const saved = async (name) => {
      await page.getByRole("button", { name: "Save the picture or its data" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
      return readFileSync(await download.path());
    };
    /** Parses XML as a browser does, and counts elements. @param {string} text @param {string[]} names */
    const elements = (text, names) =>
      page.evaluate(
        ([text, names]) => {
          const parsed = new DOMParser().parseFromString(/** @type {string} */ (text), "application/xml");
          return /** @type {string[]} */ (names).map((name) => parsed.querySelectorAll(name).length);
        },
        /** @type {const} */ ([text, names]),
      );
    const png = await saved("PNG");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.ok(png.readUInt32BE(16) > 1000 && png.length > 50_000, "a picture of twice the size of the stage");
    assert.deepEqual(await elements((await saved("SVG")).toString(), ["parsererror", "[data-node]", "[data-link]"]), [0, nodes.length, links]);
    assert.deepEqual(await elements((await saved("GraphML")).toString(), ["parsererror", "node", "edge"]), [0, nodes.length, links]);
    assert.deepEqual(await elements((await saved("GEXF, for Gephi")).toString(), ["parsererror", "node", "edge"]), [0, nodes.length, links]);
    const rows = (await saved("CSV, a link a row")).toString().trim().split("\r\n");
    assert.equal(rows.length, links + 1);
    const graph = JSON.parse((await saved("JSON-LD")).toString())["@graph"];
    for (const node of nodes) assert.ok(graph.some((/** @type {any} */ n) => n["@id"] === `urn:mandate:${node.id}`), node.id);
    await page.getByRole("button", { name: "Save the picture or its data" }).click();
    const [quads] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "N-Quads" }).click()]);
    assert.ok(readFileSync(await quads.path()).toString().includes("<urn:mandate:obligedTo>"));
  });
});

test("the view has no grave finding of axe in any of its states, wide and on a phone", async () => {
  const { actors } = await sample();
  const [a, b] = [actors[0].id, actors[1].id];
  for (const [name, path] of [
    ["explore-circle", `/?layout=circle&evidence=2&set=${a},${b}`],
    ["explore-ways", `/?from=${a}&to=${b}`],
    ["explore-beyond", `/?center=${a}&node=${a}`],
  ]) {
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await h.visit({ path, viewport, reducedMotion: "reduce" }, async (page) => {
        await page.locator('main[aria-busy="false"]').waitFor();
        await page.waitForTimeout(400);
        await auditThemes(page, `${name}-${viewport.width}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nothing sticks out sideways");
      });
    }
  }
});

/** @param {Record<string, number> | undefined} counts */
function total(counts) {
  return Object.values(counts ?? {}).reduce((a, b) => a + b, 0);
}

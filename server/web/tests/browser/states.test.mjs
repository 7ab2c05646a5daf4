// What the page says when things are not as usual: slow, failing, dying, huge, or without WebGL.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, panel, picture, useHarness } from "./harness.mjs";

const h = useHarness();

/** A made graph of many nodes. @param {number} actors @param {number} targets @param {number} links */
function madeGraph(actors, targets, links) {
  const forces = ["obligation", "recommendation", "commitment", "permission"];
  const nodes = [
    ...Array.from({ length: actors }, (_, i) => ({ id: `actor:a${i}`, label: `Agency number ${i}`, kind: "GovernmentBody", group: "actor", statements: 1 + (i % 9) })),
    ...Array.from({ length: targets }, (_, i) => ({ id: `goal:g${i}`, label: `Goal number ${i} of the plan`, kind: "Goal", group: "target", statements: 1 + (i % 7) })),
  ];
  const edges = Array.from({ length: links }, (_, i) => {
    const force = forces[i % forces.length];
    const source = `actor:a${i % actors}`;
    const target = `goal:g${(i * 37 + Math.floor(i / actors)) % targets}`;
    return { id: `e${i}`, source, target, predicate: "obligedTo", force, count: 1 + (i % 4), statements: [] };
  });
  return { nodes, edges, total_nodes: nodes.length * 10, total_edges: edges.length * 10, narrowed: true };
}

test("the server's policy allows no inline script and no other site, and the page lives with it", async () => {
  const answer = await fetch(h.url);
  const policy = answer.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'self'|script-src 'self'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:/);
});

test("another site's page cannot write", async () => {
  const before = (await h.api("/documents")).total;
  for (const headers of [
    { Origin: "https://elsewhere.example", "Content-Type": "text/plain" },
    { Origin: "null", "Content-Type": "text/plain" },
  ]) {
    const answer = await fetch(`${h.url}/api/v1/documents?name=x.txt`, { method: "POST", headers, body: "Ports shall pay." });
    assert.equal(answer.status, 403, `${headers.Origin} is turned away`);
  }
  assert.equal((await h.api("/documents")).total, before);
});

test("another site's page cannot write from inside a browser either", async () => {
  const before = (await h.api("/documents")).total;
  const context = await h.browser.newContext();
  const page = await context.newPage();
  await page.route("http://elsewhere.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>elsewhere</p>" }));
  await page.goto("http://elsewhere.example/");
  const outcome = await page.evaluate(
    (url) => fetch(`${url}/api/v1/documents?name=x.txt`, { method: "POST", mode: "no-cors", body: "Ports shall pay." }).then(() => "sent", () => "blocked"),
    h.url,
  );
  assert.match(outcome, /sent|blocked/);
  await context.close();
  assert.equal((await h.api("/documents")).total, before, "nothing was stored");
});

test("a server that answers with an error is quoted, and asked again on request", async () => {
  let failing = true;
  const before = (/** @type {import("playwright-core").Page} */ page) =>
    page.route("**/api/v1/graph*", (route) =>
      failing
        ? route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail: "The store is being rebuilt; try again in a minute." }) })
        : route.continue(),
    );
  await h.visit({ before, forgive: /503/ }, async (page) => {
    await page.getByText("The store is being rebuilt; try again in a minute.").waitFor();
    await picture(page, "failed");
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await drawn(page);
  });
});

test("a server that dies in the middle of a request is reported in words", async () => {
  const before = (/** @type {import("playwright-core").Page} */ page) => page.route("**/api/v1/statements*", (route) => route.abort("connectionreset"));
  await h.visit({ before, forgive: /ERR_CONNECTION_RESET/ }, async (page) => {
    const graph = await drawn(page);
    await graph.focus();
    await page.keyboard.press("ArrowDown");
    await panel(page).getByText("The server does not answer. Is Mandate still running?").waitFor();
  });
});

test("a narrowed graph says how much of it is shown, and stays usable", async () => {
  const made = madeGraph(200, 200, 900);
  /** @type {string[]} */ const asked = [];
  const before = (/** @type {import("playwright-core").Page} */ page) =>
    page.route("**/api/v1/graph*", (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ json: made });
    });
  await h.visit({ before }, async (page) => {
    await drawn(page);
    await page.getByText("400 of 4,000 nodes shown, those with most statements first.").waitFor();
    await picture(page, "narrowed");
    await page.getByRole("main").getByRole("button", { name: "Show more" }).click();
    await page.waitForURL(/limit=800/);
    await page.waitForTimeout(100);
    assert.ok(asked.some((search) => search.includes("limit=800")), "asked for more");
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("button", { name: /^Show \d+ more$/ }).waitFor();
  });
});

test("filtering everything out is explained and undone", async () => {
  await h.visit({ path: "/?hide=obligation,prohibition,commitment,recommendation,permission,goal,stance,Goal,Principle,Section,Topic,State,InternationalOrganization,GovernmentBody,Company,CivilSociety,Individual,Collective,Organization" }, async (page) => {
    await page.getByRole("heading", { name: "Everything is filtered out" }).waitFor();
    await page.getByRole("main").getByRole("button", { name: "Take all filters off" }).click();
    await drawn(page);
  });
});

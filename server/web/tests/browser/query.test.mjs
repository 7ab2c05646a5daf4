// The console: from an example to a drawing, completion, mistakes at their place, limits, tabs, history, links, files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { opened, panel, picture, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const editor = (page) => page.getByRole("textbox", { name: /^Query in/ });
/** @param {Page} page */
const rows = (page) => page.getByTestId("rows").locator("tbody tr");

/** Replaces what the editor holds, by keyboard. @param {Page} page @param {string} text */
async function write(page, text) {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** @param {Page} page @param {string} text */
async function ask(page, text) {
  await write(page, text);
  await page.keyboard.press("Control+Enter");
}

/** Runs a query without the page. @param {string} text @param {string} [language] */
async function asked(text, language = "gizmo") {
  const answer = await fetch(`${h.url}/api/v2/query?lang=${language}`, { method: "POST", body: text });
  return answer.json();
}

/** Takes a download. @param {Page} page @param {string} button */
async function downloaded(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("every example finds something, and the busiest shows as table, drawing and JSON", async () => {
  await h.visit({ path: "/?view=query" }, async (page) => {
    const list = page.getByTestId("examples").getByRole("button");
    await list.first().waitFor();
    await picture(page, "query-examples");
    const many = await list.count();
    assert.ok(many >= 6, `${many} examples`);
    for (let i = 0; i < many; i++) {
      if (i > 0) await page.getByRole("button", { name: "Examples", exact: true }).click();
      await page.getByTestId("examples").getByRole("button").nth(i).click();
      await page.getByTestId("result-count").waitFor();
      assert.ok((await rows(page).count()) > 0, `example ${i + 1} finds something`);
    }
    assert.equal(await page.getByRole("tab").count(), many, "each in a tab of its own");
    await page.getByRole("tab").nth(1).click();
    await page.getByRole("button", { name: "Graph", exact: true }).click();
    await page.waitForFunction(() => Number(/** @type {any} */ (document.querySelector("[data-testid=drawing]"))?.dataset.nodes) > 1);
    await page.waitForTimeout(300);
    await picture(page, "query-graph");
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    const shown = JSON.parse((await page.getByTestId("json").textContent()) ?? "");
    assert.ok(Array.isArray(shown) && shown[0].id);
  });
});

test("methods, predicates and IRIs are completed from the keyboard, and the query runs", async () => {
  await h.visit({ path: "/?view=query" }, async (page) => {
    await opened(page, "query");
    await page.keyboard.press("i");
    await page.keyboard.type("g.V");
    await page.getByRole("option", { name: /^V/ }).first().waitFor();
    await page.waitForTimeout(100); // what is offered this very moment is not taken by mistake
    await page.keyboard.press("Enter");
    await page.keyboard.type('("<chin');
    await page.getByRole("option", { name: /<actor:china>/ }).waitFor();
    await picture(page, "query-completion");
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.type('.ou');
    await page.getByRole("option", { name: /^out\(/ }).waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await page.keyboard.type('("<commi');
    await page.getByRole("option", { name: /<commitsTo>/ }).waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.type(".all()");
    await page.keyboard.press("Control+Enter");
    await page.getByTestId("result-count").waitFor();
    const { result } = await asked('g.V("<actor:china>").out("<commitsTo>").all()');
    assert.equal(await rows(page).count(), result.length);
    assert.match(new URL(page.url()).searchParams.get("q") ?? "", /^g\.V\("<actor:china>"\)\.out\("<commitsTo>"\)\.all\(\)$/);
    await rows(page).first().getByRole("link").click();
    await panel(page).getByTestId("statement").first().waitFor();
  });
});

for (const [language, query, line, column] of /** @type {const} */ ([
  ["Gizmo", 'g.V("<actor:china>")\n  .out("<commitsTo>")\n  .al();', 3, 6],
  ["GraphQL", "{\n  nodes(id: <actor:china>) {\n    id\n", 4, 1],
])) {
  test(`a mistake in ${language} is marked at its line and column`, async () => {
    await h.visit({ path: "/?view=query", forgive: /status of 400/ }, async (page) => {
      await opened(page, "query");
      await page.getByRole("button", { name: language, exact: true }).click();
      await ask(page, query);
      const error = page.getByTestId("query-error");
      await error.waitFor();
      const words = (await error.textContent()) ?? "";
      const said = /Line (\d+), column (\d+)/.exec(words);
      assert.ok(said, words);
      assert.equal(Number(said[1]), line);
      assert.ok(Math.abs(Number(said[2]) - column) <= 1, words);
      assert.doesNotMatch(words, /goroutine|\.go:|\/tmp|node_modules/);
      await page.locator(".cm-lintRange-error, .cm-lintPoint-error").first().waitFor();
      await page.locator(".cm-gutter-lint .cm-lint-marker-error").waitFor();
      await picture(page, `query-mistake-${language}`);
      await error.getByRole("button", { name: "Go there" }).click();
      assert.ok(await editor(page).evaluate((e) => /** @type {any} */ (e.getRootNode()).activeElement === e), "the editor has the focus");
    });
  });
}

test("limits are said in words", async () => {
  await h.visit({ path: "/?view=query", forgive: /status of 400/ }, async (page) => {
    await opened(page, "query");
    await ask(page, "for (var i = 0; i < 20000; i++) g.emit(i)");
    await page.getByText("Stopped after 10000 results: narrow the query or end it with .limit(n).").waitFor();
    await page.getByText("1,000 of 10,000 results shown.").waitFor();
    assert.equal(await rows(page).count(), 1000);
    const { text } = await downloaded(page, "Download the results as CSV");
    assert.equal(text.trim().split("\r\n").length, 10_001, "the file has all");
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText("2,000 of 10,000 results shown.").waitFor();
  });
});

test("a query that takes long can be cancelled, and one that takes too long is stopped", async () => {
  await h.visit({ path: "/?view=query", forgive: /status of 400/ }, async (page) => {
    await opened(page, "query");
    await ask(page, "while (true) {}");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Cancelled." }).waitFor();
    await ask(page, "while (1) {}");
    await page.getByTestId("query-error").getByText(/Query stopped after \d+s: start from fewer nodes/).waitFor();
    await picture(page, "query-stopped");
  });
});

test("a link reproduces query, language and form; back goes to the query before", async () => {
  const query = "{ nodes(id: <actor:china>) { id rdfs:label commitsTo { id rdfs:label } } }";
  await h.visit({ path: "/?view=query" }, async (page) => {
    await opened(page, "query");
    await ask(page, 'g.V("<actor:china>").all()');
    await page.getByTestId("result-count").waitFor();
    await write(page, query);
    await page.getByRole("button", { name: "GraphQL", exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("columnheader", { name: "rdfs:label" }).waitFor();
    await page.getByRole("button", { name: "Graph", exact: true }).click();
    await page.waitForURL(/as=graph/);
    const link = page.url();
    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("q") === 'g.V("<actor:china>").all()');
    assert.equal((await editor(page).textContent())?.trim(), 'g.V("<actor:china>").all()');

    const other = await h.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await other.goto(link);
    await other.waitForFunction(() => Number(/** @type {any} */ (document.querySelector("[data-testid=drawing]"))?.dataset.links) > 0);
    assert.equal((await editor(other).textContent())?.trim(), query);
    await other.close();

    // Where the reader has another query in that tab, the link gets one of its own.
    await page.goto(`${h.url}/?view=query&q=g.emit(1)&run=yes`);
    await page.getByTestId("result-count").getByText("1 result").waitFor();
    assert.equal(await page.getByRole("tab").count(), 2);
  });
});

test("tabs and history are kept, closed and opened again from the keyboard", async () => {
  await h.visit({ path: "/?view=query" }, async (page) => {
    await opened(page, "query");
    await ask(page, "g.emit(7)");
    await page.getByTestId("result-count").waitFor();
    await page.getByRole("tab").focus();
    await page.keyboard.press("+");
    await page.keyboard.insertText("g.emit(8)");
    await page.keyboard.press("Control+Enter");
    await rows(page).getByText("8", { exact: true }).waitFor();
    assert.equal(await page.getByRole("tab").count(), 2);
    await page.reload();
    await rows(page).getByText("8", { exact: true }).waitFor();
    assert.deepEqual(await page.getByRole("tab").allTextContents(), ["g.emit(7)", "g.emit(8)"]);
    await page.getByRole("tab", { selected: true }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("tab", { name: "g.emit(7)", selected: true }).waitFor();
    await page.keyboard.press("Delete");
    await page.getByText("“g.emit(7)” was closed.").waitFor();
    assert.equal(await page.getByRole("tab").count(), 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("tab", { name: "g.emit(7)", selected: true }).waitFor();
    await page.keyboard.press("h");
    const dialog = page.getByRole("dialog", { name: "Queries you ran" });
    assert.equal(await dialog.getByRole("button", { name: /^Open/ }).count(), 2);
    await picture(page, "query-history");
    await dialog.getByRole("button", { name: "Open g.emit(8)" }).click();
    assert.equal((await editor(page).textContent())?.trim(), "g.emit(8)");
  });
});

test("results leave as CSV and JSON that say the same", async () => {
  await h.visit({ path: "/?view=query" }, async (page) => {
    await opened(page, "query");
    await ask(page, 'g.V("<actor:china>").in("<attribute>").save("<aim>", "aim").out("<prov:wasQuotedFrom>").save("<oa:exact>", "sentence").all()');
    await page.getByTestId("result-count").waitFor();
    const csv = await downloaded(page, "Download the results as CSV");
    const json = await downloaded(page, "Download the results as JSON");
    assert.equal(csv.name, "mandate-query.csv");
    assert.equal(json.name, "mandate-query.json");
    const parsed = JSON.parse(json.text);
    const { result } = await asked('g.V("<actor:china>").in("<attribute>").save("<aim>", "aim").out("<prov:wasQuotedFrom>").save("<oa:exact>", "sentence").all()');
    assert.deepEqual(parsed, result);
    const lines = csv.text.replace("\uFEFF", "").trim().split("\r\n");
    assert.equal(lines[0], "id,aim,sentence");
    assert.equal(lines.length, parsed.length + 1);
    assert.ok(lines[1]?.includes(parsed[0].aim));
  });
});

test("a server that dies in the middle of a query is reported in words", async () => {
  const before = (/** @type {Page} */ page) => page.route("**/api/v2/query*", (route) => route.abort("connectionreset"));
  await h.visit({ path: "/?view=query", before, forgive: /ERR_CONNECTION_RESET/ }, async (page) => {
    await opened(page, "query");
    await ask(page, "g.emit(1)");
    await page.getByTestId("query-error").getByText("The server does not answer. Is Mandate still running?").waitFor();
  });
});

test("axe finds nothing grave in the console, wide and on a phone; its keys leave the editor alone", async () => {
  for (const size of [{}, PHONE]) {
    const name = size === PHONE ? "phone-query" : "query";
    await h.visit({ path: "/?view=query", reducedMotion: "reduce", ...size }, async (page) => {
      await page.getByTestId("examples").getByRole("button").first().click();
      await rows(page).first().waitFor();
      await auditThemes(page, name);
      await editor(page).click();
      await page.keyboard.type("//dher?");
      assert.equal(await page.getByRole("dialog").count(), 0);
      await opened(page, "query");
      assert.match((await editor(page).textContent()) ?? "", /\/\/dher\?/);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "nothing sticks out sideways");
    });
  }
});

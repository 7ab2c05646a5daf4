// Responsibilities: who has to do with what as a matrix, a list, and by what is missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { saved, opened, panel, picture, statements, table, useHarness } from "./harness.mjs";
import { addEditions } from "./texts.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };
const PATH = "/?view=responsibilities";

/** @typedef {import("playwright-core").Page} Page */

/** The matrix as the server has it. @param {string} [more] */
const answer = (more = "") => h.api(`/responsibilities?columns=principles,goals${more}`);
/** @param {Page} page */
const grid = (page) => page.getByRole("grid");
/** Waits for the matrix. @param {Page} page */
async function shown(page) {
  await opened(page, "responsibilities");
  await grid(page).getByRole("gridcell").first().waitFor();
}
/** What has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.querySelector(".hidden-visually")?.textContent?.trim() ?? "");

/** The fullest cell of a named actor. @param {any} matrix */
function fullest(matrix) {
  const named = matrix.cells.filter((/** @type {any} */ c) => matrix.rows[c.row].kind !== "Gap");
  const cell = named.sort((/** @type {any} */ a, /** @type {any} */ b) => b.count - a.count)[0];
  assert.ok(cell, "the sample links an actor to a goal");
  return { ...cell, actor: matrix.rows[cell.row], target: matrix.columns[cell.column] };
}

test("a cell opens its statements, the address keeps it, and back closes it", async () => {
  const matrix = await answer();
  const cell = fullest(matrix);
  await h.visit({ path: PATH }, async (page) => {
    await shown(page);
    assert.equal(await grid(page).getAttribute("aria-rowcount"), String(matrix.total_rows + 1));
    assert.equal(await grid(page).getAttribute("aria-colcount"), String(matrix.total_columns + 1));
    await page.getByRole("gridcell", { name: `${cell.actor.label}, ${cell.target.label}: ${cell.count} statement` }).click();
    await statements(page).first().waitFor();
    assert.equal(await statements(page).count(), cell.count);
    await panel(page).getByRole("button", { name: cell.target.label }).waitFor();
    await picture(page, "responsibilities-cell");
    const link = page.url();
    await page.goto(link);
    await statements(page).first().waitFor();
    assert.equal(await page.locator('[role=gridcell][aria-selected="true"]').count(), 1);
    await page.getByRole("button", { name: "Close details" }).click();
    await panel(page).waitFor({ state: "hidden" });
    await page.goBack();
    await statements(page).first().waitFor();
  });
});

test("the keyboard alone walks the grid, opens a cell, sorts and comes back", async () => {
  await h.visit({ path: "/" }, async (page) => {
    await page.keyboard.press("m");
    await shown(page);
    for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement?.getAttribute("role") === "gridcell")); i++) {
      await page.keyboard.press("Tab");
    }
    const [row, column] = (await focused(page)).split(/, |:/);
    assert.ok(row && column);
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    assert.match(await focused(page), new RegExp(`^${row}, `), "Home goes to the head of the row");
    await page.keyboard.press("Enter");
    await statements(page).first().waitFor();
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    assert.match(await focused(page), new RegExp(`^${row}, `), "closing gives the focus back");

    await page.keyboard.press("Control+Home");
    const first = await focused(page);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "columnheader");
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await focused(page), first);
    await page.keyboard.press("s");
    await page.waitForURL(/sort=(goal|principle):/);
    assert.equal(await page.locator('[role=columnheader][aria-sort="descending"]').count(), 1);
    const top = await page.locator('[role=row][aria-rowindex="2"] [role=rowheader]').textContent();
    assert.ok(top);
    await page.keyboard.press("Control+End");
    const matrix = await answer();
    const at = await page.evaluate(() => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex"));
    assert.equal(at, String(matrix.total_rows + 1), "Ctrl+End goes to the last row");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard and help" }).getByRole("heading", { name: "In Responsibilities" }).waitFor();
  });
});

test("sorting, grouping and filters hold in the address, and say so when nothing is left", async () => {
  const matrix = await answer();
  await h.visit({ path: PATH }, async (page) => {
    await shown(page);
    await page.getByLabel("Sort rows").selectOption({ label: "by name" });
    await page.waitForURL(/sort=name/);
    const names = matrix.rows.map((/** @type {any} */ r) => (r.kind === "Gap" ? "No one is named" : r.label));
    const [first] = names.sort((/** @type {string} */ a, /** @type {string} */ b) => a.localeCompare(b, "en"));
    const top = page.locator('[role=row][aria-rowindex="2"] [role=rowheader]');
    const said = ((await top.locator(".hidden-visually").textContent()) ?? "").trim();
    assert.ok(said.startsWith(first) || matrix.rows.some((/** @type {any} */ r) => r.kind === "Gap"), `${said} comes first`);
    await page.getByLabel("Group rows").selectOption({ label: "by kind" });
    await page.getByLabel("Group columns").selectOption({ label: "by document" });
    await page.waitForURL(/group=kind.*colgroup=document|colgroup=document.*group=kind/);
    await page.locator(".group").first().waitFor();
    await picture(page, "responsibilities-grouped");
    const before = Number(await grid(page).getAttribute("aria-rowcount"));
    await page.getByRole("checkbox", { name: /Recommendation/ }).uncheck();
    await page.waitForURL(/hide=recommendation/);
    assert.ok(Number(await grid(page).getAttribute("aria-rowcount")) < before, "fewer rows without recommendations");
    await page.reload();
    await shown(page);
    assert.equal(await page.getByLabel("Sort rows").inputValue(), "name");
    assert.equal(await page.getByRole("checkbox", { name: /Recommendation/ }).isChecked(), false);
    await page.goto(`${h.url}${PATH}&hide=obligation,prohibition,commitment,recommendation,permission,goal,stance`);
    await page.getByRole("heading", { name: "Everything is filtered out" }).waitFor();
    await page.getByTestId("filtered").getByRole("button", { name: "Clear filters" }).click();
    await shown(page);
  });
});

test("gaps: goals nobody is bound to are marked, listed with the duties nobody holds, and exported", async () => {
  const gaps = await h.api("/gaps?limit=10000");
  assert.ok(gaps.unserved.total > 0 && gaps.unassigned.total > 0 && gaps.undated.total > 0, "the sample has gaps");
  const [open] = gaps.unserved.items;
  await h.visit({ path: `${PATH}&gaps=only` }, async (page) => {
    await shown(page);
    await page.getByRole("columnheader", { name: new RegExp(`${open.label}, .*Nobody named is bound`) }).waitFor();
    await page.getByRole("rowheader", { name: /No one is named/ }).click();
    await statements(page).first().waitFor();
    await panel(page).getByText("No one is named").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Gaps", exact: true }).click();
    const list = page.getByTestId("gaps");
    for (const [name, total] of [["unserved", gaps.unserved.total], ["unassigned", gaps.unassigned.total], ["undated", gaps.undated.total], ["stance_only", gaps.stance_only.total]]) {
      const heading = list.locator(`[data-gap=${name}] h2`);
      assert.match((await heading.textContent()) ?? "", new RegExp(`${total}$`));
    }
    await list.getByRole("button", { name: /^Show \d+ more/ }).first().click();
    await list.getByRole("button", { name: new RegExp(open.label) }).click();
    await panel(page).getByRole("heading", { name: open.label }).waitFor();
    const { name, text } = await saved(page, "Export", "Gaps as CSV");
    assert.equal(name, "responsibilities-gaps.csv");
    const rows = table(text);
    assert.equal(rows.length, 1 + gaps.unserved.total + gaps.unassigned.total + gaps.undated.total + gaps.stance_only.total);
    assert.ok(rows.some((r) => r.includes(gaps.unassigned.items[0].sentence)), "with the sentence");
  });
});

test("the matrix is exported as it is shown, and as links with their forces", async () => {
  const matrix = await answer();
  const cell = fullest(matrix);
  await h.visit({ path: PATH }, async (page) => {
    await shown(page);
    const asShown = table((await saved(page, "Export", "Matrix as CSV")).text);
    assert.equal(asShown.length, matrix.total_rows + 1);
    const column = asShown[0]?.indexOf(cell.target.label) ?? -1;
    const row = asShown.find((r) => r[0] === cell.actor.label);
    assert.equal(row?.[column], String(cell.count));
    const links = table((await saved(page, "Export", "Links with forces as CSV")).text);
    const sum = links.slice(1).reduce((n, r) => n + Number(r[5]), 0);
    assert.equal(sum, matrix.cells.reduce((/** @type {number} */ n, /** @type {any} */ c) => n + c.count, 0));
  });
});

test("a matrix of thousands stays light and says how much of it is shown", async () => {
  const head = (/** @type {string} */ id, /** @type {string} */ kind) => ({
    iri: id, id: id.split(":")[1], label: `Name of ${id}`, kind, documents: ["sample-txt"], counts: { statements: 5, by_force: { obligation: 5 } },
  });
  const rows = Array.from({ length: 2000 }, (_, i) => head(`actor:a${i}`, "Company"));
  const columns = Array.from({ length: 1500 }, (_, i) => head(`goal:g${i}`, "Goal"));
  const cells = Array.from({ length: 30_000 }, (_, i) => ({ row: i % 2000, column: (i * 7) % 1500, count: 1 + (i % 5), forces: { obligation: 1 + (i % 5) } }));
  const before = (/** @type {Page} */ page) =>
    page.route("**/api/v1/responsibilities*", (route) => route.fulfill({ json: { rows, columns, cells, total_rows: 4000, total_columns: 1500 } }));
  await h.visit({ path: PATH, before }, async (page) => {
    await shown(page);
    await page.getByText("3,500 of 5,500 rows and columns shown, those with most statements first.").waitFor();
    assert.ok((await page.getByRole("gridcell").count()) < 1500, "only what is in sight is in the page");
    await page.getByRole("gridcell").first().focus();
    await page.keyboard.press("Control+End");
    assert.match(await focused(page), /Name of actor:a\d+, Name of goal:g\d+/);
    assert.ok((await page.getByRole("gridcell").count()) < 1500);
  });
});

test("a server that fails is quoted and asked again; a text without goals offers its sections", async () => {
  let failing = true;
  const before = (/** @type {Page} */ page) =>
    page.route("**/api/v1/responsibilities*", (route) =>
      failing ? route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail: "The store is busy." }) }) : route.continue(),
    );
  await h.visit({ path: PATH, before, forgive: /503/ }, async (page) => {
    await page.getByText("The store is busy.").waitFor();
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await shown(page);
  });
  const body = JSON.stringify({ title: "Pier rules", text: "Pier rules\n\nGuards shall close the pier at night." });
  await fetch(`${h.url}/api/v1/documents`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  await h.visit({ path: `${PATH}&doc=pier-rules` }, async (page) => {
    const empty = page.getByTestId("empty");
    await empty.getByRole("heading", { name: "No principle or goal here" }).waitFor();
    await empty.getByRole("button", { name: "Show topics" }).click();
    await shown(page);
  });
  await fetch(`${h.url}/api/v1/documents/pier-rules`, { method: "DELETE" });
});

test("axe finds nothing grave in any form, wide or as on a phone, where the list opens", async () => {
  await addEditions(h.url);
  await h.visit({ path: `${PATH}&colgroup=document&group=kind`, reducedMotion: "reduce" }, async (page) => {
    await shown(page);
    await auditThemes(page, "responsibilities");
    await page.getByRole("button", { name: "Gaps", exact: true }).click();
    await page.getByTestId("gaps").waitFor();
    await auditThemes(page, "responsibilities-gaps");
  });
  await h.visit({ ...PHONE, path: PATH, reducedMotion: "reduce" }, async (page) => {
    await page.getByTestId("actor-list").waitFor();
    await auditThemes(page, "phone-responsibilities");
    await page.getByTestId("actor-list").getByRole("button", { name: /statements?, strongest/ }).first().click();
    await statements(page).first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nothing sticks out");
  });
});

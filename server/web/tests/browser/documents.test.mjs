// Documents: pasting, choosing, dropping and removing, and errors in words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { drawn, opened, picture, statements, table, useHarness } from "./harness.mjs";

const h = useHarness();

const HARBOUR = `Harbour Compact

Goal 1: Clean harbours

Lighthouse keepers shall report every oil spill to the coast guard within one hour. Shipping companies should
train their crews in the handling of waste. Lighthouse keepers may close a harbour during storms.
`;

/** @param {import("playwright-core").Page} page */
const tray = (page) => page.getByRole("region", { name: "Texts being read" });

test("a pasted text is read, counted, shown, and can be removed again", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.getByRole("button", { name: "Add a text" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a text" });
    await dialog.getByLabel("Title").fill("Harbour Compact");
    await dialog.getByLabel("Text", { exact: true }).fill(HARBOUR);
    await picture(page, "add");
    await dialog.getByRole("button", { name: "Read this text" }).click();
    await dialog.waitFor({ state: "hidden" });
    await tray(page).getByText(/\d+ statements, \d+ actors?, \d+ gaps?/).waitFor();
    await picture(page, "read");

    const { items } = await h.api("/documents");
    const stored = items.find((/** @type {any} */ d) => d.title === "Harbour Compact");
    assert.ok(stored && stored.counts.statements >= 2, "the store holds the pasted text");

    await tray(page).getByRole("button", { name: "Show this document" }).click();
    await page.waitForURL(/doc=/);
    const row = page.getByTestId("links").getByRole("button", { name: /^Lighthouse keepers$/i }).first();
    await row.click();
    await statements(page).filter({ hasText: "report every oil spill" }).first().waitFor();

    await page.keyboard.press("d");
    await page.getByRole("link", { name: "Read Harbour Compact" }).waitFor();
    await picture(page, "documents");
    await page.getByRole("button", { name: "Remove Harbour Compact" }).click();
    const confirm = page.getByRole("dialog", { name: "Remove this document?" });
    await picture(page, "remove");
    await confirm.getByRole("button", { name: "Remove document" }).click();
    await confirm.waitFor({ state: "hidden" });
    await page.getByTestId("documents").getByText("Harbour Compact").waitFor({ state: "hidden" });
    const left = (await h.api("/documents")).items;
    assert.ok(!left.some((/** @type {any} */ d) => d.title === "Harbour Compact"), "the store has let go of it");
  });
});

test("a chosen file is read; the same file again replaces it", async () => {
  const file = { name: "harbour.txt", mimeType: "text/plain", buffer: Buffer.from(HARBOUR) };
  await h.visit({}, async (page) => {
    for (const again of [false, true]) {
      await page.keyboard.press("n");
      await page.getByTestId("file-input").setInputFiles(file);
      const outcome = tray(page).getByText(/statements?, .*gaps?/).last();
      await outcome.waitFor();
      assert.equal(/Replaced the earlier version/.test((await outcome.textContent()) ?? ""), again);
      await tray(page).getByRole("button", { name: /^Dismiss/ }).last().click();
    }
  });
});

test("a dropped file is read", async () => {
  await h.visit({}, async (page) => {
    await drawn(page);
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.md", { type: "text/markdown" }));
      return data;
    }, HARBOUR);
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    await page.getByText("Drop to read").waitFor();
    await picture(page, "drop");
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    await tray(page).getByText(/statements?, .*gaps?/).waitFor();
  });
});

test("a binary file is refused in words, and nothing is stored", async () => {
  const before = (await h.api("/documents")).total;
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 73) % 256));
  await h.visit({ forgive: /status of 4\d\d/ }, async (page) => {
    await page.keyboard.press("n");
    await page.getByTestId("file-input").setInputFiles({ name: "image.bin", mimeType: "application/octet-stream", buffer: bytes });
    const problem = tray(page).locator("[data-state=failed] .problem");
    await problem.waitFor();
    const words = (await problem.textContent()) ?? "";
    assert.ok(words.length > 20, `words that say what to do, not ${JSON.stringify(words)}`);
    assert.doesNotMatch(words, /\/|goroutine|\.go\b|panic/, "no path and no stack");
    await picture(page, "refused");
  });
  assert.equal((await h.api("/documents")).total, before);
});

test("an empty text is not sent", async () => {
  await h.visit({}, async (page) => {
    await page.keyboard.press("n");
    await page.getByRole("button", { name: "Read this text" }).click();
    await page.getByText("Paste or type a text first.").waitFor();
  });
});

/** Adds a text to the store; returns what was found in it. @param {string} title @param {string} body */
async function store(title, body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${h.url}/api/v1/documents`, { method: "POST", headers, body: JSON.stringify({ title, text: body }) });
  assert.ok(answer.ok, `${title}: ${answer.status}`);
  return answer.json();
}

/** @param {import("playwright-core").Page} page */
const titles = (page) => page.getByTestId("documents").getByRole("heading").allTextContents();

test("a removed document comes back, as it was, on a phone too", async () => {
  await store("Quay Charter", HARBOUR);
  const before = (await h.api("/documents")).items.find((/** @type {any} */ d) => d.title === "Quay Charter");
  await h.visit({ path: "/?view=documents", viewport: { width: 390, height: 844 } }, async (page) => {
    await page.getByRole("button", { name: "Remove Quay Charter" }).click();
    await page.getByRole("button", { name: "Remove document" }).click();
    await tray(page).getByText("“Quay Charter” was removed.").waitFor();
    await page.getByRole("link", { name: "Read Quay Charter" }).waitFor({ state: "hidden" });
    assert.ok(!(await h.api("/documents")).items.some((/** @type {any} */ d) => d.id === before.id), "it is gone");

    await tray(page).getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByRole("link", { name: "Read Quay Charter" }).waitFor();
    await tray(page).getByText("was removed").waitFor({ state: "hidden" });
    const after = (await h.api("/documents")).items.find((/** @type {any} */ d) => d.id === before.id);
    assert.deepEqual(after?.counts, before.counts, "with all that was found in it");
  });
});

test("a replacement is undone", async () => {
  const file = (/** @type {string} */ text) => ({ name: "pier.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  const stored = async () => (await h.api("/documents")).items.find((/** @type {any} */ d) => d.id === "pier-txt");
  await h.visit({}, async (page) => {
    await page.keyboard.press("n");
    await page.getByTestId("file-input").setInputFiles(file(HARBOUR));
    await tray(page).getByText(/statements?, .*gaps?/).waitFor();
    const first = await stored();
    assert.ok(first, "stored under its name");
    await tray(page).getByRole("button", { name: /^Dismiss/ }).click();

    await page.keyboard.press("n");
    await page.getByTestId("file-input").setInputFiles(file("Ferry pilots shall keep a log of every crossing.\n"));
    await tray(page).getByText("Replaced the earlier version.", { exact: false }).waitFor();
    assert.notEqual((await stored())?.sha256, first.sha256);
    await tray(page).getByRole("button", { name: "Undo: bring the earlier version back" }).click();
    await tray(page).getByRole("listitem").waitFor({ state: "hidden" });
    assert.equal((await stored())?.sha256, first.sha256, "the earlier text is back");
  });
});

test("another file takes a document's place, under any name, and that is undone", async () => {
  const { id } = await store("Quay Charter", HARBOUR);
  const stored = async () => (await h.api("/documents")).items.find((/** @type {any} */ d) => d.id === id);
  const [first, { total }] = [await stored(), await h.api("/documents")];
  const buffer = Buffer.from("Ferry pilots shall keep a log of every crossing.\n");
  await h.visit({ path: `/?view=documents&open=${encodeURIComponent(id)}` }, async (page) => {
    await page.getByRole("button", { name: "Replace with a file" }).waitFor();
    await page.getByTestId("replacement").setInputFiles({ name: "other name.txt", mimeType: "text/plain", buffer });
    await tray(page).getByText("Replaced the earlier version.", { exact: false }).waitFor();
    const second = await stored();
    assert.notEqual(second?.sha256, first.sha256);
    assert.equal((await h.api("/documents")).total, total, "in its place, not beside it");
    await page.getByTestId("statistics").getByText(second.sha256).waitFor();
    await tray(page).getByRole("button", { name: "Undo: bring the earlier version back" }).click();
    await page.getByTestId("statistics").getByText(first.sha256).waitFor();
    assert.deepEqual((await stored())?.counts, first.counts);
  });
});

test("statistics count statements by force, and say what was not read", async () => {
  const { id } = await store("Quay Charter", HARBOUR);
  const { statements: found, counts, sha256 } = await h.api(`/documents/${encodeURIComponent(id)}`);
  await h.visit({ path: "/?view=documents", reducedMotion: "reduce" }, async (page) => {
    await page.getByRole("button", { name: "Statistics of Quay Charter" }).click();
    const shown = page.getByTestId("statistics");
    await shown.getByText("Sentences not read").waitFor();
    await page.waitForURL(/open=/);
    const forces = Object.fromEntries(
      (await shown.getByRole("listitem").allInnerTexts()).map((row) => /^(.*?)\s*(\d+)$/s.exec(row.trim())?.slice(1) ?? []),
    );
    const total = Object.values(forces).reduce((sum, n) => sum + Number(n), 0);
    assert.ok(found.length >= 3);
    assert.equal(total, found.length, "each statement is counted once");
    const words = (await shown.innerText()).replace(/\s+/g, " ");
    assert.ok(words.includes(`Sentences ${counts.sentences} `) && words.includes(`Statements ${counts.statements} `), words);
    assert.ok(words.includes(sha256), "the text is told apart by its sum");
    await shown.getByRole("button", { name: "Read again" }).click();
    await shown.getByText("there is nothing new to find", { exact: false }).waitFor();
    await auditThemes(page, "documents-statistics");
    await page.reload();
    await shown.getByText("Sentences not read").waitFor();
    await page.getByRole("button", { name: "Statistics of Quay Charter" }).click();
    await shown.waitFor({ state: "hidden" });
  });
});

test("the list is sorted, narrowed, and saved as CSV", async () => {
  await store("Anchor Rules", "Ferry pilots shall keep a log of every crossing.\n");
  await store("Quay Charter", HARBOUR);
  await h.visit({ path: "/?view=documents" }, async (page) => {
    await opened(page, "documents");
    const { items } = await h.api("/documents");
    assert.ok(items.length >= 3, "something to sort");
    const expected = [...items].sort((a, b) => a.title.localeCompare(b.title, "en")).map((d) => d.title);
    assert.deepEqual(await titles(page), expected, "by title at first");
    await page.getByLabel("Sort by").selectOption("Statements");
    await page.waitForURL(/sort=statements/);
    const counts = (await titles(page)).map((title) => items.find((/** @type {any} */ d) => d.title === title).counts.statements);
    assert.equal(counts.length, items.length);
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a), "most statements first");

    const csv = async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the list as CSV" }).click()]);
      assert.equal(download.suggestedFilename(), "mandate-documents.csv");
      return table(readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, ""));
    };
    const [head = [], ...rows] = await csv();
    assert.equal(rows.length, items.length);
    for (const row of rows) {
      const cells = Object.fromEntries(head.map((name, i) => [name, row[i]]));
      const document = items.find((/** @type {any} */ d) => d.id === cells.id);
      assert.equal(cells.title, document?.title);
      assert.equal(Number(cells.statements), document.counts.statements);
      assert.equal(cells.sha256, document.sha256);
    }

    await page.getByLabel("Find a document").fill("ANCHOR");
    await page.getByRole("link", { name: "Read Quay Charter" }).waitFor({ state: "hidden" });
    assert.deepEqual(await titles(page), ["Anchor Rules"]);
    assert.equal((await csv()).length, 2, "what is shown is what is saved");
    await page.getByLabel("Find a document").fill("zeppelin");
    await page.getByText("No document is called “zeppelin”.").waitFor();
  });
});

test("a reading that is cancelled stores nothing", async () => {
  const before = (await h.api("/documents")).total;
  const long = Array.from({ length: 20_000 }, (_, i) => `Keeper ${i} of the northern light shall report spill ${i} to the coast guard within ${i} hours.`).join("\n\n");
  await h.visit({}, async (page) => {
    await page.keyboard.press("n");
    await page.getByTestId("file-input").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(long) });
    await tray(page).getByText(/^(Reading sentences|Taking the text out), \d+ %$/).waitFor();
    await picture(page, "stages");
    await tray(page).getByRole("button", { name: "Cancel: long.txt" }).click();
    await tray(page).getByText("Cancelled.").waitFor();
  });
  assert.equal((await h.api("/documents")).total, before);
});

test("an address that is none is not sent, and a server that fetches nothing says so", async () => {
  await h.visit({ forgive: /status of 403/ }, async (page) => {
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "Add a text" });
    await dialog.getByLabel("Address (URL)").fill("harbour compact");
    await dialog.getByRole("button", { name: "Fetch and read" }).click();
    await dialog.getByText("An address begins with http:// or https://.").waitFor();
    await auditThemes(page, "add-address");
    await dialog.getByLabel("Address (URL)").fill("https://example.org/compact");
    await dialog.getByRole("button", { name: "Fetch and read" }).click();
    await dialog.waitFor({ state: "hidden" });
    const problem = tray(page).locator("[data-state=failed] .problem");
    await problem.waitFor();
    assert.match((await problem.textContent()) ?? "", /does not fetch texts/);
  });
});

test("when the last document is gone the page says how to begin", async () => {
  await h.visit({}, async (page) => {
    await page.getByRole("button", { name: "Add a text" }).waitFor();
    for (const { id } of (await h.api("/documents")).items) {
      const gone = await fetch(`${h.url}/api/v1/documents/${encodeURIComponent(id)}`, { method: "DELETE" });
      assert.equal(gone.status, 204);
    }
    await page.reload();
    await page.getByTestId("empty").getByRole("heading", { name: "Nothing here yet" }).waitFor();
    await picture(page, "empty");
    await page.keyboard.press("d");
    await page.getByTestId("empty").getByRole("button", { name: "Add a text" }).click();
    await page.getByRole("dialog", { name: "Add a text" }).waitFor();
  });
});

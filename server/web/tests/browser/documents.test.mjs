// Documents: pasting, choosing, dropping and removing, and errors in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, picture, statements, useHarness } from "./harness.mjs";

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

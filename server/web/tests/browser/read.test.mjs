// Reading: from a statement to its place in the text, and from the text to the graph.
import assert from "node:assert/strict";
import { test } from "node:test";
import { panel, statements, useHarness } from "./harness.mjs";

const h = useHarness();

test("a statement leads to its sentence in the text, lit and in sight; the text leads back", async () => {
  const [{ id, counts }] = (await h.api("/documents")).items;
  const document = await h.api(`/documents/${id}`);
  assert.ok(counts.statements > 0);
  const last = document.statements.at(-1);
  const actor = document.statements.findLast((/** @type {any} */ s) => s.actor.id !== "unassigned").actor;
  await h.visit({ path: `/?node=actor:${actor.id}` }, async (page) => {
    const card = statements(page).last();
    await card.waitFor();
    const sentence = ((await card.locator("blockquote").textContent()) ?? "").trim();
    await card.getByRole("link").click();
    await page.waitForURL(/view=read/);
    const lit = page.getByTestId("reader").locator(".lit");
    await lit.waitFor();
    assert.equal((await lit.textContent())?.trim(), sentence);
    await page.waitForFunction(() => {
      const box = window.document.querySelector(".lit")?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight;
    });

    const marked = await page.getByTestId("reader").locator(".sentence").allTextContents();
    const sentences = new Set(document.statements.map((/** @type {any} */ s) => s.sentence.trim()));
    for (const text of marked) assert.ok(sentences.has(text.trim()), `${text} is a statement's sentence`);
    assert.ok(marked.length > 5);

    await page.getByTestId("reader").getByRole("link", { name: last.sentence.trim(), exact: true }).last().click();
    if (last.actor.id !== "unassigned") {
      await panel(page).getByRole("heading", { name: last.actor.label, exact: true }).waitFor();
    }
  });
});

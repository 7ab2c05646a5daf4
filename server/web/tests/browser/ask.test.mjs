// Ask: a question in plain English, how it was understood, its answers with their sentences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditThemes } from "./axe.mjs";
import { drawn, opened, panel, picture, saved, statements, table, useHarness } from "./harness.mjs";

const h = useHarness();
const PHONE = { viewport: { width: 390, height: 844 } };

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const answers = (page) => page.getByTestId("answer");
/** @param {string} q @param {string} [more] */
const path = (q, more = "") => `/?view=ask&q=${encodeURIComponent(q)}${more}`;

/** The example of most answers. */
async function example() {
  const { items } = await h.api("/ask/examples");
  assert.ok(items.length > 3, "the sample makes examples");
  return items.sort((/** @type {any} */ a, /** @type {any} */ b) => b.total - a.total)[0];
}

test("an example is asked with a click: how it was understood, its rows, why, and the text", async () => {
  const { question, total } = await example();
  const truth = await h.api(`/ask?q=${encodeURIComponent(question)}`);
  await h.visit({ path: "/?view=ask" }, async (page) => {
    await page.getByTestId("examples").getByRole("button", { name: question }).click();
    await answers(page).first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), question);
    assert.equal(await page.getByLabel("Your question").inputValue(), question);
    await page.getByRole("heading", { name: `${total} answer${total === 1 ? "" : "s"}, the best first` }).waitFor();
    const understood = page.getByTestId("understood");
    for (const { label } of truth.question.actors) await understood.getByText(label).waitFor();
    const quotes = await answers(page).locator("blockquote").allTextContents();
    assert.deepEqual(quotes.map((q) => q.trim()), truth.rows.map((/** @type {any} */ r) => r.sentence.trim()));
    await answers(page).first().getByText("Why this answers").click();
    await answers(page).first().getByText(truth.rows[0].rule, { exact: true }).waitFor();
    await picture(page, "ask");
    await answers(page).first().getByRole("button", { name: truth.rows[0].actor.label, exact: true }).click();
    await statements(page).first().waitFor();
    await page.keyboard.press("Escape");
    await answers(page).first().locator(".source").click();
    await page.getByTestId("reader").locator(".lit").first().waitFor();
    await page.goBack();
    await answers(page).first().getByRole("link", { name: "Show in the graph" }).click();
    await drawn(page);
    await panel(page).getByRole("heading", { name: truth.rows[0].actor.label, exact: true }).waitFor();
  });
});

test("the keyboard alone asks, walks the answers, and takes an earlier question again", async () => {
  const { question } = await example();
  await h.visit({}, async (page) => {
    await drawn(page);
    await page.keyboard.press("a");
    await opened(page, "ask");
    await page.keyboard.press("i");
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await answers(page).first().waitFor();
    await page.getByRole("heading", { level: 1, name: "Ask" }).focus();
    await page.keyboard.press("j");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-n")), "1");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-n")), "1");
    await page.keyboard.press("i");
    await page.keyboard.type("Who must paint the moon green?");
    await page.keyboard.press("Enter");
    await page.getByTestId("no-answer").waitFor();
    await page.goBack();
    await answers(page).first().waitFor();
    assert.equal(await page.getByLabel("Your question").inputValue(), question);
    await page.reload();
    const earlier = page.getByTestId("history").getByRole("button", { name: "Who must paint the moon green?", exact: true });
    await earlier.focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("no-answer").waitFor();
    await page.getByRole("button", { name: "Forget them" }).click();
    assert.equal(await page.getByTestId("history").count(), 0);
    assert.equal(await page.evaluate(() => localStorage.getItem("mandate.questions")), "[]");
  });
});

test("no statement found is said plainly, with what was looked for", async () => {
  await h.visit({ path: path("Who must paint the moon green?") }, async (page) => {
    const none = page.getByTestId("no-answer");
    await none.getByRole("heading", { name: "No statement found" }).waitFor();
    await none.getByText("Who does it?").waitFor();
    await none.getByText("moon green").waitFor();
    assert.equal(await answers(page).count(), 0);
  });
});

test("a misspelt actor leads to the one that is meant, and a name is asked of one alone", async () => {
  await h.visit({ path: path("What must Chinna do?") }, async (page) => {
    await page.getByTestId("no-answer").getByText("Did you mean").waitFor();
    await page.getByTestId("no-answer").getByRole("button", { name: "China", exact: true }).click();
    await answers(page).first().waitFor();
    await page.getByText("Asked of China alone.").waitFor();
    await page.waitForURL(/actor=actor:china/);
    for (const name of await answers(page).locator(".actor").allTextContents()) assert.equal(name.trim(), "China");
    await page.getByRole("button", { name: "Ask as the question says" }).click();
    await page.getByTestId("no-answer").waitFor();
  });
});

test("a name of several actors lists them to choose from", async () => {
  const { question } = await example();
  const two = [{ iri: "actor:china", label: "China", kind: "State" }, { iri: "actor:kenya", label: "Kenya", kind: "State" }];
  /** @type {string[]} */ const asked = [];
  const before = (/** @type {Page} */ page) =>
    page.route("**/api/v1/ask?*", async (route) => {
      asked.push(new URL(route.request().url()).search);
      const answer = await (await route.fetch()).json();
      const pinned = asked.at(-1)?.includes("actor=");
      await route.fulfill({ json: { ...answer, question: { ...answer.question, actor: "the States", actors: pinned ? [two[1]] : two } } });
    });
  await h.visit({ path: path(question), before }, async (page) => {
    const candidates = page.getByTestId("candidates");
    await candidates.getByText("“the States” could be 2 actors").waitFor();
    await candidates.getByRole("button", { name: "Kenya" }).click();
    await page.waitForURL(/actor=actor:kenya/);
    await page.getByText("Asked of Kenya alone.").waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    assert.ok(asked.some((search) => /actor=actor(:|%3A)kenya/.test(search)));
  });
});

test("answers come page by page, the address keeps how many, and all of them are exported", async () => {
  const question = "Which duties are there?";
  const lines = Array.from({ length: 47 }, (_, i) => `The Harbour Board shall inspect pier number ${i + 1}.`);
  const body = JSON.stringify({ title: "Pier book", text: `Pier book\n\n${lines.join("\n\n")}` });
  const posted = await fetch(`${h.url}/api/v1/documents`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  assert.equal(posted.ok, true);
  const q = "What must the Harbour Board do?";
  const { total } = await h.api(`/ask?q=${encodeURIComponent(q)}`);
  assert.ok(total >= 45, `${total} answers to ${question}`);
  await h.visit({ path: path(q) }, async (page) => {
    await answers(page).first().waitFor();
    assert.equal(await answers(page).count(), 20);
    await page.getByText(`20 of ${total} answers, the best first`).waitFor();
    await page.getByRole("button", { name: /^Show more/ }).click();
    await page.waitForURL(/show=40/);
    assert.equal(await answers(page).count(), 40);
    await page.reload();
    await answers(page).nth(39).waitFor();
    const csv = await saved(page, "Export", "Answers as CSV");
    const rows = table(csv.text);
    assert.equal(rows.length, total + 1);
    assert.equal(rows[0]?.[0], "actor");
    assert.equal(new Set(rows.slice(1).map((r) => r.at(-1))).size, total, "each once");
    const json = JSON.parse((await saved(page, "Export", "Answers as JSON")).text);
    assert.equal(json.rows.length, total);
    assert.equal(json.question.text, q);
    await page.getByTestId("documents").getByRole("button", { name: /shared plan/ }).click();
    await page.getByText(/^Only in “A shared plan/).waitFor();
    await page.getByTestId("no-answer").waitFor();
    await page.getByRole("button", { name: "Look in all documents" }).click();
    await answers(page).first().waitFor();
  });
  await fetch(`${h.url}/api/v1/documents/pier-book`, { method: "DELETE" });
});

test("a server that dies in the middle of a question is reported in words, and asked again", async () => {
  const { question } = await example();
  let failing = true;
  const before = (/** @type {Page} */ page) => page.route("**/api/v1/ask?*", (route) => (failing ? route.abort("connectionreset") : route.continue()));
  await h.visit({ path: path(question), before, forgive: /ERR_CONNECTION_RESET/ }, async (page) => {
    await page.getByText("The server does not answer. Is Mandate still running?").waitFor();
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await answers(page).first().waitFor();
  });
});

test("axe finds nothing grave, wide or as on a phone", async () => {
  const { question } = await example();
  for (const [size, context] of /** @type {const} */ ([["", {}], ["phone-", PHONE]])) {
    await h.visit({ ...context, path: "/?view=ask", reducedMotion: "reduce" }, async (page) => {
      await page.getByTestId("examples").getByRole("button").first().waitFor();
      await auditThemes(page, `${size}ask-start`);
      await page.goto(h.url + path(question));
      await answers(page).first().getByText("Why this answers").click();
      await auditThemes(page, `${size}ask-answers`);
      await page.goto(h.url + path("What must Chinna do?"));
      await page.getByTestId("no-answer").waitFor();
      await auditThemes(page, `${size}ask-none`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nothing sticks out");
    });
  }
});

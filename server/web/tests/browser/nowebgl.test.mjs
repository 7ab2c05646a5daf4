// A browser without WebGL gets the table, and is told why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { picture, statements, useHarness } from "./harness.mjs";

const h = useHarness({ webgl: false });

test("without WebGL the table takes the graph's place", async () => {
  await h.visit({ forgive: /WebGL|GL_|GPU/i }, async (page) => {
    await page.getByText("This browser cannot draw the graph", { exact: false }).waitFor();
    const rows = page.getByTestId("links").first().locator("tbody tr");
    assert.ok((await rows.count()) > 5);
    await rows.first().getByRole("button").last().click();
    await statements(page).first().waitFor();
    await picture(page, "no-webgl");
  });
});

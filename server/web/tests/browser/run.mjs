// Builds the binary once (unless MANDATE_BIN or MANDATE_URL names one) and runs
// the browser tests against it, each test file with a server and store of its own.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../..");
const root = join(web, "../..");
const scratch = mkdtempSync(join(tmpdir(), "mandate-browser-"));

/** Path of a binary that holds the page as it is built now. */
function binary() {
  if (!existsSync(join(web, "dist/index.html"))) {
    throw new Error("the page is not built: run `npm run build` in server/web first");
  }
  const path = join(scratch, "mandate");
  execFileSync("go", ["build", "-o", path, "./cmd/mandate"], { cwd: root, stdio: "inherit" });
  return path;
}

try {
  const env = { ...process.env };
  if (env.MANDATE_BIN) env.MANDATE_BIN = resolve(env.MANDATE_BIN);
  else if (!env.MANDATE_URL) env.MANDATE_BIN = binary();
  const wanted = process.argv.slice(2);
  const files = readdirSync(here).filter((f) => f.endsWith(".test.mjs") && (wanted.length === 0 || wanted.includes(f)));
  if (files.length === 0) throw new Error("no browser test found");
  const flags = ["--test", "--test-concurrency=1"];
  const { status } = spawnSync(process.execPath, [...flags, ...files.map((f) => join(here, f))], { env, stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

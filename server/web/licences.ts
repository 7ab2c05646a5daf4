// Vite's licence file tells of the packages in the page's own script, not of
// those in its workers: these two plugins add them.
import { appendFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Makes the plugin for the workers, which notes their packages, and the one for the page, which writes them down. */
export function workerLicences(fileName: string): { worker: () => Plugin; page: Plugin } {
  const folders = new Set<string>();
  const worker = (): Plugin => ({
    name: "note-worker-packages",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const modules = chunk.type === "chunk" ? Object.keys(chunk.modules) : [];
        for (const id of modules) {
          const folder = PACKAGE.exec(id.replaceAll("\\", "/"))?.[1];
          if (folder) folders.add(folder);
        }
      }
    },
  });
  const page: Plugin = {
    name: "write-worker-licences",
    apply: "build",
    writeBundle({ dir }) {
      const file = join(dir ?? "dist", fileName);
      if (!existsSync(file)) return;
      const written = readFileSync(file, "utf8");
      const missing = [...folders].sort().map(notice).filter((n) => !written.includes(n.heading));
      for (const { heading, text } of missing) appendFileSync(file, `\n${heading}\n\n${text.trim()}\n`);
    },
  };
  return { worker, page };
}

/** Heading and licence text of the package in a folder. */
function notice(folder: string): { heading: string; text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return {
    heading: `## ${name} - ${version} (${license})`,
    text: file ? readFileSync(join(folder, file), "utf8") : String(license),
  };
}

// Saves what Explore shows, in a format.
import { downloadCsv, download, fileName } from "../../export/download";
import { LINK_COLUMNS, linkRows, toGexf, toGraphml, toJsonLd, type Shown } from "../../export/network";
import { toPng, toSvg } from "../../export/picture";
import { captionMeasure } from "../../graph/captionLayer";
import { readTheme } from "../../graph/style";
import type { PageState } from "../../state/page.svelte";
import { forceName, kindName, text } from "../../text";
import type { Explorer } from "./explorer.svelte";

export type Format = "png" | "svg" | "csv" | "graphml" | "gexf" | "jsonld";

/** Offers the file; its name once it is made. */
export async function save(format: Format, explorer: Explorer, page: PageState): Promise<string> {
  const name = fileName(`mandate-${subject(page)}.${format}`);
  const shown = shownBy(explorer);
  switch (format) {
    case "png":
      download(name, await toPng(pictureOf(explorer, page)));
      break;
    case "svg":
      download(name, new Blob([pictureOf(explorer, page)], { type: "image/svg+xml" }));
      break;
    case "csv":
      downloadCsv(name, LINK_COLUMNS, linkRows(shown));
      break;
    case "graphml":
      download(name, new Blob([toGraphml(shown)], { type: "application/graphml+xml" }));
      break;
    case "gexf":
      download(name, new Blob([toGexf(shown)], { type: "application/gexf+xml" }));
      break;
    case "jsonld":
      download(name, new Blob([toJsonLd(shown)], { type: "application/ld+json" }));
  }
  return name;
}

function shownBy(explorer: Explorer): Shown {
  return { network: explorer.shown, positions: explorer.drawing?.positions ?? new Map(), colour: readTheme().kind };
}

function pictureOf(explorer: Explorer, page: PageState): string {
  if (!explorer.drawing) throw new Error("nothing is drawn");
  const theme = readTheme();
  const { nodes, links } = explorer.shown;
  const { narrowed, nodes: total } = explorer.total;
  const words = text.explore.export;
  return toSvg(explorer.drawing, {
    theme,
    title: words.title,
    subtitle: words.subtitle(documents(page), nodes.length, links.length, narrowed ? words.of(nodes.length, total) : ""),
    kindName,
    forceName,
    measure: captionMeasure(theme),
  });
}

/** The one document that is shown, or how many. */
function documents(page: PageState): string {
  const { doc } = page.view.current;
  const [only, ...others] = page.library.documents;
  const one = page.library.documents.find((d) => d.id === doc) ?? (others.length === 0 ? only : undefined);
  return one?.title ?? text.explore.export.documents(page.library.documents.length);
}

function subject(page: PageState): string {
  return page.view.current.doc ?? "graph";
}

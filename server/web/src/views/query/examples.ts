// Queries that find something in the store at hand, made from an actor of it and what that actor serves.
import type { QueryLanguage } from "../../api/query";
import { text } from "../../text";

export interface Example {
  title: string;
  language: QueryLanguage;
  query: string;
}

/** A link of the store: who, by which predicate, to what. */
export interface Seed {
  actor: { iri: string; label: string };
  predicate: string;
  target: { iri: string; label: string };
  /** Whether the store holds duties that name nobody. */
  gaps: boolean;
}

const words = text.query.examples;

export function examplesOf({ actor, predicate, target, gaps }: Seed): Example[] {
  const gizmo = (title: string, ...lines: string[]): Example => ({ title, language: "gizmo", query: [`// ${title}`, ...lines].join("\n") });
  const a = JSON.stringify(`<${actor.iri}>`);
  const t = JSON.stringify(`<${target.iri}>`);
  const all = [
    gizmo(words.aims(actor.label), `g.V(${a})`, `  .out("<${predicate}>")`, `  .save("<rdfs:label>", "label")`, `  .all()`),
    gizmo(
      words.actors(target.label),
      `g.V(${t}).tag("target")`,
      `  .in(null, "predicate").tag("source")`,
      `  .has("<rdf:type>", "<Actor>")`,
      `  .all()`,
    ),
    gizmo(
      words.sentences(actor.label),
      `g.V(${a})`,
      `  .in("<attribute>").tag("statement")`,
      `  .save("<aim>", "aim")`,
      `  .out("<prov:wasQuotedFrom>")`,
      `  .save("<oa:exact>", "sentence")`,
      `  .all()`,
    ),
    gizmo(words.near(actor.label), `var kinds = g.V("<Goal>", "<Principle>", "<Topic>").in("<rdf:type>");`, `g.V(${a}).tag("source")`, `  .out(null, "predicate")`, `  .intersect(kinds).tag("target")`, `  .all()`),
    gizmo(
      words.busiest,
      `g.V("<Actor>").in("<rdf:type>").forEach(function (row) {`,
      `  var n = g.V(row.id).in("<attribute>").count();`,
      `  if (n > 1) g.emit({ actor: row.id, statements: n });`,
      `});`,
    ),
  ];
  if (gaps) {
    all.push(gizmo(words.gaps, `g.V("<Gap>").in("<rdf:type>").tag("statement")`, `  .out("<prov:wasQuotedFrom>")`, `  .save("<oa:exact>", "sentence")`, `  .all()`));
  }
  const fields = `{\n  nodes(id: <${actor.iri}>) {\n    id\n    rdfs:label\n    ${predicate} { id rdfs:label }\n  }\n}`;
  all.push({ title: words.graphql(actor.label), language: "graphql", query: `# ${words.graphql(actor.label)}\n${fields}` });
  return all;
}

// What the editor offers: Gizmo's methods after a dot, predicates and IRIs of the store inside of quotes and brackets.
import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { QueryLanguage } from "../../api/query";
import { text, kindName } from "../../text";
import { OF_GRAPH, OF_PATH, type Method } from "../../text/gizmo";

/** Where names come from. */
export interface Names {
  /** IRIs of the predicates of the store. */
  predicates: () => Promise<string[]>;
  /** Nodes whose names begin with what was typed. */
  nodes: (typed: string, signal: AbortSignal) => Promise<{ iri: string; label: string; kind: string }[]>;
}

/** An IRI that is being typed, quoted or not: <actor:chi */
const TYPED_IRI = /<[^<>"'\s]*$/;
const METHOD = /\.\s*\w*$/;
/** The last opening bracket of a method whose first argument is a predicate. */
const WANTS_PREDICATE = /\.(?:in|out|both|has|hasR|save|saveOpt|saveR|saveOptR|In|Out|Both|Has|Save)\(\s*\[?\s*(?:["'][^"']*["']\s*,\s*)*["']$/;
const GRAPH_METHOD = /\b(?:g|graph)\s*\.\s*\w*$/;

export function completions(language: QueryLanguage, names: Names): CompletionSource {
  return async (context) => {
    const iri = context.matchBefore(TYPED_IRI);
    if (iri) return iris(context, iri.from, iri.text.slice(1), names);
    if (language === "graphql") return fields(context, names);
    const method = context.matchBefore(METHOD);
    if (method && !insideText(context)) return methods(context, method.from);
    const quote = context.matchBefore(/["']$/);
    if (quote && context.explicit) return iris(context, context.pos, "", names);
    return null;
  };
}

/** Whether a quote stands open on the line. */
function insideText(context: CompletionContext): boolean {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from).replace(/\\./g, "");
  return ((before.match(/"/g) ?? []).length & 1) === 1 || ((before.match(/'/g) ?? []).length & 1) === 1;
}

function methods(context: CompletionContext, dot: number): CompletionResult {
  const typed = context.state.sliceDoc(dot, context.pos);
  const from = dot + (typed.length - typed.replace(/^\.\s*/, "").length);
  const list = context.matchBefore(GRAPH_METHOD) ? OF_GRAPH : OF_PATH;
  return { from, options: list.map(asCompletion), validFor: /^\w*$/ };
}

function asCompletion({ name, takes, does }: Method): Completion {
  return { label: name, detail: `(${takes})`, info: does, type: "method" };
}

async function iris(context: CompletionContext, from: number, typed: string, names: Names): Promise<CompletionResult | null> {
  const wantsPredicate = WANTS_PREDICATE.test(context.state.sliceDoc(Math.max(0, from - 300), from));
  const aborter = new AbortController();
  context.addEventListener("abort", () => aborter.abort());
  const [predicates, nodes] = await Promise.all([
    names.predicates().catch(() => []),
    wantsPredicate ? [] : names.nodes(words(typed), aborter.signal).catch(() => []),
  ]);
  const to = context.state.sliceDoc(context.pos, context.pos + 1) === ">" ? context.pos + 1 : context.pos;
  const fitting = predicates.filter((p) => p.toLowerCase().includes(typed.toLowerCase()));
  const options = [...nodes.map(nodeOption), ...(wantsPredicate || typed !== "" ? fitting.map(predicateOption) : [])];
  // The server has chosen among the nodes already, by their names: what is typed need not stand in the IRI.
  return options.length > 0 ? { from, to, options, filter: false } : null;
}

/** "actor:european-u" → "european u". */
function words(typed: string): string {
  return typed.replace(/^[a-z]+:/, "").replace(/[-_/]+/g, " ").trim();
}

const nodeOption = ({ iri, label, kind }: { iri: string; label: string; kind: string }): Completion => ({
  label: `<${iri}>`,
  detail: `${label}, ${kindName(kind)}`,
  type: "constant",
});

const predicateOption = (iri: string): Completion => ({ label: `<${iri}>`, detail: text.query.completion.predicate, type: "property" });

/** Predicates where GraphQL names fields; without brackets. */
async function fields(context: CompletionContext, names: Names): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w:~]+$/);
  if (!word && !context.explicit) return null;
  const predicates = await names.predicates().catch(() => []);
  const options = ["id", ...predicates].map((name) => ({ label: name, type: "property" }));
  return { from: word?.from ?? context.pos, options, validFor: /^[\w:~]*$/ };
}

// The editor: CodeMirror in a shadow tree. There its styles are adopted style sheets, which the page's
// content security policy allows; in the document itself they would be style elements, which it forbids.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { QueryLanguage } from "../../api/query";
import { completions, type Names } from "./completion";
import { graphql } from "./graphql";

export interface EditorOptions {
  host: HTMLElement;
  names: Names;
  onChange: (text: string) => void;
  onRun: () => void;
}

export interface Mark {
  line: number;
  column: number;
  message: string;
}

export class Editor {
  readonly #view: EditorView;
  readonly #language = new Compartment();
  readonly #label = new Compartment();
  readonly #options: EditorOptions;
  /** Whether a change comes from outside, and nobody need be told of it. */
  #quiet = false;

  constructor(options: EditorOptions) {
    this.#options = options;
    const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: "open" });
    const state = EditorState.create({ extensions: this.#extensions() });
    this.#view = new EditorView({ state, parent: root, root });
  }

  /** Shows a text, as a step that can be undone if the text is another. */
  show(text: string): void {
    const { doc } = this.#view.state;
    if (doc.toString() === text) return;
    this.#quiet = true;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    this.#quiet = false;
  }

  speak(language: QueryLanguage, label: string): void {
    const grammar: Extension = language === "gizmo" ? javascript() : graphql;
    const completing = autocompletion({ override: [completions(language, this.#options.names)], icons: false });
    this.#view.dispatch({
      effects: [
        this.#language.reconfigure([grammar, completing]),
        this.#label.reconfigure(EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" })),
      ],
    });
  }

  /** Marks what is wrong where it stands; null takes the mark away. */
  mark(mark: Mark | null): void {
    const { doc } = this.#view.state;
    const found = mark ? [{ ...rangeOf(doc, mark), severity: "error" as const, message: mark.message }] : [];
    this.#view.dispatch(setDiagnostics(this.#view.state, found));
  }

  goTo({ line, column }: Pick<Mark, "line" | "column">): void {
    const { from } = rangeOf(this.#view.state.doc, { line, column });
    this.#view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #extensions(): Extension[] {
    const run = () => {
      this.#options.onRun();
      return true;
    };
    return [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      lintGutter(),
      syntaxHighlighting(COLOURS),
      THEME,
      EditorView.lineWrapping,
      this.#language.of([]),
      this.#label.of([]),
      Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
      // Tab accepts what is offered; else it leaves the editor, as everywhere on the page.
      keymap.of([{ key: "Tab", run: acceptCompletion }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.#quiet) this.#options.onChange(update.state.doc.toString());
      }),
    ];
  }
}

/** The word at a place, so that there is something to underline. */
function rangeOf(doc: EditorState["doc"], { line, column }: Pick<Mark, "line" | "column">): { from: number; to: number } {
  const { from, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const at = Math.min(Math.max(column - 1, 0), text.length);
  const ahead = /^[\w$]+/.exec(text.slice(at))?.[0].length ?? 0;
  if (ahead > 0) return { from: from + at, to: from + at + ahead };
  // A call is told by its bracket, the end of a query by what is behind it: what stands before is meant.
  const before = doc.sliceString(0, from + at).trimEnd();
  const word = text[at] === "(" || at >= text.length ? /(?:[\w$]+|\S)$/.exec(before)?.[0].length ?? 0 : 0;
  return word > 0 ? { from: before.length - word, to: before.length } : { from: from + at, to: Math.min(from + at + 1, doc.length) };
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.comment], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.string, tags.regexp], color: "var(--force-commitment)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--force-goal)" },
  { tag: [tags.keyword, tags.meta], color: "var(--force-permission)", fontWeight: "600" },
  { tag: [tags.propertyName, tags.function(tags.variableName)], color: "var(--force-obligation)" },
]);

const THEME = EditorView.theme({
  "&": { height: "100%", fontSize: "14px", backgroundColor: "var(--surface)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" }, // the host has it
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent-soft) 45%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", outline: "1px solid var(--line-strong)" },
  ".cm-lintRange-error": { backgroundImage: "none", borderBottom: "2px wavy var(--danger)", textDecoration: "underline wavy var(--danger) 2px", textUnderlineOffset: "3px" },
  ".cm-lint-marker-error": { content: "none", width: "9px", height: "9px", margin: "6px 2px 0", borderRadius: "50%", backgroundColor: "var(--danger)" },
  ".cm-tooltip": { border: "1px solid var(--line-strong)", borderRadius: "6px", backgroundColor: "var(--surface)", color: "var(--ink)", boxShadow: "var(--shadow)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "13px", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "1.5" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal", fontFamily: "var(--font-ui)", marginLeft: "12px" },
  ".cm-completionInfo": { padding: "6px 10px", maxWidth: "320px", fontFamily: "var(--font-ui)", fontSize: "13px" },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "var(--font-ui)", borderLeft: "4px solid var(--danger)" },
});

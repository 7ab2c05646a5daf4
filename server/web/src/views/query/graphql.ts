// Colours for Cayley's dialect of GraphQL, which writes IRIs in angle brackets.
import { StreamLanguage, type StringStream } from "@codemirror/language";

export const graphql = StreamLanguage.define<null>({
  name: "graphql",
  startState: () => null,
  token,
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["{", "(", "[", '"'] } },
});

function token(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^#.*/)) return "comment";
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
  if (stream.match(/^<[^<>\s]*>?/)) return "string";
  if (stream.match(/^-?\d+(?:\.\d+)?/)) return "number";
  if (stream.match(/^[@$]\w+/)) return "meta";
  if (stream.match(/^(?:query|fragment|on|true|false|null)\b/)) return "keyword";
  if (stream.match(/^~?[A-Za-z_][\w:]*/)) return "propertyName";
  stream.next();
  return null;
}

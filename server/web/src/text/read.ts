// Words of the view Read.
export const read = {
  label: "Read",

  textOf: (title: string) => `Text of ${title}`,
  choose: "Choose a document to read",
  loading: "Fetching the text…",
  inMargin: "Statements of this paragraph",
};

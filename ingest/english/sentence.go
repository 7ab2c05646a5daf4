// Package english turns English text into sentences, tokens, tags, lemmas and
// dependency trees in the conventions of Universal Dependencies. It is a leaf:
// the ingester reads documents with it and the question parser reads questions
// with it, and it knows nothing of actors, statements or graphs.
package english

// Span is a stretch of text: byte offsets into the string that was analysed,
// End exclusive.
type Span struct{ Start, End int }

// Token is one syntactic word of a sentence (a "word" line of CoNLL-U).
// Contractions and possessives are split as in UD English: "don't" is "do" +
// "n't", "China's" is "China" + "'s", "cannot" is "can" + "not".
type Token struct {
	Span          // bytes into Sentence.Text
	Text   string // Sentence.Text[Start:End], never empty
	Lemma  string // dictionary form, lower case except for proper nouns
	UPOS   string // universal part of speech: NOUN, VERB, AUX, …
	XPOS   string // Penn Treebank tag: NN, VBZ, MD, …
	Head   int    // index of the head in Sentence.Tokens, -1 for the root
	Deprel string // relation to the head with subtype: nsubj, nsubj:pass, …
}

// Sentence is an analysed sentence. Tokens stand in text order, do not overlap,
// and what lies between two of them is white space or nothing.
type Sentence struct {
	Text   string
	Tokens []Token
}

package english

import "slices"

// lexicon says which embedding rows belong to a word: the step from features to
// the network's input. It also names the network's labels.
type lexicon struct {
	words  []uint32 // sorted hashes of the known words; row firstWordRow+i belongs to words[i]
	row    map[uint32]int32
	known  []uint32 // sorted hashes of the words with a pre-trained vector; row firstWordRow+i belongs to known[i]
	vector map[uint32]int32
	rows   [embeddings]int
	labels []string
	root   int // index of the root relation in labels
}

// Rows of the embedding tables with a meaning of their own.
const (
	unknownRow = iota // an unknown word, or one hidden in training
	rootRow           // position 0
	firstWordRow
)

// The embeddings of a word, in the order of wordInput.
const (
	wordEmbedding = iota
	suffix4Embedding
	suffix3Embedding
	suffix2Embedding
	suffix1Embedding
	prefix3Embedding
	shapeEmbedding
	vectorEmbedding
	tagEmbedding
)

// rootRelation is the label of the root's arc and of no other.
const rootRelation = "root"

func newLexicon(words, known []uint32, rows [embeddings]int, labels []string) *lexicon {
	l := &lexicon{words: words, row: numberRows(words), known: known, vector: numberRows(known), rows: rows, labels: labels}
	l.root = slices.Index(labels, rootRelation)
	return l
}

// numberRows gives each word the row that belongs to it.
func numberRows(words []uint32) map[uint32]int32 {
	rows := make(map[uint32]int32, len(words))
	for i, word := range words {
		rows[word] = int32(firstWordRow + i)
	}
	return rows
}

// input turns a word's features and its tag into embedding rows.
func (l *lexicon) input(w *wordFeatures, tag uint8) wordInput {
	hashed := func(e int, hash uint32) int32 {
		return firstWordRow + int32(hash%uint32(l.rows[e]-firstWordRow))
	}
	return wordInput{
		wordEmbedding:    l.row[w.word], // unknownRow when absent
		suffix4Embedding: hashed(suffix4Embedding, w.suffix[4]),
		suffix3Embedding: hashed(suffix3Embedding, w.suffix[3]),
		suffix2Embedding: hashed(suffix2Embedding, w.suffix[2]),
		suffix1Embedding: hashed(suffix1Embedding, w.suffix[1]),
		prefix3Embedding: hashed(prefix3Embedding, w.prefix[3]),
		shapeEmbedding:   hashed(shapeEmbedding, w.shape),
		vectorEmbedding:  l.vector[w.word],
		tagEmbedding:     firstWordRow + int32(tag),
	}
}

// rootInput is the input of position 0.
func rootInput() wordInput {
	var in wordInput
	for e := range in {
		in[e] = rootRow
	}
	return in
}

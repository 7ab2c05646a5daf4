package english

import "slices"

// lexicon says which embedding rows belong to a word: the step from features to
// the network's input. It also names the network's labels.
type lexicon struct {
	words  hashes // of the known words
	known  hashes // of the words with a pre-trained vector
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
	l := &lexicon{words: words, known: known, rows: rows, labels: labels}
	l.root = slices.Index(labels, rootRelation)
	return l
}

// hashes are those of words, sorted; row firstWordRow+i belongs to the i-th.
type hashes []uint32

// row is the row that belongs to a word, unknownRow where there is none.
func (h hashes) row(word uint32) int32 {
	i, ok := slices.BinarySearch(h, word)
	if !ok {
		return unknownRow
	}
	return int32(firstWordRow + i)
}

// input turns a word's features and its tag into embedding rows.
func (l *lexicon) input(w *wordFeatures, tag uint8) wordInput {
	hashed := func(e int, hash uint32) int32 {
		return firstWordRow + int32(hash%uint32(l.rows[e]-firstWordRow))
	}
	return wordInput{
		wordEmbedding:    l.words.row(w.word),
		suffix4Embedding: hashed(suffix4Embedding, w.suffix[4]),
		suffix3Embedding: hashed(suffix3Embedding, w.suffix[3]),
		suffix2Embedding: hashed(suffix2Embedding, w.suffix[2]),
		suffix1Embedding: hashed(suffix1Embedding, w.suffix[1]),
		prefix3Embedding: hashed(prefix3Embedding, w.prefix[3]),
		shapeEmbedding:   hashed(shapeEmbedding, w.shape),
		vectorEmbedding:  l.known.row(w.word),
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

package english

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// trainingSet is a treebank prepared for training.
type trainingSet struct {
	sentences []Sentence // with the copies in lower case
	copied    []bool
	words     [][]wordFeatures
	fold      []int // part of the treebank for jackknifing
	vectors   *Vectors
	tags      []tagPair
	tagIndex  map[tagPair]uint8
	labels    []string
	counts    map[uint32]int // how often a word occurs
}

// folds is the number of parts for jackknifing: each part is tagged by a tagger
// that has not seen it, so that the parser learns from tags as bad as those it
// will meet. Neighbouring sentences (foldBlock of them) share a part.
const (
	folds     = 5
	foldBlock = 20
)

// Shares of sentences of which a copy is added as headings, fragments and
// shouted notices are written: without the final stop, in lower case, in Title
// Case or in CAPITALS.
const (
	lowerShare   = 0.1
	titleShare   = 0.05
	capitalShare = 0.03
)

func newTrainingSet(treebank []Sentence, random *rand.Rand) (*trainingSet, error) {
	if len(treebank) == 0 {
		return nil, errors.New("the training treebank has no sentences")
	}
	set := &trainingSet{tagIndex: map[tagPair]uint8{}, counts: map[uint32]int{}}
	for i, s := range treebank {
		set.add(s, i/foldBlock%folds, false)
		if recase := drawCase(random.Float64()); recase != nil {
			if other, ok := recased(s, recase); ok {
				set.add(other, i/foldBlock%folds, true)
			}
		}
	}
	set.inventory()
	if len(set.tags) >= noTag || len(set.labels) > maxLabels {
		return nil, fmt.Errorf("the treebank has %d tags and %d relations, more than the model can tell apart", len(set.tags), len(set.labels))
	}
	if !slices.Contains(set.labels, rootRelation) {
		return nil, errors.New("the treebank has no relation " + rootRelation)
	}
	return set, nil
}

func (set *trainingSet) add(s Sentence, fold int, copied bool) {
	words := make([]wordFeatures, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i] = describeWord(t.Text)
		set.counts[words[i].word]++
	}
	set.sentences = append(set.sentences, s)
	set.words = append(set.words, words)
	set.fold = append(set.fold, fold)
	set.copied = append(set.copied, copied)
}

// drawCase chooses how a sentence's copy is written by a number below 1; nil
// for no copy.
func drawCase(x float64) func(Token) string {
	switch {
	case x < lowerShare:
		return func(t Token) string { return strings.ToLower(t.Text) }
	case x < lowerShare+titleShare:
		return titleCase
	case x < lowerShare+titleShare+capitalShare:
		return func(t Token) string { return strings.ToUpper(t.Text) }
	}
	return nil
}

// titleCase is how a word is written in a title: with a capital unless it is a
// short function word.
func titleCase(t Token) string {
	switch t.UPOS {
	case "ADP", "CCONJ", "DET", "PART", "SCONJ":
		return strings.ToLower(t.Text)
	}
	first, size := utf8.DecodeRuneInString(t.Text)
	return string(unicode.ToUpper(first)) + t.Text[size:]
}

// recased is s with its words as recase writes them and without its final
// stop; false when nothing would be left.
func recased(s Sentence, recase func(Token) string) (Sentence, bool) {
	tokens := slices.Clone(s.Tokens)
	for i := range tokens {
		tokens[i].Text = recase(tokens[i])
	}
	last := len(tokens) - 1
	if tokens[last].Text == "." && tokens[last].Head >= 0 &&
		!slices.ContainsFunc(tokens, func(t Token) bool { return t.Head == last }) {
		tokens = tokens[:last]
	}
	return Sentence{Tokens: tokens}, len(tokens) > 0
}

// inventory lists tags and labels in a fixed order.
func (set *trainingSet) inventory() {
	tags, labels := map[tagPair]bool{}, map[string]bool{}
	for _, s := range set.sentences {
		for _, t := range s.Tokens {
			tags[tagPair{t.UPOS, t.XPOS}] = true
			labels[t.Deprel] = true
		}
	}
	set.tags = slices.SortedFunc(maps.Keys(tags), func(a, b tagPair) int {
		return cmp.Or(cmp.Compare(a.upos, b.upos), cmp.Compare(a.xpos, b.xpos))
	})
	for i, tag := range set.tags {
		set.tagIndex[tag] = uint8(i)
	}
	set.labels = slices.Sorted(maps.Keys(labels))
}

// tagged lists the sentences that keep wants, with their gold tags.
func (set *trainingSet) tagged(keep func(fold int) bool) []taggedSentence {
	var out []taggedSentence
	for i, s := range set.sentences {
		if !keep(set.fold[i]) {
			continue
		}
		gold := make([]uint8, len(s.Tokens))
		for j, t := range s.Tokens {
			gold[j] = set.tagIndex[tagPair{t.UPOS, t.XPOS}]
		}
		out = append(out, taggedSentence{words: set.words[i], gold: gold})
	}
	return out
}

// tokens yields the treebank's words, without the copies.
func (set *trainingSet) tokens() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i, s := range set.sentences {
			if set.copied[i] {
				continue
			}
			for _, t := range s.Tokens {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// jackknife tags each sentence by a tagger trained on the other parts.
func (set *trainingSet) jackknife(settings taggerSettings, seed uint64) [][]uint8 {
	out := make([][]uint8, len(set.sentences))
	for fold := range folds {
		t := trainTagger(set.tagged(func(f int) bool { return f != fold }), set.tags, settings, seed)
		for i, words := range set.words {
			if set.fold[i] == fold {
				out[i] = t.tag(words, nil)
			}
		}
	}
	return out
}

// lexicon knows the words that occur at least twice, and tables for the rest.
func (set *trainingSet) lexicon() *lexicon {
	var words []uint32
	for word, count := range set.counts {
		if count >= 2 {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	known, _ := set.vectors.index()
	rows := [embeddings]int{
		wordEmbedding: firstWordRow + len(words), suffix4Embedding: 8192, suffix3Embedding: 4096, suffix2Embedding: 1024, suffix1Embedding: 128,
		prefix3Embedding: 4096, shapeEmbedding: 256, vectorEmbedding: firstWordRow + len(known), tagEmbedding: firstWordRow + len(set.tags),
	}
	return newLexicon(words, known, rows, set.labels)
}

// gold is the tree of sentence i as the network sees it.
func (set *trainingSet) gold(i int, labels map[string]int) goldTree {
	tokens := set.sentences[i].Tokens
	tree := goldTree{make([]int, len(tokens)+1), make([]int, len(tokens)+1), make([]int, len(tokens)+1)}
	for j, t := range tokens {
		tree.heads[j+1], tree.labels[j+1] = t.Head+1, labels[t.Deprel]
		tree.tags[j+1] = int(set.tagIndex[tagPair{t.UPOS, t.XPOS}])
	}
	return tree
}

package english

import (
	"math"
	"math/bits"
)

// tagger is a greedy left-to-right averaged perceptron (Collins 2002) over the
// joint classes of UPOS and XPOS, so that the two never contradict each other.
// Its features are hashed; weights are small integers.
type tagger struct {
	tags     []tagPair
	features []tagFeature // by key, and one behind the last
	weights  []tagWeight
	bucket   []uint32 // for each number that a key can begin with, the first such feature
	shift    int      // how far to shift a key for that number
}

// tagFeature is where the weights of a feature begin; those of the next one
// begin where they end.
type tagFeature struct{ key, first uint32 }

// tagPair is one joint class.
type tagPair struct{ upos, xpos string }

// tagWeight is what a feature adds to the score of one class.
type tagWeight struct {
	tag   uint8
	value int8
}

// noTag stands before the first word.
const noTag = 255

// Feature templates; the number goes into the hash. Those from firstTagTemplate
// on look at the tags given to the words before.
const (
	templateBias = iota + 1
	templateWord
	templateSuffix1
	templateSuffix2
	templateSuffix3
	templateSuffix4
	templatePrefix1
	templatePrefix2
	templatePrefix3
	templateShape
	templatePlace
	templatePreviousWord
	templatePreviousSuffix
	templatePreviousShape
	templateSecondLastWord
	templateNextWord
	templateNextSuffix
	templateNextShape
	templateSecondNextWord
	templatePreviousAndWord
	templateWordAndNext
	templateNeighbours
	staticTemplates = iota
)

const (
	templatePreviousTag = staticTemplates + 1 + iota
	templateTwoTags
	templateTagAndWord
	templateTagAndNext
	templateTagAndSuffix
	templateTagWordNext
	tagTemplates = iota
)

func featureKey(template int, value uint32) uint32 {
	h := scramble(value*31 + uint32(template)*0x9e3779b9)
	if h == 0 {
		return 1
	}
	return h
}

// edgeWord stands for the places before the first and after the last word.
var edgeWord = wordFeatures{word: 1, suffix: [5]uint32{1, 1, 1, 1, 1}, shape: 1}

func wordAt(words []wordFeatures, i int) *wordFeatures {
	if i < 0 || i >= len(words) {
		return &edgeWord
	}
	return &words[i]
}

// staticFeatures are the keys for word i that do not depend on tags.
func staticFeatures(keys *[staticTemplates]uint32, words []wordFeatures, i int) {
	w, before, after := &words[i], wordAt(words, i-1), wordAt(words, i+1)
	place := uint32(2)
	if i == 0 {
		place = 0
	} else if i == len(words)-1 {
		place = 1
	}
	values := [staticTemplates]uint32{
		0, w.word, w.suffix[1], w.suffix[2], w.suffix[3], w.suffix[4], w.prefix[1], w.prefix[2], w.prefix[3],
		w.shape, place + w.shape*3, before.word, before.suffix[3], before.shape, wordAt(words, i-2).word,
		after.word, after.suffix[3], after.shape, wordAt(words, i+2).word,
		before.word ^ w.word*7, w.word ^ after.word*7, before.word ^ after.word*7,
	}
	for t, value := range values {
		keys[t] = featureKey(templateBias+t, value)
	}
}

// tagFeatures are the keys for word i that depend on the two tags before it.
func tagFeatures(keys *[tagTemplates]uint32, words []wordFeatures, i int, previous, secondLast uint8) {
	w, after := &words[i], wordAt(words, i+1)
	p := uint32(previous) * 0x01000193
	values := [tagTemplates]uint32{
		p, p ^ uint32(secondLast)<<8, p ^ w.word, p ^ after.word, p ^ w.suffix[3], p ^ w.word*3 ^ after.word*7,
	}
	for t, value := range values {
		keys[t] = featureKey(templatePreviousTag+t, value)
	}
}

// newTagger makes a tagger of features by rising keys.
func newTagger(tags []tagPair, features []taggerFeature) *tagger {
	t := &tagger{tags: tags}
	for _, f := range features {
		t.features = append(t.features, tagFeature{f.key, uint32(len(t.weights))})
		t.weights = append(t.weights, f.weights...)
	}
	t.finish()
	return t
}

// finish makes the buckets, about one for each feature: keys are hashes, so
// they spread evenly.
func (t *tagger) finish() {
	width := bits.Len(uint(len(t.features)))
	t.shift = 32 - width
	t.bucket = make([]uint32, 1<<width)
	next := 0
	for i, f := range t.features {
		for ; next <= int(f.key>>t.shift); next++ {
			t.bucket[next] = uint32(i)
		}
	}
	for ; next < len(t.bucket); next++ {
		t.bucket[next] = uint32(len(t.features))
	}
	t.features = append(t.features, tagFeature{math.MaxUint32, uint32(len(t.weights))})
}

// lookup returns the weights of a feature, none when it is unknown.
func (t *tagger) lookup(key uint32) []tagWeight {
	features := t.features[t.bucket[key>>t.shift]:]
	for len(features) > 1 && features[0].key < key {
		features = features[1:]
	}
	if len(features) < 2 || features[0].key != key {
		return nil
	}
	return t.weights[features[0].first:features[1].first]
}

// tag appends the class of each word to out.
func (t *tagger) tag(words []wordFeatures, out []uint8) []uint8 {
	var static [staticTemplates]uint32
	var dynamic [tagTemplates]uint32
	previous, secondLast := uint8(noTag), uint8(noTag)
	for i := range words {
		var scores [noTag + 1]int32
		staticFeatures(&static, words, i)
		tagFeatures(&dynamic, words, i, previous, secondLast)
		for _, key := range static {
			addScores(&scores, t.lookup(key))
		}
		for _, key := range dynamic {
			addScores(&scores, t.lookup(key))
		}
		previous, secondLast = bestTag(scores[:len(t.tags)]), previous
		out = append(out, previous)
	}
	return out
}

func addScores(scores *[noTag + 1]int32, weights []tagWeight) {
	for _, w := range weights {
		scores[w.tag] += int32(w.value)
	}
}

// bestTag is the first class of the highest score.
func bestTag(scores []int32) uint8 {
	best := 0
	for tag, score := range scores {
		if score > scores[best] {
			best = tag
		}
	}
	return uint8(best)
}

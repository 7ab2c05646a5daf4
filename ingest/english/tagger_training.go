package english

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// taggerSettings are the knobs of tagger training.
type taggerSettings struct {
	epochs   int
	minCount int     // word features seen less often are left out
	prune    float32 // averaged weights below it are dropped
}

// taggedSentence is a sentence ready for the tagger's training.
type taggedSentence struct {
	words  []wordFeatures
	gold   []uint8
	static [][staticTemplates]int32 // trainer's feature numbers, -1 for left out
}

// perceptron holds the weights in training.
type perceptron struct {
	tags  int
	index map[uint32]int32 // feature key to number
	keys  []uint32
	cells [][]perceptronCell
	step  int32
}

// perceptronCell is the weight of one class for one feature, with the sum over
// all steps until changed.
type perceptronCell struct {
	tag     uint8
	weight  float32
	sum     float64
	changed int32
}

// trainTagger makes a tagger for the classes in tags. Same sentences in the
// same order and same seed give the same tagger.
func trainTagger(sentences []taggedSentence, tags []tagPair, settings taggerSettings, seed uint64) *tagger {
	p := &perceptron{tags: len(tags), index: map[uint32]int32{}}
	p.numberFeatures(sentences, settings.minCount)
	random := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for range settings.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			p.learn(&sentences[i])
		}
	}
	return p.compile(tags, settings.prune)
}

func (p *perceptron) numberFeatures(sentences []taggedSentence, minCount int) {
	counts := map[uint32]int{}
	var keys [staticTemplates]uint32
	for s := range sentences {
		for i := range sentences[s].words {
			staticFeatures(&keys, sentences[s].words, i)
			for _, key := range keys {
				counts[key]++
			}
		}
	}
	for s := range sentences {
		sentence := &sentences[s]
		sentence.static = make([][staticTemplates]int32, len(sentence.words))
		for i := range sentence.words {
			staticFeatures(&keys, sentence.words, i)
			for t, key := range keys {
				sentence.static[i][t] = -1
				if counts[key] >= minCount {
					sentence.static[i][t] = p.number(key)
				}
			}
		}
	}
}

func (p *perceptron) number(key uint32) int32 {
	n, ok := p.index[key]
	if !ok {
		n = int32(len(p.keys))
		p.index[key] = n
		p.keys = append(p.keys, key)
		p.cells = append(p.cells, nil)
	}
	return n
}

// learn tags one sentence and corrects the weights after each wrong word.
func (p *perceptron) learn(s *taggedSentence) {
	var dynamic [tagTemplates]uint32
	var features [staticTemplates + tagTemplates]int32
	scores := make([]float32, p.tags)
	previous, secondLast := uint8(noTag), uint8(noTag)
	for i := range s.words {
		p.step++
		copy(features[:], s.static[i][:])
		tagFeatures(&dynamic, s.words, i, previous, secondLast)
		for t, key := range dynamic {
			features[staticTemplates+t] = p.number(key)
		}
		guess := p.guess(features[:], scores)
		if guess != s.gold[i] {
			for _, f := range features {
				if f >= 0 {
					p.change(f, s.gold[i], 1)
					p.change(f, guess, -1)
				}
			}
		}
		previous, secondLast = guess, previous
	}
}

func (p *perceptron) guess(features []int32, scores []float32) uint8 {
	clear(scores)
	for _, f := range features {
		if f < 0 {
			continue
		}
		for _, cell := range p.cells[f] {
			scores[cell.tag] += cell.weight
		}
	}
	best := 0
	for tag, score := range scores {
		if score > scores[best] {
			best = tag
		}
	}
	return uint8(best)
}

func (p *perceptron) change(feature int32, tag uint8, by float32) {
	cells := p.cells[feature]
	for i := range cells {
		if cells[i].tag == tag {
			cells[i].sum += float64(cells[i].weight) * float64(p.step-cells[i].changed)
			cells[i].weight += by
			cells[i].changed = p.step
			return
		}
	}
	p.cells[feature] = append(cells, perceptronCell{tag: tag, weight: by, changed: p.step})
}

// compile averages, prunes and quantises the weights: the unit is chosen so
// that all but a few in ten thousand fit into eight bits.
func (p *perceptron) compile(tags []tagPair, prune float32) *tagger {
	var magnitudes []float64
	average := func(c perceptronCell) float64 {
		return (c.sum + float64(c.weight)*float64(p.step-c.changed)) / float64(p.step)
	}
	for _, cells := range p.cells {
		for _, c := range cells {
			if a := math.Abs(average(c)); a >= float64(prune) {
				magnitudes = append(magnitudes, a)
			}
		}
	}
	unit := 1.0
	if len(magnitudes) > 0 {
		slices.Sort(magnitudes)
		unit = magnitudes[len(magnitudes)*9995/10000] / math.MaxInt8
	}
	var features []taggerFeature
	for f, cells := range p.cells {
		feature := taggerFeature{key: p.keys[f]}
		for _, c := range cells {
			a := average(c)
			q := math.Round(max(-math.MaxInt8, min(math.MaxInt8, a/unit)))
			if math.Abs(a) >= float64(prune) && q != 0 {
				feature.weights = append(feature.weights, tagWeight{c.tag, int8(q)})
			}
		}
		if len(feature.weights) > 0 {
			slices.SortFunc(feature.weights, func(a, b tagWeight) int { return cmp.Compare(a.tag, b.tag) })
			features = append(features, feature)
		}
	}
	slices.SortFunc(features, func(a, b taggerFeature) int { return cmp.Compare(a.key, b.key) })
	return newTagger(tags, features)
}

// taggerFeature is a feature's weights as they stand in the model file.
type taggerFeature struct {
	key     uint32
	weights []tagWeight
}

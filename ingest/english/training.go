package english

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// TrainingOptions say what to learn from and for how long. The same options
// give the same model, byte for byte.
type TrainingOptions struct {
	Train, Dev []Sentence
	Vectors    *Vectors // pre-trained word vectors, nil for none
	Epochs     int
	Seed       uint64
	// Report is called after each epoch; its error stops the training.
	Report func(Epoch) error
}

// Epoch is what one pass over the treebank came to.
type Epoch struct {
	Number int
	Loss   float64 // mean negative log-likelihood of a word's head and relation
	Dev    Score
	Model  *Model // as it would be read from its file
}

// Settings of the optimisation.
const (
	learningRate = 2e-3
	batchWords   = 350
	hideTag      = 0.1
	hideWord     = 0.08 // besides a share that falls with the word's frequency
	rareWord     = 0.25
	hideVector   = 0.05
)

// standardTagger are the settings of the shipped tagger.
var standardTagger = taggerSettings{epochs: 6, minCount: 4, prune: 0.5}

// Train makes a model and returns it as it was after the last epoch.
func Train(o TrainingOptions) (*Model, error) {
	random := rand.New(rand.NewPCG(o.Seed, 0))
	set, err := newTrainingSet(o.Train, random)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	set.vectors = o.Vectors
	t := newTrainer(set, o.Seed, random)
	var model *Model
	for epoch := range o.Epochs {
		loss := t.epoch(epoch, o.Epochs)
		if model, err = t.snapshot(); err != nil {
			return nil, fmt.Errorf("train: epoch %d: %w", epoch+1, err)
		}
		if err := o.Report(Epoch{epoch + 1, loss, Evaluate(model, o.Dev), model}); err != nil {
			return nil, fmt.Errorf("train: epoch %d: %w", epoch+1, err)
		}
	}
	return model, nil
}

// trainer holds what training works on.
type trainer struct {
	random   *rand.Rand
	tagger   *tagger
	lemmas   *Lemmatizer
	lexicon  *lexicon
	network  *network
	gradient *gradient
	adam     *adam
	vectors  *projection
	masks    *masks
	examples []parserExample
	order    []int
	memory   activations
}

// parserExample is one sentence of the treebank.
type parserExample struct {
	inputs []wordInput
	hide   []float64 // probability that a word is treated as unknown
	gold   goldTree
}

func newTrainer(set *trainingSet, seed uint64, random *rand.Rand) *trainer {
	t := &trainer{random: random, lexicon: set.lexicon()}
	t.tagger = trainTagger(set.tagged(func(int) bool { return true }), set.tags, standardTagger, seed)
	t.lemmas = TrainLemmatizer(set.tokens())
	layout := standardLayout(t.lexicon)
	t.network = newNetwork(layout)
	t.vectors = newProjection(set.vectors, layout.width[vectorEmbedding])
	t.initialise()
	t.gradient, t.adam, t.masks = newGradient(t.network), newAdam(t.network), newMasks(&t.network.layout)
	labels := map[string]int{}
	for i, label := range set.labels {
		labels[label] = i
	}
	for i, tags := range set.jackknife(standardTagger, seed) {
		t.examples = append(t.examples, t.newExample(set, i, tags, labels))
		t.order = append(t.order, i)
	}
	return t
}

func (t *trainer) newExample(set *trainingSet, i int, tags []uint8, labels map[string]int) parserExample {
	e := parserExample{inputs: []wordInput{rootInput()}, hide: []float64{0}, gold: set.gold(i, labels)}
	for j := range set.words[i] {
		word := &set.words[i][j]
		e.inputs = append(e.inputs, t.lexicon.input(word, tags[j]))
		e.hide = append(e.hide, hideWord+rareWord/(rareWord+float64(set.counts[word.word])))
	}
	return e
}

// standardLayout is the layout of the shipped network.
func standardLayout(l *lexicon) layout {
	return layout{
		rows:   l.rows,
		width:  [embeddings]int{64, 24, 24, 16, 8, 16, 8, 32, 32},
		hidden: 160, belief: 32, arc: 128, label: 48, labels: len(l.labels), tags: l.rows[tagEmbedding] - firstWordRow,
	}
}

// initialise draws the weights: small numbers for embeddings, Glorot's range
// for the rest, zero biases but one for the forget gates.
func (t *trainer) initialise() {
	n := t.network
	for i, m := range n.parameters() {
		limit := glorot(m)
		switch {
		case i == vectorEmbedding:
			continue // the projection makes it
		case i < embeddings:
			limit = 0.1
		case m.rows == 1:
			limit = 0
		}
		drawUniform(t.random, m, limit)
	}
	drawUniform(t.random, t.vectors.weight, glorot(t.vectors.weight))
	hidden := n.layout.hidden
	for i := range n.lstm {
		for d := range n.lstm[i] {
			forget := n.lstm[i][d].input.bias.data[hidden : 2*hidden]
			for j := range forget {
				forget[j] = 1
			}
		}
	}
}

func glorot(m matrix) float64 { return math.Sqrt(6 / float64(m.rows+m.cols)) }

func drawUniform(random *rand.Rand, m matrix, limit float64) {
	for j := range m.data {
		m.data[j] = float32((2*random.Float64() - 1) * limit)
	}
}

// epoch passes once over the treebank in random order and returns the mean loss
// of a word. The learning rate falls evenly to zero over all epochs.
func (t *trainer) epoch(number, epochs int) float64 {
	t.random.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
	var total float64
	words, batch := 0, 0
	for i, at := range t.order {
		e := &t.examples[at]
		total += t.learn(e)
		words += len(e.inputs) - 1
		batch += len(e.inputs) - 1
		if batch >= batchWords || i == len(t.order)-1 {
			done := (float64(number) + float64(i)/float64(len(t.order))) / float64(epochs)
			t.adam.update(t.network, t.gradient, t.vectors, float32(learningRate*(1-done)), 1/float32(batch))
			batch = 0
		}
	}
	return total / float64(words)
}

// learn adds one sentence to the gradient and returns its loss.
func (t *trainer) learn(e *parserExample) float64 {
	inputs := make([]wordInput, len(e.inputs))
	copy(inputs, e.inputs)
	for i := 1; i < len(inputs); i++ {
		if t.random.Float64() < e.hide[i] {
			inputs[i][wordEmbedding] = unknownRow
		}
		if t.random.Float64() < hideTag {
			inputs[i][tagEmbedding] = unknownRow
		}
		if t.random.Float64() < hideVector {
			inputs[i][vectorEmbedding] = unknownRow
		}
		t.vectors.project(t.network.embedding[vectorEmbedding], int(inputs[i][vectorEmbedding]))
	}
	t.masks.draw(t.random)
	t.network.scoreArcs(&t.memory, inputs, t.masks)
	return t.gradient.backward(t.network, &t.memory, inputs, e.gold, t.masks)
}

// snapshot is the model as its file would hold it.
func (t *trainer) snapshot() (*Model, error) {
	for row := range t.vectors.vectors.rows {
		t.vectors.project(t.network.embedding[vectorEmbedding], row)
	}
	return newModel(t.tagger, t.lexicon, t.network, t.lemmas)
}

package english

// network scores tags, arcs and labels: embeddings, two bidirectional LSTM
// layers, tags after the first of them (Søgaard and Goldberg 2016) whose
// probabilities the layer above is told (Hashimoto et al. 2017), one rectified
// layer for the four roles (head and dependent, of arcs and of labels), a
// biaffine score for each pair (Dozat and Manning 2017). Position 0 of its
// input is the root.
type network struct {
	layout    layout
	embedding [embeddings]matrix
	lstm      [layers][directions]lstm
	tags      affine // 2·hidden of the layer below toldLayer → tags, rounded up
	beliefs   affine // probabilities of the tags → what toldLayer is told of them
	roles     affine // 2·hidden → 2·arc + 2·label
	arc       affine // arc → arc
	label     affine // label² + 2·label → labels, rounded up
}

const (
	embeddings = 9
	layers     = 2
	directions = 2 // left to right, right to left
	toldLayer  = 1 // the layer that is told what tags the one below it believes in
)

// layout gives the sizes of a network.
type layout struct {
	rows   [embeddings]int // words, suffixes of 4 to 1 letters, prefixes of 3, shapes, words with pre-trained vectors, tags
	width  [embeddings]int
	hidden int // LSTM units in a direction
	arc    int // units of an arc role
	label  int // units of a label role
	labels int
	tags   int
	belief int // numbers by which toldLayer is told of the tags
}

// affine is x ↦ x·weight + bias.
type affine struct{ weight, bias matrix }

// lstm is one direction of a layer; gates stand in the order input, forget,
// output, candidate.
type lstm struct {
	input     affine // → 4·hidden
	recurrent matrix // hidden → 4·hidden
}

// wordInput holds the embedding rows of one position.
type wordInput [embeddings]int32

func newNetwork(l layout) *network {
	n := &network{layout: l}
	for e := range n.embedding {
		n.embedding[e] = newMatrix(l.rows[e], l.width[e])
	}
	for i := range n.lstm {
		in := l.inputWidth()
		if i > 0 {
			in = directions * l.hidden
		}
		if i == toldLayer {
			in += l.belief
		}
		for d := range n.lstm[i] {
			n.lstm[i][d] = lstm{newAffine(in, 4*l.hidden), newMatrix(l.hidden, 4*l.hidden)}
		}
	}
	n.tags = newAffine(directions*l.hidden, roundUp(l.tags))
	n.beliefs = newAffine(roundUp(l.tags), l.belief)
	n.roles = newAffine(directions*l.hidden, 2*l.arc+2*l.label)
	n.arc = newAffine(l.arc, l.arc)
	n.label = newAffine(l.pairWidth(), roundUp(l.labels))
	return n
}

func newAffine(in, out int) affine { return affine{newMatrix(in, out), newMatrix(1, out)} }

// roundUp makes a row length a whole number of vector registers.
func roundUp(n int) int { return (n + 7) &^ 7 }

func (l *layout) inputWidth() int {
	sum := 0
	for _, w := range l.width {
		sum += w
	}
	return sum
}

func (l *layout) pairWidth() int { return l.label*l.label + 2*l.label }

// parameters lists all weights in the order of the model file, embeddings first.
func (n *network) parameters() []matrix {
	all := append([]matrix{}, n.embedding[:]...)
	for i := range n.lstm {
		for _, d := range n.lstm[i] {
			all = append(all, d.input.weight, d.input.bias, d.recurrent)
		}
	}
	for _, a := range []affine{n.tags, n.beliefs, n.roles, n.arc, n.label} {
		all = append(all, a.weight, a.bias)
	}
	return all
}

// activations are the intermediate results of one sentence, kept for the
// backward pass; their memory is used again for the next one.
type activations struct {
	buffer []float32
	input  matrix // positions × input width
	layer  [layers]struct {
		direction [directions]lstmState
		out       matrix // positions × 2·hidden
	}
	tagging   matrix // positions × tags
	believed  matrix // positions × tags: their probabilities
	told      matrix // positions × (2·hidden + belief): input of the layer that is told of them
	roles     matrix // positions × (2·arc + 2·label)
	query     matrix // positions × arc: what a dependent looks for in its head
	headsT    matrix // arc × positions, rounded up
	arcs      matrix // dependent × head
	pairs     matrix // dependents × pair width
	labelling matrix // dependents × labels
}

// lstmState is what an LSTM computed at each position.
type lstmState struct{ gates, cell, squashed matrix }

// take cuts a cleared matrix from the buffer.
func (a *activations) take(rows, cols int) matrix {
	size := rows * cols
	if len(a.buffer)+size > cap(a.buffer) {
		// Matrices taken before keep the old buffer alive; the next sentence finds the larger one.
		a.buffer = make([]float32, 0, 2*cap(a.buffer)+size)
	}
	start := len(a.buffer)
	a.buffer = a.buffer[:start+size]
	data := a.buffer[start : start+size : start+size]
	clear(data)
	return matrix{rows, cols, cols, data}
}

// masks switch units off in training; nil outside it. A mask holds for all
// positions of a sentence (Gal and Ghahramani 2016).
type masks struct {
	input []float32
	layer [layers][]float32
	// recurrent stands between a step of an LSTM and the next.
	recurrent [layers][directions][]float32
	roles     []float32
}

// between is the mask between the steps of an LSTM, nil for none.
func (m *masks) between(layer, direction int) []float32 {
	if m == nil {
		return nil
	}
	return m.recurrent[layer][direction]
}

func applyMask(m matrix, mask []float32) {
	for i := range m.rows {
		row := m.row(i)
		for j := range row {
			row[j] *= mask[j]
		}
	}
}

// scoreArcs runs the network over a sentence; inputs[0] is the root. The
// results are in a: a.arcs.row(d)[h] scores h as the head of d, a.tagging the tags.
func (n *network) scoreArcs(a *activations, inputs []wordInput, drop *masks) {
	l := &n.layout
	a.buffer = a.buffer[:0]
	a.input = a.take(len(inputs), l.inputWidth())
	for i, in := range inputs {
		row := a.input.row(i)
		for e, id := range in {
			row = row[copy(row, n.embedding[e].row(int(id))):]
		}
	}
	if drop != nil {
		applyMask(a.input, drop.input)
	}
	below := a.input
	for i := range n.lstm {
		out := a.take(len(inputs), directions*l.hidden)
		for d := range n.lstm[i] {
			gates := n.lstm[i][d].input.apply(a, below)
			a.layer[i].direction[d] = n.lstm[i][d].run(a, gates, out.columns(d*l.hidden, (d+1)*l.hidden), d == 1, drop.between(i, d))
		}
		if drop != nil {
			applyMask(out, drop.layer[i])
		}
		a.layer[i].out, below = out, out
		if i+1 == toldLayer {
			below = n.believe(a, out)
		}
	}
	n.scoreRoles(a, below, drop)
}

func (n *network) scoreRoles(a *activations, x matrix, drop *masks) {
	a.roles = n.roles.apply(a, x)
	for i := range a.roles.rows {
		rectify(a.roles.row(i))
	}
	if drop != nil {
		applyMask(a.roles, drop.roles)
	}
	heads, dependents := n.arcRoles(a.roles)
	a.query = n.arc.apply(a, dependents)
	width := roundUp(x.rows)
	a.headsT = a.take(n.layout.arc, width)
	transpose(a.headsT, heads)
	a.arcs = a.take(x.rows, width)
	addProduct(a.arcs, a.query, a.headsT)
}

func (n *network) arcRoles(roles matrix) (heads, dependents matrix) {
	arc := n.layout.arc
	return roles.columns(0, arc), roles.columns(arc, 2*arc)
}

func (n *network) labelRoles(roles matrix) (heads, dependents matrix) {
	start, label := 2*n.layout.arc, n.layout.label
	return roles.columns(start, start+label), roles.columns(start+label, start+2*label)
}

// apply computes x·weight + bias for each row of x.
func (f *affine) apply(a *activations, x matrix) matrix {
	out := a.take(x.rows, f.weight.cols)
	for i := range out.rows {
		copy(out.row(i), f.bias.data)
	}
	addProduct(out, x, f.weight)
	return out
}

// scoreLabels scores the labels of the arcs heads[d] → d for d ≥ 1; the result
// is a.labelling, whose row d-1 belongs to d.
func (n *network) scoreLabels(a *activations, heads []int) {
	headRole, dependentRole := n.labelRoles(a.roles)
	a.pairs = a.take(len(heads)-1, n.layout.pairWidth())
	for d := 1; d < len(heads); d++ {
		describePair(a.pairs.row(d-1), headRole.row(heads[d]), dependentRole.row(d))
	}
	a.labelling = n.label.apply(a, a.pairs)
}

// describePair lays out all products of the two vectors, then the vectors.
func describePair(row, head, dependent []float32) {
	for i, x := range head {
		products := row[i*len(dependent):][:len(dependent)]
		for j, y := range dependent {
			products[j] = x * y
		}
	}
	rest := row[len(head)*len(dependent):]
	copy(rest, head)
	copy(rest[len(head):], dependent)
}

// run computes an LSTM into out, backwards if told so; gateSums holds what its
// input adds to the gates, and afterwards their values.
func (c *lstm) run(a *activations, gateSums, out matrix, backwards bool, mask []float32) lstmState {
	n, hidden := out.rows, out.cols
	s := lstmState{gates: gateSums, cell: a.take(n, hidden), squashed: a.take(n, hidden)}
	previous := a.take(1, hidden)
	var memory []float32
	for step := range n {
		t := step
		if backwards {
			t = n - 1 - step
		}
		gates := s.gates.row(t)
		if step > 0 {
			accumulate(gates, previous.data, 1, hidden, c.recurrent.data, c.recurrent.stride)
		}
		updateCell(gates, memory, s.cell.row(t), s.squashed.row(t), out.row(t))
		memory = s.cell.row(t)
		copy(previous.data, out.row(t))
		if mask != nil {
			applyMask(previous, mask)
		}
	}
	return s
}

// updateCell turns the gates' sums into their values and computes the cell, its
// tanh and the output; memory is the cell before, nil at the start.
func updateCell(gates, memory, cell, squashed, out []float32) {
	hidden := len(cell)
	for i := range gates[:3*hidden] {
		gates[i] = sigmoid(gates[i])
	}
	for i := 3 * hidden; i < 4*hidden; i++ {
		gates[i] = tanh32(gates[i])
	}
	input, forget := gates[:hidden], gates[hidden:2*hidden]
	output, candidate := gates[2*hidden:3*hidden], gates[3*hidden:4*hidden]
	for i := range cell {
		c := float32(input[i] * candidate[i])
		if memory != nil {
			c += float32(forget[i] * memory[i])
		}
		cell[i] = c
		squashed[i] = tanh32(c)
		out[i] = output[i] * squashed[i]
	}
}

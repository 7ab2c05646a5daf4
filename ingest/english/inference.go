package english

// inference scores tags, arcs and labels with the weights of a network rounded
// to eight bits. It does not change once made and is safe for use by many
// goroutines, each with a workspace of its own.
type inference struct {
	layout layout
	kernel kernel
	form   *dense // what a word form adds to the first layer's gates
	tag    matrix // what each tag adds to them
	root   []float32
	embed  [embeddings]table
	layers []inferenceLayer
	tags   *dense
	belief matrix // what the belief in each tag adds to the gates of toldLayer
	roles  *dense
	arc    *dense
	label  *dense // head role → for each unit of the dependent's, and for none, the labels
}

// inferenceLayer is a bidirectional LSTM. The gates of the directions stand
// side by side, each in whole tiles.
type inferenceLayer struct {
	input     *dense // nil in the first layer
	recurrent [directions]*dense
}

// newInference rounds the weights of a network, whose own embeddings it does not
// look at.
func newInference(n *network, embed [embeddings]table, k kernel) *inference {
	f := &inference{layout: n.layout, kernel: k, embed: embed}
	for i := range n.lstm {
		l := inferenceLayer{}
		weight, bias := f.sideBySide(&n.lstm[i])
		switch i {
		case 0:
			f.splitInput(weight, bias)
		case toldLayer:
			l.input = newDense(k, f.splitBeliefs(&n.beliefs, weight, bias), bias)
		default:
			l.input = newDense(k, weight, bias)
		}
		for d := range n.lstm[i] {
			l.recurrent[d] = newDense(k, n.lstm[i][d].recurrent, nil)
		}
		f.layers = append(f.layers, l)
	}
	f.tags = newDense(k, n.tags.weight, n.tags.bias.data)
	f.roles = newDense(k, n.roles.weight, n.roles.bias.data)
	f.arc = newDense(k, n.arc.weight, n.arc.bias.data)
	f.label = n.labelByHead(k)
	return f
}

// gateWidth is the number of columns of one direction's gates.
func (f *inference) gateWidth() int { return wholeTiles(4 * f.layout.hidden) }

// sideBySide joins the input weights of both directions of a layer.
func (f *inference) sideBySide(layer *[directions]lstm) (weight matrix, bias []float32) {
	width := f.gateWidth()
	weight, bias = newMatrix(layer[0].input.weight.rows, directions*width), make([]float32, directions*width)
	for d := range layer {
		part := layer[d].input
		for i := range weight.rows {
			copy(weight.row(i)[d*width:], part.weight.row(i))
		}
		copy(bias[d*width:], part.bias.data)
	}
	return weight, bias
}

// splitInput parts the first layer's input weights into those of the word form
// and those of the tag, which stands last. There are few tags: what each adds
// is computed here, as is all that the root adds.
func (f *inference) splitInput(weight matrix, bias []float32) {
	tagWidth := f.layout.width[tagEmbedding]
	before := weight.rows - tagWidth
	f.form = newDense(f.kernel, matrix{before, weight.cols, weight.stride, weight.data}, bias)
	ofTag := matrix{tagWidth, weight.cols, weight.stride, weight.data[before*weight.stride:]}
	f.tag = newMatrix(f.layout.rows[tagEmbedding], weight.cols)
	tag := make([]float32, tagWidth)
	for i := range f.tag.rows {
		f.embed[tagEmbedding].copyRow(tag, i)
		f.kernel.accumulate(f.tag.row(i), tag, ofTag.data, ofTag.stride)
	}
	f.root = make([]float32, weight.cols)
	root := rootInput()
	f.sumForm(f.root, &root, new(arena))
	for j, x := range f.tag.row(rootRow) {
		f.root[j] += x
	}
}

// splitBeliefs takes what the network is told of the tags out of the input
// weights of toldLayer: what each tag adds to the gates is computed here, and
// what is added whatever the tag goes into the bias. It returns the rest.
func (f *inference) splitBeliefs(beliefs *affine, weight matrix, bias []float32) matrix {
	before := directions * f.layout.hidden
	told := weight.data[before*weight.stride:]
	f.belief = newMatrix(f.layout.tags, weight.cols)
	for t := range f.belief.rows {
		f.kernel.accumulate(f.belief.row(t), beliefs.weight.row(t), told, weight.stride)
	}
	f.kernel.accumulate(bias, beliefs.bias.data, told, weight.stride)
	return matrix{before, weight.cols, weight.stride, weight.data}
}

// labelByHead rearranges the label scorer, which weighs the products of two
// roles and the roles themselves, into an affine map of the head's role alone.
// Its columns are, for each unit of the dependent's role, what that unit adds to
// the labels; the last ones are what is added whatever the dependent.
func (n *network) labelByHead(k kernel) *dense {
	units, labels := n.layout.label, n.label.weight.cols
	weight, bias := newMatrix(units, (units+1)*labels), make([]float32, (units+1)*labels)
	for i := range units {
		row := weight.row(i)
		for j := range units {
			copy(row[j*labels:], n.label.weight.row(i*units+j))
		}
		copy(row[units*labels:], n.label.weight.row(units*units+i))
	}
	for j := range units {
		copy(bias[j*labels:], n.label.weight.row(units*units+units+j))
	}
	copy(bias[units*labels:], n.label.bias.data)
	return newDense(k, weight, bias)
}

// scores are the results of one sentence; they and their memory are used again
// for the next one.
type scores struct {
	arena     arena
	tagging   matrix // positions × tags
	roles     matrix // positions × (2·arc + 2·label)
	arcs      matrix // dependent × head
	labelling matrix // dependent × labels
	settled   []settled
	start     int // token that stands at position 1
}

// scoreArcs runs the network over a sentence, given the sums of the first
// layer's gates for each position: row d of s.arcs scores the heads of d,
// s.tagging the tags.
func (f *inference) scoreArcs(s *scores, gates matrix) {
	n := gates.rows
	var out rows8
	for i := range f.layers {
		if i > 0 {
			gates = s.arena.floats(n, directions*f.gateWidth())
			f.layers[i].input.apply(gates, out)
		}
		if i == toldLayer {
			s.tagging = s.arena.floats(n, f.tags.out)
			f.tags.apply(s.tagging, out)
			s.enforce()
			f.tellBeliefs(s, gates)
		}
		out = f.runLayer(s, i, gates)
	}
	s.roles = s.arena.floats(n, f.roles.out)
	f.roles.apply(s.roles, out)
	for i := range n {
		rectify(s.roles.row(i))
	}
	f.scoreRoles(s)
}

// leastBelief is the least probability of a tag that makes a difference.
const leastBelief = 1. / 512

// tellBeliefs adds to the gates what the tags' probabilities tell.
func (f *inference) tellBeliefs(s *scores, gates matrix) {
	p := s.arena.floats(1, f.layout.tags).row(0)
	for i := range gates.rows {
		softmax(p, s.tagging.row(i)[:len(p)])
		for t := range p {
			if p[t] >= leastBelief {
				f.kernel.accumulate(gates.row(i), p[t:t+1], f.belief.row(t), f.belief.stride)
			}
		}
	}
}

// runLayer returns the outputs of both directions, side by side.
func (f *inference) runLayer(s *scores, layer int, gates matrix) rows8 {
	hidden, n := f.layout.hidden, gates.rows
	out := s.arena.bytes(n, directions*hidden)
	for i := range out.scale {
		out.scale[i] = 1. / 127
	}
	for d, recurrent := range f.layers[layer].recurrent {
		memory := s.arena.floats(1, hidden).row(0)
		clear(memory)
		from, to := d*hidden, (d+1)*hidden
		for step := range n {
			t, before := step, step-1
			if d == 1 {
				t, before = n-1-step, n-step
			}
			sums := gates.columns(d*f.gateWidth(), (d+1)*f.gateWidth()).slice(t, t+1)
			if step > 0 {
				recurrent.weights.addProduct(sums, out.view(before, from, to))
			}
			f.kernel.updateCell(sums.data[:4*hidden], memory, out.row(t)[from:to])
		}
	}
	return out
}

// scoreRoles scores each pair of a dependent's and a head's arc role.
func (f *inference) scoreRoles(s *scores) {
	n, arc := s.roles.rows, f.layout.arc
	dependents := s.arena.bytes(n, arc)
	for d := range n {
		dependents.quantise(d, s.roles.row(d)[arc:2*arc])
	}
	query := s.arena.floats(n, f.arc.out)
	f.arc.apply(query, dependents)
	heads := s.arena.floats(arc, roundUp(n)) // transposed
	clear(heads.data)
	transpose(heads, s.roles.columns(0, arc))
	s.arcs = s.arena.floats(n, roundUp(n))
	clear(s.arcs.data)
	for d := range n {
		f.kernel.accumulate(s.arcs.row(d), query.row(d)[:arc], heads.data, heads.stride)
	}
}

// scoreLabels scores the labels of the arcs heads[d] → d for d ≥ 1 into
// s.labelling.row(d).
func (f *inference) scoreLabels(s *scores, heads []int) {
	units, labels := f.layout.label, roundUp(f.layout.labels)
	headRole := 2 * f.layout.arc
	s.labelling = s.arena.floats(len(heads), labels)
	role := s.arena.bytes(1, units)
	byUnit := s.arena.floats(1, f.label.out)
	for h := range heads {
		ready := false
		for d := 1; d < len(heads); d++ {
			if heads[d] != h {
				continue
			}
			if !ready {
				role.quantise(0, s.roles.row(h)[headRole:headRole+units])
				f.label.apply(byUnit, role)
				ready = true
			}
			row := s.labelling.row(d)
			copy(row, byUnit.data[units*labels:])
			f.kernel.accumulate(row, s.roles.row(d)[headRole+units:headRole+2*units], byUnit.data, labels)
		}
	}
}

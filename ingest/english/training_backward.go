package english

import "math"

// gradient accumulates the derivatives of the loss by each weight of a network.
// It has the shape of the network itself; embedding rows that were used are
// listed, so that a step touches only those.
type gradient struct {
	*network
	transposed *network // its matrices are the transposes of the trained ones
	used       [embeddings][]int32
	seen       [embeddings][]bool
	scratch    activations
}

func newGradient(n *network) *gradient {
	g := &gradient{network: newNetwork(n.layout), transposed: newNetwork(n.layout)}
	for e := range g.seen {
		g.seen[e] = make([]bool, n.layout.rows[e])
	}
	g.transpose(n)
	return g
}

// forgetUsed makes the list of rows used of embedding e empty.
func (g *gradient) forgetUsed(e int) {
	for _, row := range g.used[e] {
		g.seen[e][row] = false
	}
	g.used[e] = g.used[e][:0]
}

// products pairs each weight matrix that the backward pass multiplies with.
func (n *network) products() []*matrix {
	var all []*matrix
	for i := range n.lstm {
		for d := range n.lstm[i] {
			all = append(all, &n.lstm[i][d].input.weight, &n.lstm[i][d].recurrent)
		}
	}
	return append(all, &n.tags.weight, &n.beliefs.weight, &n.roles.weight, &n.arc.weight, &n.label.weight)
}

// transpose brings the transposed matrices up to date.
func (g *gradient) transpose(n *network) {
	from := n.products()
	for i, to := range g.transposed.products() {
		to.rows, to.cols, to.stride = from[i].cols, from[i].rows, from[i].rows
		transpose(*to, *from[i])
	}
}

// goldTree is what training wants to see: for each position its head, label and
// tag (index 0, the root, unused).
type goldTree struct{ heads, labels, tags []int }

// backward adds the derivatives of a sentence's loss, the sum of the words'
// negative log-likelihoods of head, label and tag, and returns that loss. a holds
// the results of scoreArcs with the same inputs and masks.
func (g *gradient) backward(n *network, a *activations, inputs []wordInput, gold goldTree, drop *masks) float64 {
	s := &g.scratch
	s.buffer = s.buffer[:0]
	roles := s.take(a.roles.rows, a.roles.cols)
	loss := g.backArcs(n, a, s, roles, gold.heads)
	n.scoreLabels(a, gold.heads)
	loss += g.backLabels(a, s, roles, gold)
	grad, tagLoss := g.backLayers(a, s, g.backRoles(a, s, roles, drop), gold.tags, drop)
	g.backInputs(inputs, grad)
	return loss + tagLoss
}

func (g *gradient) backArcs(n *network, a, s *activations, roles matrix, gold []int) float64 {
	size := a.arcs.rows
	scores := s.take(size, a.arcs.cols)
	var loss float64
	for d := 1; d < size; d++ {
		a.arcs.row(d)[d] = float32(math.Inf(-1))
		loss += backSoftmax(scores.row(d)[:size], a.arcs.row(d)[:size], gold[d])
	}
	heads, dependents := n.arcRoles(a.roles)
	headsGrad, dependentsGrad := n.arcRoles(roles)
	scores.cols = size
	query := s.take(size, n.layout.arc)
	addProduct(query, scores, heads)
	addProductTransposed(headsGrad, scores, a.query)
	g.backAffine(&g.arc, g.transposed.arc.weight, dependents, query, dependentsGrad)
	return loss
}

// backSoftmax writes probabilities less the truth and returns the loss.
func backSoftmax(out, scores []float32, gold int) float64 {
	most := scores[0]
	for _, x := range scores {
		most = max(most, x)
	}
	var sum float32
	for i, x := range scores {
		out[i] = 0
		if !math.IsInf(float64(x), -1) {
			out[i] = exp32(x - most)
			sum += out[i]
		}
	}
	for i := range out {
		out[i] /= sum
	}
	out[gold]--
	return math.Log(float64(sum)) - float64(scores[gold]-most)
}

// backAffine adds to the gradients of y = x·weight + bias, given that of y.
func (g *gradient) backAffine(f *affine, transposed, x, y, xGrad matrix) {
	addProductTransposed(f.weight, x, y)
	for i := range y.rows {
		for j, v := range y.row(i) {
			f.bias.data[j] += v
		}
	}
	addProduct(xGrad, y, transposed)
}

func (g *gradient) backLabels(a, s *activations, roles matrix, gold goldTree) float64 {
	scores := s.take(a.labelling.rows, a.labelling.cols)
	var loss float64
	for i := range scores.rows {
		labels := g.layout.labels
		loss += backSoftmax(scores.row(i)[:labels], a.labelling.row(i)[:labels], gold.labels[i+1])
	}
	pairs := s.take(a.pairs.rows, a.pairs.cols)
	g.backAffine(&g.label, g.transposed.label.weight, a.pairs, scores, pairs)
	heads, dependents := g.labelRoles(a.roles)
	headsGrad, dependentsGrad := g.labelRoles(roles)
	for i := range pairs.rows {
		d, h := i+1, gold.heads[i+1]
		backPair(pairs.row(i), heads.row(h), dependents.row(d), headsGrad.row(h), dependentsGrad.row(d))
	}
	return loss
}

// backPair is the derivative of describePair.
func backPair(row, head, dependent, headGrad, dependentGrad []float32) {
	for i, x := range head {
		var sum float32
		for j, v := range row[i*len(dependent):][:len(dependent)] {
			sum += v * dependent[j]
			dependentGrad[j] += v * x
		}
		headGrad[i] += sum
	}
	rest := row[len(head)*len(dependent):]
	for i := range head {
		headGrad[i] += rest[i]
		dependentGrad[i] += rest[len(head)+i]
	}
}

// backTags returns the gradient of what the layer below toldLayer made, given
// that of toldLayer's input, and the loss of the tags.
func (g *gradient) backTags(a, s *activations, told matrix, gold []int) (matrix, float64) {
	out, tags := a.layer[toldLayer-1].out, g.layout.tags
	scores, believed := s.take(a.tagging.rows, a.tagging.cols), s.take(a.tagging.rows, a.tagging.cols)
	g.backAffine(&g.beliefs, g.transposed.beliefs.weight, a.believed, told.columns(out.cols, told.cols), believed)
	grad := told.columns(0, out.cols)
	var loss float64
	for i := range scores.rows {
		if i > 0 { // the root has no tag
			loss += backSoftmax(scores.row(i)[:tags], a.tagging.row(i)[:tags], gold[i])
		}
		backBelief(scores.row(i)[:tags], a.believed.row(i), believed.row(i))
	}
	g.backAffine(&g.tags, g.transposed.tags.weight, out, scores, grad)
	return grad, loss
}

// backBelief adds the derivative of softmax, whose result is p, to that of its
// scores.
func backBelief(scores, p, grad []float32) {
	var mean float32
	for j := range scores {
		mean += p[j] * grad[j]
	}
	for j := range scores {
		scores[j] += p[j] * (grad[j] - mean)
	}
}

// backRoles returns the gradient of the last layer's output.
func (g *gradient) backRoles(a, s *activations, roles matrix, drop *masks) matrix {
	if drop != nil {
		applyMask(roles, drop.roles)
	}
	for i := range roles.rows {
		values, grads := a.roles.row(i), roles.row(i)
		for j := range grads {
			if values[j] < 0 {
				grads[j] *= leak
			}
		}
	}
	top := a.layer[layers-1].out
	grad := s.take(top.rows, top.cols)
	g.backAffine(&g.roles, g.transposed.roles.weight, top, roles, grad)
	return grad
}

// backLayers returns the gradient of the network's input, given that of the
// last layer's output, and the loss of the tags, which are scored on the way.
func (g *gradient) backLayers(a, s *activations, grad matrix, tags []int, drop *masks) (matrix, float64) {
	var loss float64
	for i := layers - 1; i >= 0; i-- {
		below := a.input
		switch {
		case i == toldLayer:
			below = a.told
		case i > 0:
			below = a.layer[i-1].out
		}
		if i+1 == toldLayer {
			var more float64
			grad, more = g.backTags(a, s, grad, tags)
			loss += more
		}
		if drop != nil {
			applyMask(grad, drop.layer[i])
		}
		belowGrad := s.take(below.rows, below.cols)
		for d := range directions {
			hidden := g.layout.hidden
			state, out := a.layer[i].direction[d], grad.columns(d*hidden, (d+1)*hidden)
			g.backLSTM(&g.lstm[i][d], &g.transposed.lstm[i][d], s, state, below, out, belowGrad, d == 1, drop.between(i, d))
		}
		grad = belowGrad
	}
	if drop != nil {
		applyMask(grad, drop.input)
	}
	return grad, loss
}

// backLSTM is the derivative of lstm.run: c takes the gradients of its weights,
// inGrad those of its input.
func (g *gradient) backLSTM(c, transposed *lstm, s *activations, state lstmState, in, outGrad, inGrad matrix, backwards bool, mask []float32) {
	n, hidden := outGrad.rows, outGrad.cols
	gates, before := s.take(n, 4*hidden), s.take(n, hidden)
	next, cellNext := s.take(1, hidden), s.take(1, hidden).data
	outNext := next.data
	for step := n - 1; step >= 0; step-- {
		t, last := step, step-1
		if backwards {
			t, last = n-1-step, n-step
		}
		var memory []float32
		if step > 0 {
			memory = state.cell.row(last)
			for i := range hidden { // the output before any mask
				before.row(t)[i] = state.gates.row(last)[2*hidden+i] * state.squashed.row(last)[i]
			}
		}
		for i, v := range outGrad.row(t) {
			outNext[i] += v
		}
		backCell(gates.row(t), state.gates.row(t), memory, state.squashed.row(t), outNext, cellNext)
		clear(outNext)
		accumulate(outNext, gates.row(t), 1, 4*hidden, transposed.recurrent.data, transposed.recurrent.stride)
		if mask != nil {
			applyMask(next, mask)
		}
	}
	if mask != nil {
		applyMask(before, mask)
	}
	addProductTransposed(c.recurrent, before, gates)
	g.backAffine(&c.input, transposed.input.weight, in, gates, inGrad)
}

// backCell is the derivative of updateCell: out holds the derivatives of the
// output, cell those of the cell coming from the next step and, afterwards,
// those going to the step before; gatesGrad receives those of the gates' sums.
func backCell(gatesGrad, gates, memory, squashed, out, cell []float32) {
	hidden := len(cell)
	for i := range cell {
		input, forget, output, candidate := gates[i], gates[hidden+i], gates[2*hidden+i], gates[3*hidden+i]
		c := cell[i] + out[i]*output*(1-squashed[i]*squashed[i])
		gatesGrad[i] = c * candidate * input * (1 - input)
		gatesGrad[2*hidden+i] = out[i] * squashed[i] * output * (1 - output)
		gatesGrad[3*hidden+i] = c * input * (1 - candidate*candidate)
		if memory != nil {
			gatesGrad[hidden+i] = c * memory[i] * forget * (1 - forget)
		}
		cell[i] = c * forget
	}
}

// backInputs adds the derivatives of the input to the embedding rows it came from.
func (g *gradient) backInputs(inputs []wordInput, grad matrix) {
	for i, in := range inputs {
		row := grad.row(i)
		for e, id := range in {
			if !g.seen[e][id] {
				g.seen[e][id] = true
				g.used[e] = append(g.used[e], id)
			}
			to := g.embedding[e].row(int(id))
			for j := range to {
				to[j] += row[j]
			}
			row = row[len(to):]
		}
	}
}

package english

// believe scores the tags on what the layer below made of the sentence, and
// joins what they tell to that: the input of toldLayer.
func (n *network) believe(a *activations, out matrix) matrix {
	l := &n.layout
	a.tagging = n.tags.apply(a, out)
	a.believed = a.take(out.rows, a.tagging.cols)
	for i := range out.rows {
		softmax(a.believed.row(i)[:l.tags], a.tagging.row(i)[:l.tags])
	}
	tell := n.beliefs.apply(a, a.believed)
	a.told = a.take(out.rows, out.cols+l.belief)
	for i := range out.rows {
		copy(a.told.row(i), out.row(i))
		copy(a.told.row(i)[out.cols:], tell.row(i))
	}
	return a.told
}

// softmax writes the probabilities that scores stand for.
func softmax(out, scores []float32) {
	most := scores[0]
	for _, x := range scores {
		most = max(most, x)
	}
	var sum float32
	for i, x := range scores {
		out[i] = exp32(x - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
}

package english

// formCache keeps what the first layer makes of a word form, whatever its tag:
// the sums of its gates over all inputs but the tag, which stand before it.
// Texts repeat their words, so most of that work is done once. The order of
// summation stays the same, hence so do all scores, to the bit.
type formCache struct {
	slot map[wordForm]int
	sums []float32 // for each slot, the gates of both directions
}

// wordForm is a wordInput without the tag.
type wordForm [embeddings - 1]int32

// cachedForms bounds a cache, to a few megabytes; a full one is emptied.
const cachedForms = 1024

// cachedGateSums is gateSums for the first layer.
func (n *network) cachedGateSums(a *activations, inputs []wordInput) (out [directions]matrix) {
	for d := range out {
		out[d] = a.take(len(inputs), 4*n.layout.hidden)
	}
	before := n.layout.inputWidth() - n.layout.width[tagEmbedding]
	for i, in := range inputs {
		sums := a.forms.find(n, wordForm(in[:tagEmbedding]), a.input.row(i)[:before])
		tag := a.input.row(i)[before:]
		for d := range out {
			gates, weight := out[d].row(i), n.lstm[0][d].input.weight
			copy(gates, sums[d*len(gates):])
			accumulate(gates, tag, 1, len(tag), weight.data[before*weight.stride:], weight.stride)
		}
	}
	return out
}

// find returns the sums for a form, whose embeddings are x.
func (c *formCache) find(n *network, form wordForm, x []float32) []float32 {
	size := directions * 4 * n.layout.hidden
	slot, ok := c.slot[form]
	if !ok {
		if len(c.slot) >= cachedForms || c.slot == nil {
			c.slot = make(map[wordForm]int, cachedForms)
			c.sums = c.sums[:0]
		}
		slot = len(c.slot)
		c.slot[form] = slot
		for d := range directions {
			input := n.lstm[0][d].input
			c.sums = append(c.sums, input.bias.data...)
			gates := c.sums[slot*size+d*4*n.layout.hidden:]
			accumulate(gates, x, 1, len(x), input.weight.data, input.weight.stride)
		}
	}
	return c.sums[slot*size:][:size]
}
